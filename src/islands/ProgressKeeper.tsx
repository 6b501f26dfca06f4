import { useEffect, useState } from 'preact/hooks';
import {
  forgetProgress,
  keepProgress,
  keptProgress,
  storageIsOpen,
  today,
  type Kept,
} from '../progress/kept-progress.ts';
import { merged, NO_PROGRESS, type Progress } from '../progress/progress.ts';
import { PROGRESS_LENGTH, readProgress, writeProgress } from '../progress/progress-file.ts';
import { progressInWords } from '../progress/progress-words.ts';
import { showProgress } from '../progress/show-progress.ts';
import { Asks, Status, TakeFile, useSaid } from './keeper-parts.tsx';
import { saveAsFile } from './save-as-file.ts';

interface ProgressKeeperProps {
  /** The course, in its order. */
  readonly lessonIds: readonly string[];
}

/** What waits for an answer. */
type Question =
  | { readonly kind: 'import'; readonly fileName: string; readonly progress: Progress }
  | { readonly kind: 'delete' };

const REFUSED =
  'This browser does not let the page remember anything. Your progress lasts until you leave or close this page; save it as a file to keep it.';

/** What is kept of a learner's progress: told, saved as a file, taken from a file, deleted. */
export function ProgressKeeper({ lessonIds }: ProgressKeeperProps) {
  const [kept, setKept] = useState<ReturnType<typeof keptProgress> | null>(null);
  const [refused, setRefused] = useState(false);
  const [question, setQuestion] = useState<Question | null>(null);
  const { said, status, say, settle } = useSaid();

  const look = (): void => {
    const now = keptProgress();
    setKept(now);
    showProgress(now.progress);
  };
  useEffect(() => {
    setRefused(!storageIsOpen());
    look();
    // Another tab may note something, and the browser may show this page again as it was left.
    addEventListener('storage', look);
    addEventListener('pageshow', look);
    return () => {
      removeEventListener('storage', look);
      removeEventListener('pageshow', look);
    };
  }, []);

  const progress = kept?.progress ?? NO_PROGRESS;
  const unreadable = kept?.unreadable ?? null;
  const empty = progress.lessons.size === 0 && !unreadable;

  /** Close the question, if one is open, and say what came of it. */
  const answer = (sentence: string): void => {
    setQuestion(null);
    look();
    settle(sentence);
  };

  const open = async (file: File): Promise<void> => {
    const text = file.size > PROGRESS_LENGTH ? ' '.repeat(PROGRESS_LENGTH + 1) : await file.text();
    const read = readProgress(text);
    say(read.ok ? '' : `“${file.name}” was not taken: ${read.reason}. Your progress is as it was.`);
    setQuestion(read.ok ? { kind: 'import', fileName: file.name, progress: read.progress } : null);
  };

  const take = (taken: Progress): void => answer(takenInWords(keepProgress(taken)));

  return (
    <div class="keeper">
      {refused && <p class="keeper-trouble">{REFUSED}</p>}
      {unreadable && (
        <p class="keeper-trouble">
          What this browser keeps of your progress cannot be read: {unreadable.reason}. It is left as it is.
          You can save it as a file, and delete it here to begin anew.
        </p>
      )}
      <p class="keeper-count">{progressInWords(progress, lessonIds)}</p>
      <Status said={said} status={status} />
      {question && (
        <Asks
          key={question.kind}
          text={questionText(question, progress, lessonIds)}
          answers={
            question.kind === 'delete'
              ? [
                  [
                    'Delete',
                    () => answer(forgetProgress() || refused ? 'Your progress is deleted.' : REFUSED),
                  ],
                ]
              : [
                  ...(empty || unreadable
                    ? []
                    : [['Merge the two', () => take(merged(progress, question.progress))] as const]),
                  [empty ? 'Take it' : 'Replace mine', () => take(question.progress)],
                ]
          }
          onCancel={() => answer('Nothing was changed.')}
        />
      )}
      <div class="keeper-actions">
        <button
          type="button"
          disabled={empty}
          onClick={() =>
            saveAsFile(unreadable?.text ?? writeProgress(progress), `bypass-progress-${today()}.json`)
          }
        >
          Save as a file
        </button>
        <TakeFile label="Take from a file" disabled={!kept} onFile={(file) => void open(file)} />
        <button type="button" disabled={empty} onClick={() => setQuestion({ kind: 'delete' })}>
          Delete my progress
        </button>
      </div>
    </div>
  );
}

function questionText(question: Question, progress: Progress, lessonIds: readonly string[]): string {
  const here = progressInWords(progress, lessonIds);
  if (question.kind === 'delete') return `Here: ${here} Delete this for good?`;
  const there = progressInWords(question.progress, lessonIds);
  return progress.lessons.size === 0
    ? `In “${question.fileName}”: ${there} Take it?`
    : `In “${question.fileName}”: ${there} Here: ${here} Merge the two, or put the file’s in the place of yours?`;
}

function takenInWords(kept: Kept): string {
  return kept === 'kept' ? 'Your progress is taken from the file.' : `Taken from the file. ${REFUSED}`;
}
