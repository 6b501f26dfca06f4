import { useMemo, useState } from 'preact/hooks';
import type { MeasuredDemo } from '../../demos/demo.ts';
import type { PictureName } from '../../demos/demo-pictures.ts';
import type { Exercise, Source } from '../../training/exercise.ts';
import { Draw, seedOf } from '../../training/random.ts';
import { Demo } from '../Demo.tsx';
import { randomSeed } from './default-set.ts';
import { SourceSelect, suitedSources, Unscored, type UnscoredProps } from './Unscored.tsx';

/** The same questions with everything shown: what was done is told, pictures are on, and nothing is counted. */
export function SeeIt(props: UnscoredProps) {
  const { exercise, sources } = props;
  const suited = suitedSources(exercise, sources);
  const [sourceId, setSourceId] = useState(suited[0].id);
  const [rung, setRung] = useState(0);
  const [number, setNumber] = useState(0);
  const [seed] = useState(randomSeed);
  const source = suited.find(({ id }) => id === sourceId) ?? suited[0];
  const shown = useMemo(
    () => demoOf(exercise, source, rung, seedOf(seed, number)),
    [exercise, source, rung, seed, number],
  );
  return (
    <Unscored what="See it" {...props}>
      <div class="set-row">
        <SourceSelect sources={suited} chosen={source} onChoose={setSourceId} />
        {exercise.ladder.length > 1 && (
          <label>
            <span>Size</span>
            <select value={rung} onChange={(event) => setRung(Number(event.currentTarget.value))}>
              {exercise.ladder.map((size, i) => (
                <option value={i} key={size}>
                  {size} {exercise.unit}
                </option>
              ))}
            </select>
          </label>
        )}
        <button type="button" onClick={() => setNumber(number + 1)}>
          Another one
        </button>
      </div>
      <Demo
        demo={shown.demo}
        key={shown.demo.id}
        onModel={(model) => (model.levelMatch.value = shown.matched)}
      />
    </Unscored>
  );
}

/** What a change can be seen in, whatever it was. */
const PICTURES: readonly PictureName[] = ['spectrum', 'loudness', 'goniometer', 'chain'];

/** A question as a demo: untouched against changed, measured as it plays. */
function demoOf(exercise: Exercise, source: Source, rung: number, seed: number) {
  const draw = new Draw(seed);
  const way = exercise.ways.includes('name') ? 'name' : exercise.ways[0];
  const answer = draw.below(exercise.choiceCount(way, source));
  const question = exercise.ask({ source, way, rung, answer, draw });
  const draft = {
    id: `see-${exercise.id}-${source.id}-${rung}-${seed}`,
    title: exercise.title,
    listenFor: question.tells,
    variants: [
      { id: 'dry', label: question.dryLabel ?? 'Untouched', spec: question.dry },
      { id: 'true', label: question.truthLabel ?? 'Changed', spec: question.truth },
    ],
    switches: [],
    knobs: [],
  };
  const demo: MeasuredDemo = {
    ...draft,
    gainReductionOf: null,
    pictures: PICTURES,
    earsFirst: false,
    loudnessLufs: {},
    words: { dry: [], true: [question.tells] },
    stemNames: {},
    stereoStemIds: [],
  };
  return { demo, matched: question.levels === 'matched' };
}
