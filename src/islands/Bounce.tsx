import { useModel } from '@preact/signals';
import type { WavFormat } from '../dsp/wav-file.ts';
import { BounceModel, type BounceResult } from './bounce-model.ts';
import type { PanelProps } from './LatePanel.tsx';
import { loudnessText, signed } from './readout-text.ts';

const FORMATS: readonly (readonly [WavFormat, string])[] = [
  ['int16', '16 bit'],
  ['int24', '24 bit'],
  ['float32', '32-bit float'],
];

/** Keep what is heard as a file. */
export function Panel({ demo, model: heard }: PanelProps) {
  const model = useModel(
    () =>
      new BounceModel(
        demo,
        heard.openEngine,
        () => heard.spec.peek(),
        (bounced) => heard.say(resultText(bounced)),
      ),
  );
  const progress = model.progress.value;
  const result = model.result.value;
  const trouble = model.trouble.value;
  return (
    <>
      <div class="demo-bounce-controls">
        <label>
          <span>Format</span>
          <select
            value={model.format.value}
            disabled={progress !== null}
            onChange={(event) => (model.format.value = event.currentTarget.value as WavFormat)}
          >
            {FORMATS.map(([value, name]) => (
              <option value={value} key={value}>
                WAV, {name}
              </option>
            ))}
          </select>
        </label>
        {progress === null ? (
          <button type="button" onClick={() => void model.start()}>
            Bounce
          </button>
        ) : (
          <>
            <progress aria-label="Bouncing" max={1} value={progress} />
            <button type="button" onClick={model.cancel}>
              Cancel
            </button>
          </>
        )}
        {result && (
          <a href={result.url} download={result.fileName}>
            Save {result.fileName}
          </a>
        )}
      </div>
      <p>{result && resultText(result)}</p>
      {trouble && (
        <p role="alert">
          {trouble.message} {trouble.whatToDo}
        </p>
      )}
    </>
  );
}

function resultText({ integratedLufs, truePeakDbtp }: BounceResult): string {
  return `One lap of the loop, ${loudnessText(integratedLufs)}, true peak ${signed(truePeakDbtp)} dBTP.`;
}
