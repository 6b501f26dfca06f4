import type { Signal } from '@preact/signals';
import type { ListeningLimits } from './trainer-model.ts';

const LAPS = [0, 4, 2, 1] as const;
const SECONDS = [0, 60, 30, 15] as const;

/** How long a question may be listened to: without limit, unless one wants it otherwise. */
export function ListeningSettings({ limits }: { readonly limits: Signal<ListeningLimits> }) {
  const { laps, seconds } = limits.value;
  return (
    <details class="practice-section">
      <summary>Replays and time</summary>
      <p>
        Without limits you hear best. Fewer replays train memory. Neither changes what is asked, and no link
        carries them.
      </p>
      <div class="set-row">
        <label>
          <span>Each question plays</span>
          <select
            value={laps}
            onChange={(event) =>
              (limits.value = { ...limits.value, laps: Number(event.currentTarget.value) })
            }
          >
            {LAPS.map((n) => (
              <option value={n} key={n}>
                {n === 0 ? 'as long as I like' : n === 1 ? 'once round' : `${n} times round`}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Time to answer</span>
          <select
            value={seconds}
            onChange={(event) =>
              (limits.value = { ...limits.value, seconds: Number(event.currentTarget.value) })
            }
          >
            {SECONDS.map((n) => (
              <option value={n} key={n}>
                {n === 0 ? 'no limit' : `${n} seconds`}
              </option>
            ))}
          </select>
        </label>
      </div>
    </details>
  );
}
