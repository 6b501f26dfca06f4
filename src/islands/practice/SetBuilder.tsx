import { useState } from 'preact/hooks';
import type { Way } from '../../training/exercise.ts';
import type { Difficulty, PracticeSet } from '../../training/practice-set.ts';
import { copied } from '../copy-link.ts';
import { randomSeed } from './default-set.ts';
import {
  DEFAULT_LENGTH,
  FAMILIES,
  SET_LENGTHS,
  WAY_NAMES,
  type Catalogue,
  type ListedExercise,
} from './practice-catalogue.ts';

interface SetBuilderProps {
  readonly catalogue: Catalogue;
  /** The address that opens a set: its text follows. */
  linkOf(set: PracticeSet): string;
  onStart(set: PracticeSet): void;
}

const DIFFICULTIES: readonly {
  readonly id: string;
  readonly label: string;
  readonly difficulty: Difficulty;
}[] = [
  {
    id: 'adaptive-2',
    label: 'Follows me: harder after 2 right in a row',
    difficulty: { kind: 'adaptive', rule: 2, start: 'own' },
  },
  {
    id: 'adaptive-3',
    label: 'Follows me: harder after 3 right in a row',
    difficulty: { kind: 'adaptive', rule: 3, start: 'own' },
  },
  { id: 'easy', label: 'Easy throughout', difficulty: { kind: 'fixed', percent: 10 } },
  { id: 'middle', label: 'Middling throughout', difficulty: { kind: 'fixed', percent: 45 } },
  { id: 'hard', label: 'Hard throughout', difficulty: { kind: 'fixed', percent: 80 } },
];

/** A set put together by hand, to take or to send: the link asks everybody the same questions. */
export function SetBuilder({ catalogue, linkOf, onStart }: SetBuilderProps) {
  /** The way chosen for each exercise that is in. */
  const [ways, setWays] = useState<ReadonlyMap<string, Way>>(new Map());
  const [sources, setSources] = useState<ReadonlySet<string>>(new Set());
  const [length, setLength] = useState<number>(DEFAULT_LENGTH);
  const [difficulty, setDifficulty] = useState(DIFFICULTIES[0]);
  const [said, setSaid] = useState('');

  const missing = whatIsMissing(catalogue, ways, sources);
  const set = (start: 'own' | 'same'): PracticeSet => ({
    exercises: catalogue.exercises
      .filter(({ id }) => ways.has(id))
      .map(({ id }) => ({ id, way: ways.get(id)! })),
    sources: catalogue.sources.map(({ id }) => id).filter((id) => sources.has(id)),
    length,
    difficulty:
      difficulty.difficulty.kind === 'adaptive' ? { ...difficulty.difficulty, start } : difficulty.difficulty,
    seed: randomSeed(),
  });
  const toggleExercise = (exercise: ListedExercise): void => {
    const next = new Map(ways);
    if (!next.delete(exercise.id)) next.set(exercise.id, exercise.ways[0]);
    setWays(next);
  };
  const toggleSource = (id: string): void => {
    const next = new Set(sources);
    if (!next.delete(id)) next.add(id);
    setSources(next);
  };
  const copy = async (): Promise<void> => {
    const link = linkOf(set('same'));
    setSaid(
      (await copied(link, () => undefined))
        ? 'Link copied. Whoever opens it gets the same questions, starting at the same difficulty.'
        : `This browser does not let the page copy. The link: ${link}`,
    );
  };

  return (
    <form
      class="set-builder"
      onSubmit={(event) => {
        event.preventDefault();
        if (missing) setSaid(missing);
        else onStart(set('own'));
      }}
    >
      <fieldset>
        <legend>What to practise</legend>
        {FAMILIES.map((family) => (
          <div class="set-family" key={family} role="group" aria-label={family}>
            {catalogue.exercises
              .filter((exercise) => exercise.family === family)
              .map((exercise) => (
                <div class="set-exercise" key={exercise.id}>
                  <label>
                    <input
                      type="checkbox"
                      checked={ways.has(exercise.id)}
                      onChange={() => toggleExercise(exercise)}
                    />
                    <span>{exercise.title}</span>
                  </label>
                  {ways.has(exercise.id) && exercise.ways.length > 1 && (
                    <select
                      aria-label={`${exercise.title}: how to answer`}
                      value={ways.get(exercise.id)}
                      onChange={(event) =>
                        setWays(new Map(ways).set(exercise.id, event.currentTarget.value as Way))
                      }
                    >
                      {exercise.ways.map((way) => (
                        <option value={way} key={way}>
                          {WAY_NAMES[way]}
                        </option>
                      ))}
                    </select>
                  )}
                </div>
              ))}
          </div>
        ))}
      </fieldset>
      <fieldset>
        <legend>On what sound</legend>
        <div class="set-sources">
          {catalogue.sources.map(({ id, label }) => (
            <label key={id}>
              <input type="checkbox" checked={sources.has(id)} onChange={() => toggleSource(id)} />
              <span>{label}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="set-row">
        <label>
          <span>Questions</span>
          <select value={length} onChange={(event) => setLength(Number(event.currentTarget.value))}>
            {SET_LENGTHS.map((n) => (
              <option value={n} key={n}>
                {n}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Difficulty</span>
          <select
            value={difficulty.id}
            onChange={(event) =>
              setDifficulty(
                DIFFICULTIES.find(({ id }) => id === event.currentTarget.value) ?? DIFFICULTIES[0],
              )
            }
          >
            {DIFFICULTIES.map(({ id, label }) => (
              <option value={id} key={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="set-row">
        <button type="submit">Start this set</button>
        <button
          type="button"
          aria-disabled={missing !== ''}
          onClick={() => (missing ? setSaid(missing) : void copy())}
        >
          Copy a link to this set
        </button>
      </div>
      <p class="set-said" role="status">
        {said}
      </p>
    </form>
  );
}

function whatIsMissing(
  { exercises }: Catalogue,
  ways: ReadonlyMap<string, Way>,
  sources: ReadonlySet<string>,
): string {
  if (ways.size === 0) return 'Tick at least one exercise.';
  if (sources.size === 0) return 'Tick at least one sound to practise on.';
  const fits = exercises.some(({ id, suits }) => ways.has(id) && suits.some((source) => sources.has(source)));
  return fits ? '' : 'None of these exercises can be asked on these sounds. Tick another sound.';
}
