import type { SizeUnit, Way } from './exercise.ts';
import type { PlaybackCheck } from './playback-check.ts';
import type { PracticeSet } from './practice-set.ts';

/** One question, answered. */
export interface AnsweredQuestion {
  readonly exercise: string;
  readonly source: string;
  readonly way: Way;
  readonly rung: number;
  /** In the exercise's unit. */
  readonly size: number;
  /** How often the best guesser would have been right, 0 … 1. */
  readonly chance: number;
  readonly right: boolean;
  /** 0 … 1: partly right answers earn a part. */
  readonly credit: number;
  /** In words. */
  readonly said: string;
  readonly was: string;
}

/** The smallest size that is heard, from where a staircase turned. */
export interface Threshold {
  readonly exercise: string;
  readonly source: string;
  readonly way: Way;
  readonly rule: 2 | 3;
  readonly unit: SizeUnit;
  /** Heard in 70.7 % (2-down-1-up) or 79.4 % (3-down-1-up) of questions. */
  readonly size: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
  readonly reversals: number;
}

/** A set that was taken. */
export interface PracticeRecord {
  /** Unique: when it began, and its seed. */
  readonly id: string;
  /** "2026-11-27", where the learner is. */
  readonly day: string;
  readonly set: PracticeSet;
  readonly answers: readonly AnsweredQuestion[];
  /** Where enough turns were made; for the others, none. */
  readonly thresholds: readonly Threshold[];
  /** What was not asked because it could not have been heard or does not suit, each once. */
  readonly withdrawn: readonly {
    readonly exercise: string;
    readonly source: string;
    readonly reason: string;
  }[];
  readonly endedEarly: boolean;
  /** Null where it was not made. */
  readonly playback: PlaybackCheck | null;
}

/** The newest threshold of each exercise, source and way. @param records oldest first */
export function thresholdsOf(records: readonly PracticeRecord[]): Threshold[] {
  const newest = new Map<string, Threshold>();
  for (const { thresholds } of records)
    for (const threshold of thresholds)
      newest.set(`${threshold.exercise} ${threshold.source} ${threshold.way}`, threshold);
  return [...newest.values()];
}
