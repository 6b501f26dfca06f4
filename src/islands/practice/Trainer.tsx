import { useModel } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { PracticeRecord } from '../../training/practice-record.ts';
import type { PracticeSet } from '../../training/practice-set.ts';
import type { SessionSurroundings } from '../../training/session.ts';
import { ChoiceAnswer } from './ChoiceAnswer.tsx';
import { Feedback } from './Feedback.tsx';
import { MatchAnswer } from './MatchAnswer.tsx';
import type { PracticeSound } from './practice-sound.ts';
import { SetResult } from './SetResult.tsx';
import { TrainerModel, type ListeningLimits } from './trainer-model.ts';

interface TrainerProps {
  readonly set: PracticeSet;
  readonly surroundings: SessionSurroundings;
  readonly limits: ListeningLimits;
  readonly sound: PracticeSound;
  readonly id: string;
  readonly day: string;
  onRecord(record: PracticeRecord, finished: boolean): void;
  /** Back to where sets are chosen. */
  onClose(): void;
  /** Another set like this one. */
  onAgain(): void;
  onTour(exercise: string): void;
}

/** A set, question by question, without a pause: listen, answer, hear what it was, go on. */
export function Trainer({ onClose, onAgain, onTour, ...draft }: TrainerProps) {
  const model = useModel(() => new TrainerModel(draft));
  const { sound } = draft;
  const panel = useRef<HTMLElement>(null);
  const stage = model.stage.value;
  const presented = model.presented.value;
  const question = model.question.value;
  const trouble = model.trouble.value ?? sound.trouble.value;
  useEffect(() => model.begin(), [model]);
  useKeys(panel, model, sound);
  useFocus(panel, stage, presented?.number ?? 0);

  const record = model.record.value;
  if (stage === 'finished' && record)
    return (
      <section class="trainer" aria-label="Result of the set" ref={panel}>
        <SetResult
          record={record}
          exercises={draft.surroundings.exercises}
          sources={draft.surroundings.sources}
          onClose={onClose}
          onAgain={onAgain}
          onTour={onTour}
        />
      </section>
    );
  return (
    <section class="trainer" aria-label="Practice" ref={panel}>
      <header class="trainer-head">
        <p class="kicker" role="status">
          {presented ? `Question ${presented.number} of ${presented.of}` : 'Preparing…'}
          {presented && ` · ${presented.exercise.title} · ${presented.source.label}`}
        </p>
        {presented && (
          <progress aria-label="Questions answered" max={presented.of} value={presented.number - 1} />
        )}
      </header>
      {question && <h2 class="trainer-asks">{question.asks}</h2>}
      {trouble && (
        <div class="demo-trouble" role="alert">
          <p>{trouble.message}</p>
          <p>{trouble.whatToDo}</p>
          <button type="button" onClick={model.begin}>
            Try this question again
          </button>
        </div>
      )}
      {stage === 'preparing' && !trouble && (
        <p class="trainer-preparing" role="status">
          {sound.loaded.value > 0 && sound.loaded.value < 1 ? 'Loading the song…' : 'Preparing the sounds…'}
        </p>
      )}
      {question && stage !== 'preparing' && (
        <>
          <div class="trainer-sound">
            <button
              type="button"
              class="demo-play"
              data-phase={sound.phase.value}
              disabled={model.spent.value}
              onClick={model.togglePlay}
            >
              {sound.phase.value === 'stopped' ? 'Play' : 'Stop'}
            </button>
            <div class="trainer-heard" role="radiogroup" aria-label="Listen to">
              {model.audible.value.map(({ id, label }, i) => (
                <label class="trainer-pad" key={id}>
                  <input
                    type="radio"
                    name="trainer-heard"
                    value={id}
                    checked={model.heardId.value === id}
                    disabled={model.spent.value}
                    aria-keyshortcuts={String(i + 1)}
                    onChange={() => model.hear(id)}
                  />
                  <span>
                    <kbd aria-hidden="true">{i + 1}</kbd> {label}
                  </span>
                </label>
              ))}
            </div>
          </div>
          <p class="trainer-note" role="status">
            {noteText(model)}
          </p>
          {stage === 'listening' && question.kind === 'choice' && (
            <ChoiceAnswer model={model} question={question} />
          )}
          {stage === 'listening' && question.kind === 'match' && (
            <MatchAnswer model={model} question={question} />
          )}
          {stage === 'answered' && <Feedback model={model} question={question} />}
        </>
      )}
      <p class="trainer-end">
        <button type="button" onClick={model.endEarly}>
          End the set here
        </button>
      </p>
    </section>
  );
}

function noteText(model: InstanceType<typeof TrainerModel>): string {
  if (model.spent.value) return 'That was all there is to hear. Answer from memory.';
  const seconds = model.secondsLeft.value;
  // Told now and then, not every second.
  if (seconds !== null && (seconds <= 5 || seconds % 10 === 0)) return `${seconds} seconds to answer.`;
  return '';
}

/** 1 … 9 choose what is heard; the space bar belongs to what has the focus, Escape silences. */
function useKeys(
  panel: { readonly current: HTMLElement | null },
  model: InstanceType<typeof TrainerModel>,
  sound: PracticeSound,
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') sound.stop();
      if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
      if (event.target instanceof HTMLInputElement && event.target.type === 'text') return;
      const chosen = model.audible.peek()[Number(event.key) - 1];
      if (!chosen || model.stage.peek() === 'preparing') return;
      event.preventDefault();
      model.hear(chosen.id);
    };
    const root = panel.current?.closest('main') ?? document.body;
    root.addEventListener('keydown', onKey);
    return () => root.removeEventListener('keydown', onKey);
  }, [panel, model, sound]);
}

/** What had the focus goes with its question: it moves on to what comes next. */
function useFocus(panel: { readonly current: HTMLElement | null }, stage: string, number: number): void {
  useLayoutEffect(() => {
    const next = {
      listening: '.trainer-heard input',
      answered: '.trainer-next',
      finished: 'h2',
    }[stage];
    if (next) panel.current?.querySelector<HTMLElement>(next)?.focus();
  }, [panel, stage, number]);
}
