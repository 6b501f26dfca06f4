import type { Readings } from '../audio/readings.ts';
import { loudnessText, reductionText } from './readout-text.ts';

/** The end of the gain-reduction scale; deeper reductions fill it. */
const FULL_SCALE_DB = 20;

interface ReadoutsProps {
  /** Null while nothing plays. */
  readonly readings: Readings | null;
  /** Integrated loudness of what is chosen, before level match. */
  readonly loudnessLufs: number | undefined;
  readonly gainReduction: { readonly id: string; readonly name: string; readonly on: boolean } | null;
}

/** Numbers from the running kernels: loudness, and how far one device turns down. */
export function Readouts({ readings, loudnessLufs, gainReduction }: ReadoutsProps) {
  const reductionDb = gainReduction?.on ? readings?.gainReductionDb.get(gainReduction.id) : undefined;
  const text = gainReduction && !gainReduction.on ? 'off' : reductionText(reductionDb);
  return (
    <dl class="demo-readouts">
      <div>
        <dt>Loudness now</dt>
        <dd>{loudnessText(readings?.shortTermLufs)}</dd>
      </div>
      <div>
        <dt>Whole loop, unmatched</dt>
        <dd>{loudnessText(loudnessLufs)}</dd>
      </div>
      {gainReduction && (
        <div>
          <dt>Gain reduction</dt>
          <dd>
            {text}
            <span
              class="gr-meter"
              role="meter"
              aria-label={`${gainReduction.name} gain reduction`}
              aria-valuemin={0}
              aria-valuemax={FULL_SCALE_DB}
              aria-valuenow={Number((reductionDb ?? 0).toFixed(1))}
              aria-valuetext={text}
            >
              <span style={{ width: `${Math.min(100, ((reductionDb ?? 0) / FULL_SCALE_DB) * 100)}%` }} />
            </span>
          </dd>
        </div>
      )}
    </dl>
  );
}
