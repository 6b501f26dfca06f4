import { useComputed } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';
import type { MeasuredDemo } from '../../demos/demo.ts';
import type { PictureName } from '../../demos/demo-pictures.ts';
import type { DemoModel } from '../demo-model.ts';
import { ChainPicture } from './ChainPicture.tsx';
import { DynamicsPicture } from './DynamicsPicture.tsx';
import { GoniometerPicture } from './GoniometerPicture.tsx';
import { LoudnessPicture } from './LoudnessPicture.tsx';
import { OverviewPicture } from './OverviewPicture.tsx';
import { PictureClock } from './picture-clock.ts';
import { SpectrumPicture } from './SpectrumPicture.tsx';
import { StagePicture } from './StagePicture.tsx';

/** What every picture is given. */
export interface PictureProps {
  readonly demo: MeasuredDemo;
  readonly model: InstanceType<typeof DemoModel>;
}

interface PictureEntry {
  readonly label: string;
  readonly Picture: FunctionComponent<PictureProps>;
}

/** Every picture there is. A new one is its component and a line here. */
const PICTURES: Readonly<Record<PictureName, PictureEntry>> = {
  compressor: { label: 'Compressor', Picture: DynamicsPicture },
  limiter: { label: 'Limiter', Picture: DynamicsPicture },
  spectrum: { label: 'Spectrum', Picture: SpectrumPicture },
  stage: { label: 'Stage', Picture: StagePicture },
  goniometer: { label: 'Stereo', Picture: GoniometerPicture },
  loudness: { label: 'Loudness', Picture: LoudnessPicture },
  chain: { label: 'Chain', Picture: ChainPicture },
};

/** What is heard, to be looked at: the waveform, and one more picture of those that suit the demo. */
export function Pictures({ demo, model }: PictureProps) {
  const offered = demo.pictures.map((name) => ({ name, ...PICTURES[name] }));
  const [chosen, setChosen] = useState(offered[0]?.name);
  const moving = useComputed(() => model.phase.value === 'playing' && !model.interrupted.value);
  const shown = offered.find(({ name }) => name === chosen);
  return (
    <PictureClock.Provider value={moving}>
      <div class="pictures" role="group" aria-label="Pictures">
        <OverviewPicture demo={demo} model={model} />
        {offered.length > 1 && (
          <div class="picture-tabs" role="radiogroup" aria-label="Picture">
            {offered.map(({ name, label }) => (
              <label key={name}>
                <input
                  type="radio"
                  name={`${demo.id}-picture`}
                  value={name}
                  checked={name === chosen}
                  onChange={() => setChosen(name)}
                />
                <span>{label}</span>
              </label>
            ))}
          </div>
        )}
        {shown && <shown.Picture key={shown.name} demo={demo} model={model} />}
      </div>
    </PictureClock.Provider>
  );
}
