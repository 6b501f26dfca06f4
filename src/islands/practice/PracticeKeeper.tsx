import { useState } from 'preact/hooks';
import {
  newRecords,
  PRACTICE_FILE_LENGTH,
  readPractice,
  writePractice,
} from '../../practice-store/practice-file.ts';
import type { PracticeRecord } from '../../training/practice-record.ts';
import { Asks, Status, TakeFile, useSaid } from '../keeper-parts.tsx';
import { saveAsFile } from '../save-as-file.ts';

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
  const { said, status, say, settle } = useSaid();
  const empty = records.length === 0;

  const answer = (sentence: string): void => {
    setAsked(false);
    settle(sentence);
  };

  const open = async (file: File): Promise<void> => {
    const text = file.size > 2 * PRACTICE_FILE_LENGTH ? null : await file.text().catch(() => null);
    if (text === null) {
      say(`“${file.name}” was not taken: it is far too long, or cannot be opened. Nothing was changed.`);
      return;
    }
    const read = readPractice(text);
    if (!read.ok) {
      say(`“${file.name}” was not taken: ${read.reason}. Nothing was changed.`);
      return;
    }
    const known = read.records.length - newRecords(records, read.records).length;
    const added = await onImport(read.records);
    say(
      `From “${file.name}”: ${added === 0 ? 'nothing new' : `${setsText(added)} added`}${known === 0 ? '' : `, ${setsText(known)} known already`}.`,
    );
  };

  const clear = async (): Promise<void> =>
    answer(
      (await onClear()) || trouble
        ? 'Your practice results are deleted.'
        : 'This browser did not let go of all results. Reload the page and try again.',
    );

  return (
    <div class="keeper">
      <p>
        {empty ? 'No results are kept.' : `${setsText(records.length)} kept.`}{' '}
        {trouble === null && 'They stay in this browser, on this device, and are sent nowhere.'}
      </p>
      {trouble && <p class="keeper-trouble">{trouble}</p>}
      <Status said={said} status={status} />
      {asked && (
        <Asks
          text={`Delete ${setsText(records.length)} with every answer and threshold, the set that was begun, and the playback check, for good? A file that you saved stays.`}
          answers={[['Delete', () => void clear()]]}
          onCancel={() => answer('Nothing was changed.')}
        />
      )}
      <div class="keeper-actions">
        <button
          type="button"
          disabled={empty}
          onClick={() => saveAsFile(writePractice(records), `bypass-practice-${today}.json`)}
        >
          Save results as a file
        </button>
        <TakeFile label="Add results from a file" onFile={(file) => void open(file)} />
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
