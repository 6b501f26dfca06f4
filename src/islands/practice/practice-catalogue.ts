import type { Exercise, SizeUnit, Way } from '../../training/exercise.ts';

/** What the page says of an exercise before any of its sounds are needed. */
export interface ListedExercise {
  readonly id: string;
  readonly title: string;
  readonly trains: string;
  readonly family: Exercise['family'];
  readonly unit: SizeUnit;
  readonly ways: readonly Way[];
  /** Length of its ladder. */
  readonly rungs: number;
  /** Ids of the sources that it can be asked on. */
  readonly suits: readonly string[];
}

export interface ListedSource {
  readonly id: string;
  readonly label: string;
}

/** Everything that can be practised, as the page lists it. */
export interface Catalogue {
  readonly exercises: readonly ListedExercise[];
  readonly sources: readonly ListedSource[];
}

export const WAY_NAMES: Readonly<Record<Way, string>> = {
  abx: 'A, B or X',
  name: 'Name it',
  match: 'Match it by ear',
};

export const FAMILIES: readonly Exercise['family'][] = [
  'level and place',
  'tone',
  'dynamics',
  'space and colour',
  'the whole',
];

/** Lengths of a set. A staircase needs some thirty answers to settle, which take 8 to 12 minutes. */
export const SET_LENGTHS = [12, 16, 24, 32, 40] as const;
export const DEFAULT_LENGTH = 32;

/** The id of a learner's own audio among the sources. */
export const OWN_SOURCE = 'own';
