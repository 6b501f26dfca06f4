import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  newRecords,
  PRACTICE_FILE_LENGTH,
  readPractice,
  writePractice,
} from '../../practice-store/practice-file.ts';
import type { PracticeRecord } from '../../training/practice-record.ts';

interface PracticeKeeperProps {
  readonly records: readonly PracticeRecord[];
  /** What the store says of itself: a sentence where nothing outlasts the page. */
  readonly trouble: string | null;
  /** In a file's name: "2026-11-27". */
  readonly today: string;
  /** Keep those of a file that are new; how many were. */
  onImport(records: readonly PracticeRecord[]): Promise<number>;
  /** Forget everything; false where the browser did not let go of it. */
  onClear(): Promise<boolean>;
}

/** What is kept of a learner's practice: counted, saved as a file, added from a file, deleted. */
export function PracticeKeeper({ records, trouble, today, onImport, onClear }: PracticeKeeperProps) {
  const [asked, setAsked] = useState(false);
  const [said, setSaid] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  const question = useRef<HTMLDivElement>(null);
  /** The question was answered, and the button that had the focus is gone. */
  const answered = useRef(false);
  const empty = records.length === 0;

  // With the drawing and not after it, so that no key falls in between.
  useLayoutEffect(() => {
    if (asked) question.current?.focus();
  }, [asked]);

  const settle = (sentence: string): void => {
    setAsked(false);
    setSaid(sentence);
    answered.current = true;
  };
  useLayoutEffect(() => {
    if (answered.current) status.current?.focus();
    answered.current = false;
  });

  const open = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (!file) return;
    const text = file.size > 2 * PRACTICE_FILE_LENGTH ? null : await file.text().catch(() => null);
    // So that the same file can be chosen again.
    input.value = '';
    if (text === null) {
      setSaid(`“${file.name}” was not taken: it is far too long, or cannot be opened. Nothing was changed.`);
      return;
    }
    const read = readPractice(text);
    if (!read.ok) {
      setSaid(`“${file.name}” was not taken: ${read.reason}. Nothing was changed.`);
      return;
    }
    const known = read.records.length - newRecords(records, read.records).length;
    const added = await onImport(read.records);
    setSaid(
      `From “${file.name}”: ${added === 0 ? 'nothing new' : `${setsText(added)} added`}${known === 0 ? '' : `, ${setsText(known)} known already`}.`,
    );
  };

  const clear = async (): Promise<void> =>
    settle(
      (await onClear()) || trouble
        ? 'Your practice results are deleted.'
        : 'This browser did not let go of all results. Reload the page and try again.',
    );

  return (
    <div class="practice-keeper">
      <p>
        {empty ? 'No results are kept.' : `${setsText(records.length)} kept.`}{' '}
        {trouble === null && 'They stay in this browser, on this device, and are sent nowhere.'}
      </p>
      {trouble && <p class="practice-keeper-trouble">{trouble}</p>}
      <p class="practice-keeper-status" role="status" ref={status} tabIndex={-1}>
        {said}
      </p>
      {asked && (
        <div
          class="practice-keeper-asks"
          role="group"
          aria-labelledby="practice-delete-asks"
          ref={question}
          tabIndex={-1}
        >
          <p id="practice-delete-asks">
            Delete {setsText(records.length)} with every answer and threshold, the set that was begun, and the
            playback check, for good? A file that you saved stays.
          </p>
          <div class="practice-keeper-actions">
            <button type="button" onClick={() => void clear()}>
              Delete
            </button>
            <button type="button" onClick={() => settle('Nothing was changed.')}>
              Cancel
            </button>
          </div>
        </div>
      )}
      <div class="practice-keeper-actions">
        <button type="button" disabled={empty} onClick={() => saveAsFile(records, today)}>
          Save results as a file
        </button>
        <label class="practice-keeper-file">
          Add results from a file
          <input
            class="visually-hidden"
            type="file"
            accept="application/json,.json"
            onChange={(event) => void open(event.currentTarget)}
          />
        </label>
        <button type="button" onClick={() => setAsked(true)}>
          Delete all results
        </button>
      </div>
    </div>
  );
}

function setsText(n: number): string {
  return n === 1 ? '1 set' : `${n} sets`;
}

function saveAsFile(records: readonly PracticeRecord[], today: string): void {
  const url = URL.createObjectURL(new Blob([writePractice(records)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `bypass-practice-${today}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
