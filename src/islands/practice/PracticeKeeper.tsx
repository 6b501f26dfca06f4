import { useRef, useState } from 'preact/hooks';
import {
  PRACTICE_FILE_LENGTH,
  readPracticeFile,
  writePracticeFile,
} from '../../practice-store/practice-file.ts';
import type { PracticeStore } from '../../practice-store/practice-store.ts';
import { today } from '../../progress/kept-progress.ts';
import type { PracticeRecord } from '../../training/practice-record.ts';

interface PracticeKeeperProps {
  readonly store: PracticeStore | null;
  readonly records: readonly PracticeRecord[];
  /** Told when what is kept has changed. */
  onChange(records: readonly PracticeRecord[]): void;
}

/** Results saved as a file, added from one, deleted; and where they are kept. */
export function PracticeKeeper({ store, records, onChange }: PracticeKeeperProps) {
  const [said, setSaid] = useState('');
  const [asks, setAsks] = useState(false);
  const status = useRef<HTMLParagraphElement>(null);

  const tell = (sentence: string): void => {
    setSaid(sentence);
    requestAnimationFrame(() => status.current?.focus());
  };
  const save = (): void => {
    const blob = new Blob([writePracticeFile(records)], { type: 'application/json' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `bypass-practice-${today()}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    tell('Saved as a file.');
  };
  const open = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (!file || !store) return;
    const text = file.size > PRACTICE_FILE_LENGTH ? ' '.repeat(PRACTICE_FILE_LENGTH + 1) : await file.text();
    // So that the same file can be chosen again.
    input.value = '';
    const read = readPracticeFile(text);
    if (!read.ok) {
      tell(`“${file.name}” was not taken: ${read.reason}. Your results are as they were.`);
      return;
    }
    const added = await store.merge(read.records);
    onChange(await store.records());
    tell(
      added === 0
        ? `“${file.name}” holds nothing that is not here already.`
        : `${setsText(added)} added from “${file.name}”; what was here has stayed.`,
    );
  };
  const empty = records.length === 0;
  return (
    <div class="keeper">
      <p>
        {store === null || store.where === 'browser'
          ? 'Your results are kept in this browser and nowhere else.'
          : store.where === 'until this page is left'
            ? 'This browser does not let the page keep anything. Your results last until you leave the page; save them as a file to keep them.'
            : 'A newer version of this page has kept results here, and they are left alone. Reload the page; until then, what you do lasts as long as the page is open.'}
      </p>
      <div class="keeper-actions">
        <button type="button" disabled={empty} onClick={save}>
          Save as a file
        </button>
        <label class="keeper-file">
          <span>Add from a file</span>
          <input
            type="file"
            class="visually-hidden"
            accept=".json,application/json"
            onChange={(event) => void open(event.currentTarget)}
          />
        </label>
        <button type="button" disabled={empty} onClick={() => setAsks(true)}>
          Delete all
        </button>
      </div>
      {asks && (
        <div class="keeper-asks" role="group" aria-label="Delete all results?">
          <p>
            {setsText(records.length)}, the thresholds from them and the playback check will be gone for good.
          </p>
          <div class="keeper-actions">
            <button
              type="button"
              onClick={() => {
                setAsks(false);
                void store?.clear().then(() => {
                  onChange([]);
                  tell('Deleted.');
                });
              }}
            >
              Delete them
            </button>
            <button type="button" onClick={() => setAsks(false)}>
              Keep them
            </button>
          </div>
        </div>
      )}
      <p class="keeper-status" role="status" tabIndex={-1} ref={status}>
        {said}
      </p>
    </div>
  );
}

function setsText(count: number): string {
  return count === 1 ? '1 set' : `${count} sets`;
}
