import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
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
  const [said, setSaid] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  /** A question was answered, and the button that had the focus is gone. */
  const answered = useRef(false);

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

  /** Close the question, if one is open, and say what came of it where the focus goes. */
  const settle = (sentence: string): void => {
    setQuestion(null);
    look();
    setSaid(sentence);
    answered.current = true;
  };
  // With the drawing and not after it, so that no key falls in between.
  useLayoutEffect(() => {
    if (answered.current) status.current?.focus();
    answered.current = false;
  });

  const open = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (!file) return;
    const text = file.size > PROGRESS_LENGTH ? ' '.repeat(PROGRESS_LENGTH + 1) : await file.text();
    // So that the same file can be chosen again.
    input.value = '';
    const read = readProgress(text);
    setSaid(read.ok ? '' : `“${file.name}” was not taken: ${read.reason}. Your progress is as it was.`);
    setQuestion(read.ok ? { kind: 'import', fileName: file.name, progress: read.progress } : null);
  };

  const take = (taken: Progress): void => settle(takenInWords(keepProgress(taken)));

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
      <p class="keeper-status" role="status" ref={status} tabIndex={-1}>
        {said}
      </p>
      {question && (
        <Asks
          key={question.kind}
          text={questionText(question, progress, lessonIds)}
          answers={
            question.kind === 'delete'
              ? [
                  [
                    'Delete',
                    () => settle(forgetProgress() || refused ? 'Your progress is deleted.' : REFUSED),
                  ],
                ]
              : [
                  ...(empty || unreadable
                    ? []
                    : [['Merge the two', () => take(merged(progress, question.progress))] as const]),
                  [empty ? 'Take it' : 'Replace mine', () => take(question.progress)],
                ]
          }
          onCancel={() => settle('Nothing was changed.')}
        />
      )}
      <div class="keeper-actions">
        <button
          type="button"
          disabled={empty}
          onClick={() => saveAsFile(unreadable?.text ?? writeProgress(progress))}
        >
          Save as a file
        </button>
        <label class="keeper-file">
          Take from a file
          <input
            class="visually-hidden"
            type="file"
            accept="application/json,.json"
            disabled={!kept}
            onChange={(event) => void open(event.currentTarget)}
          />
        </label>
        <button type="button" disabled={empty} onClick={() => setQuestion({ kind: 'delete' })}>
          Delete my progress
        </button>
      </div>
    </div>
  );
}

interface AsksProps {
  readonly text: string;
  readonly answers: readonly (readonly [string, () => void])[];
  onCancel(): void;
}

/** A question with its answers; the focus goes to it. */
function Asks({ text, answers, onCancel }: AsksProps) {
  const group = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => group.current?.focus(), []);
  return (
    <div class="keeper-asks" role="group" aria-label={text} ref={group} tabIndex={-1}>
      <p>{text}</p>
      <div class="keeper-actions">
        {answers.map(([name, onClick]) => (
          <button type="button" key={name} onClick={onClick}>
            {name}
          </button>
        ))}
        <button type="button" onClick={onCancel}>
          Cancel
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

function saveAsFile(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `bypass-progress-${today()}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
