import type { AnsweredQuestion } from '../training/practice-record.ts';
import type { PracticeSet } from '../training/practice-set.ts';

/** A set that was begun and left: enough to ask the rest of it, and nothing that tells its answers. */
export interface UnfinishedSet {
  /** The id that its record will have. */
  readonly id: string;
  /** "2026-11-27" */
  readonly day: string;
  readonly set: PracticeSet;
  readonly answers: readonly AnsweredQuestion[];
}
