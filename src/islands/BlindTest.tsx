import { useModel } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { MeasuredDemo } from '../demos/demo.ts';
// As an address: an imported style sheet would be part of every page from the start.
import blindCss from '../styles/blind.css?url&no-inline';
import { BlindModel, type Heard } from './blind-model.ts';
import { BlindResults } from './BlindResults.tsx';
import { BlindSetUp } from './BlindSetUp.tsx';
import { blindResultText } from './blind-text.ts';
import type { DemoModel } from './demo-model.ts';

type Blind = InstanceType<typeof BlindModel>;

const HEARD: readonly Heard[] = ['A', 'B', 'X'];

interface BlindTestProps {
  readonly demo: MeasuredDemo;
  readonly model: InstanceType<typeof DemoModel>;
  onClose(): void;
}

/** Two versions of a demo and an X that is one of them: set up, listen and answer, read the result. */
export function BlindTest({ demo, model, onClose }: BlindTestProps) {
  const blind = useModel(() => new BlindModel(demo, model, randomSeed));
  const panel = useRef<HTMLDivElement>(null);
  const stage = blind.stage.value;
  useKeys(panel, blind);
  useFocus(panel, stage);

  const close = (): void => {
    const section = panel.current?.closest('section');
    onClose();
    // The button that opened this is back after the next drawing.
    requestAnimationFrame(() => section?.querySelector<HTMLElement>('.blind-open')?.focus());
  };
  const result = blind.result.value;
  const trouble = blind.trouble.value;
  return (
    <div class="blind" role="group" aria-label="Blind test" ref={panel}>
      <link rel="stylesheet" href={blindCss} />
      <p class="blind-title">Blind test</p>
      <p class="blind-status" role="status">
        {stage === 'running' && `Trial ${blind.trial.value} of ${blind.length.value}`}
        {stage === 'preparing' && 'Measuring both versions…'}
        {stage === 'ended early' && 'Ended early: not counted.'}
        {result && blindResultText(result)}
      </p>
      {trouble && (
        <p role="alert">
          {trouble.message} {trouble.whatToDo}
        </p>
      )}
      {result && <BlindResults result={result} />}
      {stage === 'running' ? (
        <Trial demo={demo} blind={blind} playing={model.phase.value === 'playing'} />
      ) : (
        <BlindSetUp demo={demo} blind={blind} onClose={close} />
      )}
    </div>
  );
}

function Trial({
  demo,
  blind,
  playing,
}: {
  readonly demo: MeasuredDemo;
  readonly blind: Blind;
  readonly playing: boolean;
}) {
  const mayAnswer = playing && blind.heardX.value;
  const hintId = `${demo.id}-blind-hint`;
  return (
    <>
      <div class="blind-heard" role="radiogroup" aria-label="Listen to">
        {HEARD.map((what) => (
          <label class="demo-variant" data-side={what.toLowerCase()} key={what}>
            <input
              type="radio"
              name={`${demo.id}-blind`}
              value={what}
              checked={blind.heard.value === what}
              onChange={() => blind.hear(what)}
            />
            <span>
              <strong>{what}</strong> {what === 'X' ? 'one of the two' : blind.labels.value[what]}
            </span>
          </label>
        ))}
      </div>
      <div class="blind-actions">
        {(['A', 'B'] as const).map((side) => (
          <button
            type="button"
            class="blind-answer"
            aria-disabled={!mayAnswer}
            aria-describedby={hintId}
            key={side}
            onClick={() => mayAnswer && blind.answer(side)}
          >
            X is {side}
          </button>
        ))}
        <button type="button" onClick={blind.endEarly}>
          End the test
        </button>
      </div>
      <p class="blind-hint" id={hintId}>
        {mayAnswer
          ? 'Go back and forth as often as you like. Right or wrong is told at the end.'
          : playing
            ? 'Listen to X before you answer. The keys A, B and X choose.'
            : 'Nothing plays. Press Play to go on.'}
      </p>
    </>
  );
}

function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0];
}

/** A, B and X choose what is heard while the focus is inside the demo. */
function useKeys(panel: { readonly current: HTMLElement | null }, blind: Blind): void {
  useEffect(() => {
    const section = panel.current?.closest('section');
    const onKey = (event: KeyboardEvent): void => {
      const what = HEARD.find((name) => name === event.key.toUpperCase());
      if (!what || event.ctrlKey || event.metaKey || event.altKey || blind.stage.peek() !== 'running') return;
      event.preventDefault();
      blind.hear(what);
      panel.current?.querySelector<HTMLElement>(`input[value="${what}"]`)?.focus();
    };
    section?.addEventListener('keydown', onKey);
    return () => section?.removeEventListener('keydown', onKey);
  }, [panel, blind]);
}

/** What had the focus goes with its stage: it moves on to what comes next. */
function useFocus(panel: { readonly current: HTMLElement | null }, stage: string): void {
  useLayoutEffect(() => {
    const next = stage === 'running' ? 'input:checked' : '.blind-begin';
    if (stage !== 'preparing') panel.current?.querySelector<HTMLElement>(next)?.focus();
  }, [panel, stage]);
}
