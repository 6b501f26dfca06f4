import { useEffect, useRef, useState } from 'preact/hooks';
import { insidePath, type InsideDevice, type InsideId } from '../inside/inside-device.ts';
import { withBase } from '../with-base.ts';
import { CodeExcerpt } from './CodeExcerpt.tsx';
import type { DemoModel } from './demo-model.ts';
import { fetchInside } from './fetch-inside.ts';
import { LiveMatch, LiveSettings, SwitchedOff } from './LiveSettings.tsx';

type Model = InstanceType<typeof DemoModel>;

/** What can be looked into in a demo: one of its devices, or the level match. */
export interface InsideChoice {
  /** The device's id in the mix. */
  readonly id: string;
  readonly name: string;
  readonly type: InsideId;
}

interface DeviceInsideProps {
  readonly choice: InsideChoice;
  readonly model: Model;
}

/** One device from inside, as soon as its code has arrived. */
export function DeviceInside({ choice, model }: DeviceInsideProps) {
  const { type } = choice;
  const [device, setDevice] = useState<InsideDevice | 'failed'>();
  const [attempt, setAttempt] = useState(1);
  const arrived = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let gone = false;
    fetchInside(type).then(
      (loaded) => !gone && setDevice(loaded),
      () => !gone && setDevice('failed'),
    );
    return () => {
      gone = true;
    };
  }, [type, attempt]);
  // The button that had the focus is gone when its press succeeds.
  useEffect(() => {
    if (attempt > 1) arrived.current?.focus();
  }, [device]);

  const page = withBase(`${insidePath(type)}/`);
  if (!device) return <p>Loading the code…</p>;
  if (device === 'failed')
    return (
      <>
        <p role="alert">
          The code did not load. Check the connection and try again, or go to the{' '}
          <a href={page}>page about it</a>.
        </p>
        <button type="button" class="inside-retry" onClick={() => setAttempt(attempt + 1)}>
          Try again
        </button>
      </>
    );
  return (
    <div class="inside-device" tabIndex={-1} ref={arrived}>
      <p>
        {device.idea} <SwitchedOff model={model} deviceId={choice.id} />
      </p>
      <Excerpts device={device} choice={choice} model={model} />
      <p>
        <a href={page}>More about “{device.label}”: the whole code, every setting, its sources</a>
      </p>
    </div>
  );
}

/** The lines with the settings that they work with, then the settings that no lines here work with. */
function Excerpts({
  device: { excerpts, parameters },
  choice: { id, type },
  model,
}: DeviceInsideProps & { readonly device: InsideDevice }) {
  const all = Object.entries(parameters);
  const besides = all.filter(([name]) => excerpts.every(({ settings }) => !settings.includes(name)));
  return (
    <>
      {excerpts.map((excerpt, i) => (
        <CodeExcerpt excerpt={excerpt} key={i}>
          <LiveSettings
            model={model}
            deviceId={id}
            parameters={all.filter(([name]) => excerpt.settings.includes(name))}
            reduces={excerpt.reduces}
          />
          {type === 'levelMatch' && i === excerpts.length - 1 && <LiveMatch model={model} />}
        </CodeExcerpt>
      ))}
      {besides.length > 0 && (
        <div>
          <p>Its other settings:</p>
          <LiveSettings model={model} deviceId={id} parameters={besides} reduces={false} />
        </div>
      )}
    </>
  );
}
