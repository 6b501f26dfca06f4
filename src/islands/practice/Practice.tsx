import { useModel } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { thresholdsOf } from '../../training/practice-record.ts';
import { ExerciseList } from './ExerciseList.tsx';
import { LateSection } from './LateSection.tsx';
import { ListeningSettings } from './ListeningSettings.tsx';
import type { Catalogue } from './practice-catalogue.ts';
import { PracticeModel } from './practice-model.ts';
import { setInWords } from './set-in-words.ts';

interface PracticeProps {
  readonly catalogue: Catalogue;
}

/** The practice page: what can be practised, a set while it is taken, what came of it. */
export function Practice({ catalogue: offered }: PracticeProps) {
  const model = useModel(() => new PracticeModel(offered));
  const root = useRef<HTMLDivElement>(null);
  const view = model.view.value;
  const parts = model.parts.value;
  const catalogue = model.catalogue.value;
  const trouble = model.trouble.value;
  useEffect(() => model.begin(), [model]);
  useFocus(root, view.kind);

  const told = trouble && (
    <div class="demo-trouble" role="alert">
      <p>{trouble.message}</p>
      <p>{trouble.whatToDo}</p>
    </div>
  );
  if (view.kind === 'cover')
    return (
      <div class="practice" ref={root}>
        {told}
        <section class="trainer" aria-label="A set to take">
          <p class="kicker">A set to take</p>
          <h2 tabIndex={-1}>Somebody sent you this set</h2>
          {setInWords(view.set, catalogue).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p>
            Everyone who opens the link gets the same questions. Take it in one go, somewhere quiet; the
            answers stay on this device.
          </p>
          <p class="trainer-end">
            <button type="button" class="trainer-next" onClick={() => void model.start(view.set)}>
              Start
            </button>
            <button type="button" onClick={model.close}>
              Not now
            </button>
          </p>
        </section>
      </div>
    );
  if (parts && view.kind === 'check')
    return (
      <div class="practice" ref={root}>
        <parts.FirstCheck
          onCheck={model.keepPlayback}
          onStart={() => model.startChecked(view.set)}
          onClose={model.close}
        />
      </div>
    );
  if (parts && view.kind === 'set')
    return (
      <div class="practice" ref={root}>
        <parts.Trainer
          key={view.id}
          id={view.id}
          day={view.day}
          set={view.set}
          surroundings={view.surroundings}
          limits={model.limits.peek()}
          sound={model.sound()!}
          onRecord={model.keep}
          onClose={model.close}
          onAgain={model.again}
          onTour={(id) => void model.show('tour', id)}
        />
      </div>
    );
  if (parts && (view.kind === 'tour' || view.kind === 'see')) {
    const Shown = view.kind === 'tour' ? parts.Tour : parts.SeeIt;
    return (
      <div class="practice" ref={root}>
        <Shown
          exercise={parts.EXERCISES.find(({ id }) => id === view.exercise)!}
          sources={model.sources()}
          sound={model.sound()!}
          onClose={model.close}
          onPractise={() => model.practise(view.exercise)}
        />
      </div>
    );
  }
  return (
    <div class="practice" ref={root}>
      {told}
      <p class="practice-said" role="status">
        {model.said.value}
      </p>
      <LateSection
        id="check"
        summary="Check your playback first"
        note={model.playbackText.value}
        load={() => import('./PlaybackGate.tsx').then((module) => module.PlaybackGate)}
        props={{ check: model.playback.value, onCheck: model.keepPlayback }}
      />
      {model.due.value.length > 0 && (
        <section class="practice-due" aria-labelledby="due">
          <h2 id="due">For today</h2>
          <ul>
            {model.due.value.map(({ exercise, source, reason }) => (
              <li key={`${exercise} ${source}`}>
                {model.titleOf(exercise)}, {model.labelOf(source)}: {reason}.
              </li>
            ))}
          </ul>
          <button type="button" class="trainer-next" onClick={model.review}>
            Practise these
          </button>
        </section>
      )}
      <section aria-labelledby="exercises">
        <h2 id="exercises" tabIndex={-1}>
          Exercises
        </h2>
        <ExerciseList
          catalogue={catalogue}
          ready={model.ready.value}
          thresholds={thresholdsOf(model.records.value)}
          onPractise={model.practise}
          onTour={(id) => void model.show('tour', id)}
          onSee={(id) => void model.show('see', id)}
        />
      </section>
      <LateSection
        id="set"
        summary="Put a set together, or send one"
        load={() => import('./SetBuilder.tsx').then((module) => module.SetBuilder)}
        props={{ catalogue, linkOf: model.linkOf, onStart: (set) => void model.start(set) }}
      />
      <LateSection
        id="own"
        summary="Practise on your own audio"
        load={() => import('./OwnAudio.tsx').then((module) => module.OwnAudio)}
        props={{ onSource: (source: Parameters<typeof model.takeOwn>[0]) => void model.takeOwn(source) }}
      />
      <ListeningSettings limits={model.limits} />
      <LateSection
        id="results"
        summary="Your results"
        note={model.resultsText.value}
        load={() => import('./PracticeResults.tsx').then((module) => module.PracticeResults)}
        props={{ model }}
      />
    </div>
  );
}

/** When the page shows something else, the focus goes to its heading. */
function useFocus(root: { readonly current: HTMLElement | null }, kind: string): void {
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) {
      const heading = root.current?.querySelector<HTMLElement>('h2[tabindex="-1"]');
      if (kind !== 'set') heading?.focus();
      root.current?.scrollIntoView({ block: 'start' });
    }
    first.current = false;
  }, [root, kind]);
}
