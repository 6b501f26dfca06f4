import type { MeasuredDemo } from '../demos/demo.ts';
import { ABX_LENGTHS, type AbxLength, type Side } from '../training/abx.ts';
import { fewestHeard } from '../training/abx-verdict.ts';
import type { BlindModel } from './blind-model.ts';
import { unmatchedWarning } from './blind-text.ts';

interface BlindSetUpProps {
  readonly demo: MeasuredDemo;
  readonly blind: InstanceType<typeof BlindModel>;
  onClose(): void;
}

/** Before a run: which two, how many trials, with or without level match. */
export function BlindSetUp({ demo, blind, onClose }: BlindSetUpProps) {
  const preparing = blind.stage.value === 'preparing';
  const again = blind.result.value !== null || blind.stage.value === 'ended early';
  const alike = blind.alike.value;
  const labels = blind.labels.value;
  const noteId = `${demo.id}-blind-note`;
  const note = alike
    ? 'Both are set the same now, so there is nothing to tell apart. Change one of them first.'
    : blind.matched.value
      ? ''
      : unmatchedWarning(blind.louderDb.value, labels);
  return (
    <>
      {!again && (
        <p>
          A and B have names; X is secretly one of them, anew in each trial. Say which. All play the same loop
          at the same spot, and whether you were right is told at the end.
        </p>
      )}
      <div class="blind-choices">
        {demo.variants.length > 2 ? (
          (['A', 'B'] as const).map((side) => <Picker demo={demo} blind={blind} side={side} key={side} />)
        ) : (
          <p>
            A is “{labels.A}”, B is “{labels.B}”.
          </p>
        )}
        <label>
          <span>Trials</span>
          <select
            value={blind.length.value}
            disabled={preparing}
            onChange={(event) => (blind.length.value = Number(event.currentTarget.value) as AbxLength)}
          >
            {ABX_LENGTHS.map((n) => (
              <option value={n} key={n}>
                {n} (heard from {fewestHeard(n)} right)
              </option>
            ))}
          </select>
        </label>
        <label class="blind-check">
          <input
            type="checkbox"
            checked={!blind.matched.value}
            disabled={preparing}
            aria-describedby={noteId}
            onChange={(event) => (blind.matched.value = !event.currentTarget.checked)}
          />
          <span>Without level match, on purpose</span>
        </label>
      </div>
      <p class="blind-note" id={noteId}>
        {note}
      </p>
      <div class="blind-actions">
        <button
          type="button"
          class="blind-begin"
          aria-disabled={preparing || alike}
          aria-describedby={noteId}
          onClick={() => !preparing && !alike && void blind.begin()}
        >
          {again ? 'Take it again' : 'Begin'}
        </button>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </div>
    </>
  );
}

function Picker({ demo, blind, side }: Omit<BlindSetUpProps, 'onClose'> & { readonly side: Side }) {
  return (
    <label>
      <span>{side}</span>
      <select
        value={blind.variantIds.value[side]}
        disabled={blind.stage.value === 'preparing'}
        onChange={(event) => blind.place(side, event.currentTarget.value)}
      >
        {demo.variants.map(({ id, label }) => (
          <option value={id} key={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
