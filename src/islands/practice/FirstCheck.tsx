import { useState } from 'preact/hooks';
import type { PlaybackCheck } from '../../training/playback-check.ts';
import { PlaybackGate } from './PlaybackGate.tsx';

interface FirstCheckProps {
  onCheck(check: PlaybackCheck): void;
  /** On to the set, checked or not. */
  onStart(): void;
  onClose(): void;
}

/** What stands before somebody's first set: what their playback can do, which says what may be asked. */
export function FirstCheck({ onCheck, onStart, onClose }: FirstCheckProps) {
  const [check, setCheck] = useState<PlaybackCheck | null>(null);
  const keep = (found: PlaybackCheck): void => {
    setCheck(found);
    onCheck(found);
  };
  return (
    <section class="trainer" aria-label="Before your first set">
      <p class="kicker">Before your first set · two minutes</p>
      <h2 tabIndex={-1}>What can your playback play?</h2>
      <PlaybackGate check={check} onCheck={keep} />
      <p class="trainer-end">
        <button type="button" class={check ? 'trainer-next' : undefined} onClick={onStart}>
          {check ? 'Start the set' : 'Start without the check'}
        </button>
        <button type="button" onClick={onClose}>
          Not now
        </button>
      </p>
    </section>
  );
}
