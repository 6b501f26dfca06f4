import type { Way } from './exercise.ts';

/** How hard questions are. */
export type Difficulty =
  | {
      /** Harder after 2 or 3 right answers in a row, easier after one that is not (Levitt 1971). */
      readonly kind: 'adaptive';
      readonly rule: 2 | 3;
      /** Near the learner's own level; or the same for everybody, as in a set that was sent as a link. */
      readonly start: 'own' | 'same';
    }
  | {
      readonly kind: 'fixed';
      /** Share of the way down the ladder, in percent: 0 is the easiest rung, 100 the hardest. */
      readonly percent: number;
    };

/** Questions without a pause between them: everything that decides what is asked. */
export interface PracticeSet {
  readonly exercises: readonly { readonly id: string; readonly way: Way }[];
  /** Sources' ids. A pair of an exercise and a source that do not suit each other is left out. */
  readonly sources: readonly string[];
  /** Number of questions. */
  readonly length: number;
  readonly difficulty: Difficulty;
  /** 32 bits. */
  readonly seed: number;
}
