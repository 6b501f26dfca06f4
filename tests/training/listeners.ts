import type { Draw } from '../../src/training/random.ts';

/** Somebody whose hearing is known: the chance of a right answer by size (Weibull, as in Watson & Pelli 1983). */
export interface Listener {
  /** The size that is answered rightly in `atShare` of questions, in the exercise's unit. */
  readonly threshold: number;
  readonly atShare: number;
  /** Steepness: 2 is a shallow psychometric function, 4 a steep one. */
  readonly slope: number;
  /** Share of answers that go wrong whatever the size. */
  readonly lapses: number;
  /** Chance of guessing rightly. */
  readonly guessing: number;
}

/** Chance of a right answer, 0 … 1. */
export function rightChance({ threshold, atShare, slope, lapses, guessing }: Listener, size: number): number {
  const most = 1 - lapses;
  // Scaled so that the threshold is answered rightly in exactly `atShare`.
  const k = -Math.log(1 - (atShare - guessing) / (most - guessing));
  return guessing + (most - guessing) * (1 - Math.exp(-k * (size / threshold) ** slope));
}

export function answersRightly(listener: Listener, size: number, draw: Draw): boolean {
  return draw.between(0, 1) < rightChance(listener, size);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
