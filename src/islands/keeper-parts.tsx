import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** What is said of the last thing that was done. */
interface Said {
  readonly said: string;
  readonly status: RefObject<HTMLParagraphElement>;
  say(sentence: string): void;
  /** Say it where the focus goes too: the button that had it is gone. */
  settle(sentence: string): void;
}

/** A sentence for a `Status`, which takes the focus when a question has been answered. */
export function useSaid(): Said {
  const [said, say] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  const answered = useRef(false);
  // With the drawing and not after it, so that no key falls in between.
  useLayoutEffect(() => {
    if (answered.current) status.current?.focus();
    answered.current = false;
  });
  const settle = (sentence: string): void => {
    say(sentence);
    answered.current = true;
  };
  return { said, status, say, settle };
}

export function Status({ said, status }: Pick<Said, 'said' | 'status'>) {
  return (
    <p class="keeper-status" role="status" ref={status} tabIndex={-1}>
      {said}
    </p>
  );
}

interface AsksProps {
  readonly text: string;
  readonly answers: readonly (readonly [string, () => void])[];
  onCancel(): void;
}

/** A question with its answers; the focus goes to it. */
export function Asks({ text, answers, onCancel }: AsksProps) {
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

interface TakeFileProps {
  readonly label: string;
  readonly disabled?: boolean;
  onFile(file: File): void;
}

/** A button that takes a JSON file. */
export function TakeFile({ label, disabled, onFile }: TakeFileProps) {
  return (
    <label class="keeper-file">
      {label}
      <input
        class="visually-hidden"
        type="file"
        accept="application/json,.json"
        disabled={disabled}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // So that the same file can be chosen again.
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}
