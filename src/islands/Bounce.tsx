import type { WavFormat } from '../dsp/wav-file.ts';
import type { BounceModel } from './bounce-model.ts';
import { loudnessText, signed } from './readout-text.ts';

const FORMATS: readonly (readonly [WavFormat, string])[] = [
  ['int16', '16 bit'],
  ['int24', '24 bit'],
  ['float32', '32-bit float'],
];

/** Keep what is heard as a file. */
export function Bounce({
  model,
  disabled,
}: {
  readonly model: InstanceType<typeof BounceModel>;
  readonly disabled: boolean;
}) {
  const progress = model.progress.value;
  const result = model.result.value;
  const trouble = model.trouble.value;
  return (
    <details class="demo-bounce">
      <summary>Keep this sound as a file</summary>
      <div class="demo-bounce-controls">
        <label>
          <span>Format</span>
          <select
            value={model.format.value}
            disabled={disabled || progress !== null}
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
          <button type="button" disabled={disabled} onClick={() => void model.start()}>
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
      <p role="status">
        {result &&
          `One lap of the loop, ${loudnessText(result.integratedLufs)}, true peak ${signed(result.truePeakDbtp)} dBTP.`}
      </p>
      {trouble && (
        <p role="alert">
          {trouble.message} {trouble.whatToDo}
        </p>
      )}
    </details>
  );
}
