import type { Way } from '../../training/exercise.ts';
import type { PracticeRecord } from '../../training/practice-record.ts';
import type { PracticeSet } from '../../training/practice-set.ts';
import { DEFAULT_LENGTH, type ListedExercise } from './practice-catalogue.ts';

/**
 * A set of one exercise, as its button starts it: on the source that it was practised on least, the plainest one first,
 * so that hearing is not tied to one sound.
 */
export function defaultSet(
  exercise: ListedExercise,
  way: Way,
  records: readonly PracticeRecord[],
  seed: number,
): PracticeSet {
  const times = (source: string): number =>
    records.filter(({ answers }) =>
      answers.some((answer) => answer.exercise === exercise.id && answer.source === source),
    ).length;
  const source = exercise.suits.reduce((least, other) => (times(other) < times(least) ? other : least));
  return {
    exercises: [{ id: exercise.id, way }],
    sources: [source],
    length: DEFAULT_LENGTH,
    difficulty: { kind: 'adaptive', rule: 2, start: 'own' },
    seed,
  };
}

export function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0];
}
