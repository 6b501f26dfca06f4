import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  checkInWords,
  checkQuestions,
  checkResult,
  nextCheckQuestion,
  VOLUME_NOISE,
  type CheckPart,
  type CheckQuestion,
} from '../../exercises/playback-questions.ts';
import { today } from '../../progress/kept-progress.ts';
import type { PlaybackCheck } from '../../training/playback-check.ts';
import { randomSeed } from './default-set.ts';
import { PracticeSound } from './practice-sound.ts';

interface PlaybackGateProps {
  /** The last one, if there is one. */
  readonly check: PlaybackCheck | null;
  onCheck(check: PlaybackCheck): void;
}

const PART_NAMES: Readonly<Record<CheckPart, string>> = {
  sides: 'Left and right',
  headphones: 'Headphones or speakers',
  lows: 'How low it reaches',
  highs: 'How high you hear',
};

/** What this playback can do, found out by ear in two minutes, so that nothing is asked that cannot be heard on it. */
export function PlaybackGate({ check, onCheck }: PlaybackGateProps) {
  const [sound] = useState(() => new PracticeSound());
  const [questions, setQuestions] = useState<readonly CheckQuestion[] | null>(null);
  const [answers, setAnswers] = useState<ReadonlyMap<CheckQuestion, string>>(new Map());
  const [skipped, setSkipped] = useState<ReadonlySet<CheckPart>>(new Set());
  const [begun, setBegun] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => () => sound.dispose(), [sound]);

  const question = questions && begun ? nextCheckQuestion(questions, answers, skipped) : null;
  useLayoutEffect(() => {
    if (question) panel.current?.querySelector<HTMLElement>('.check-answers button')?.focus();
  }, [question]);

  const open = (): void => {
    setQuestions(checkQuestions(randomSeed()));
    setAnswers(new Map());
    setSkipped(new Set());
    setBegun(false);
    void sound.play(VOLUME_NOISE);
  };
  /** Put the next question, or end with what all answers say. */
  const goOn = (
    nextAnswers: ReadonlyMap<CheckQuestion, string>,
    nextSkipped: ReadonlySet<CheckPart>,
  ): void => {
    setBegun(true);
    setAnswers(nextAnswers);
    setSkipped(nextSkipped);
    const next = nextCheckQuestion(questions!, nextAnswers, nextSkipped);
    if (next) {
      void sound.play(next.spec);
      return;
    }
    sound.stop();
    setQuestions(null);
    onCheck(checkResult(questions!, nextAnswers, today()));
    requestAnimationFrame(() => panel.current?.querySelector<HTMLElement>('.check-result')?.focus());
  };
  const trouble = sound.trouble.value;
  return (
    <div class="playback-check" ref={panel}>
      {trouble && (
        <div class="demo-trouble" role="alert">
          <p>{trouble.message}</p>
          <p>{trouble.whatToDo}</p>
        </div>
      )}
      {!questions && (
        <>
          {check ? (
            <div class="check-result" tabIndex={-1} role="status">
              {checkInWords(check).map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </div>
          ) : (
            <p>
              Left and right, headphones or speakers, the lowest and the highest tones. What your playback
              cannot play is then not asked, and the result of a set says so. Any part can be skipped.
            </p>
          )}
          <p class="set-row">
            <button type="button" onClick={open}>
              {check ? 'Check again' : 'Begin, with soft noise'}
            </button>
          </p>
        </>
      )}
      {questions && !begun && (
        <>
          <p>
            Set your volume so that the noise is comfortable, a little softer than you would play music. Leave
            it there for the check and for practice.
          </p>
          <p class="set-row">
            <button type="button" class="trainer-next" onClick={() => goOn(answers, skipped)}>
              It is comfortable
            </button>
          </p>
        </>
      )}
      {question && (
        <>
          <p class="kicker" role="status">
            {PART_NAMES[question.part]} · {ordinalOf(question, answers)}
          </p>
          <p class="check-asks">{question.asks}</p>
          <div class="check-answers" role="group" aria-label="Your answer">
            {question.choices.map(({ id, label }) => (
              <button
                type="button"
                key={id}
                onClick={() => goOn(new Map(answers).set(question, id), skipped)}
              >
                {label}
              </button>
            ))}
          </div>
          <p class="set-row">
            {sound.phase.value === 'stopped' && (
              <button type="button" onClick={() => void sound.play(question.spec)}>
                Play it again
              </button>
            )}
            <button type="button" onClick={() => goOn(answers, new Set(skipped).add(question.part))}>
              Skip this part
            </button>
          </p>
        </>
      )}
    </div>
  );
}

/** Which question of its part this is. */
function ordinalOf({ part }: CheckQuestion, answers: ReadonlyMap<CheckQuestion, string>): string {
  const before = [...answers.keys()].filter((entry) => entry.part === part).length;
  return `question ${before + 1}`;
}
