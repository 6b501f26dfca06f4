import { Draw } from './random.ts';

/** One of the two versions of a blind comparison. */
export type Side = 'A' | 'B';

/** Lengths of a run that can be chosen. It is fixed beforehand: stopping when it looks good would be no test. */
export const ABX_LENGTHS = [10, 12, 16, 20] as const;
export type AbxLength = (typeof ABX_LENGTHS)[number];
export const DEFAULT_ABX_LENGTH: AbxLength = 12;

/** Of each side at least a quarter, and never more than five of one in a row: no run looks broken. */
const LEAST_SHARE = 1 / 4;
const LONGEST_STREAK = 5;

/** A blind run: what X is in each trial, and what has been said so far. */
export interface AbxRun {
  readonly order: readonly Side[];
  readonly answers: readonly Side[];
}

/** A finished run, trial by trial. */
export interface AbxResult {
  readonly right: number;
  readonly trials: readonly { readonly was: Side; readonly said: Side }[];
}

/** A run of n trials; the same seed gives the same order. */
export function startAbx(n: AbxLength, seed: number): AbxRun {
  return { order: abxOrder(n, seed), answers: [] };
}

/** The run after one more answer; a finished one takes none. */
export function answered(run: AbxRun, said: Side): AbxRun {
  return isFinished(run) ? run : { ...run, answers: [...run.answers, said] };
}

/** What X is now; null when all is answered. */
export function presentX(run: AbxRun): Side | null {
  return run.order[run.answers.length] ?? null;
}

export function isFinished(run: AbxRun): boolean {
  return run.answers.length === run.order.length;
}

/** Null until the last answer: an unfinished run counts for nothing. */
export function resultOf(run: AbxRun): AbxResult | null {
  if (!isFinished(run)) return null;
  const trials = run.order.map((was, i) => ({ was, said: run.answers[i] }));
  return { right: trials.filter(({ was, said }) => was === said).length, trials };
}

/**
 * What X is in each of n trials: a coin for each, thrown again as a whole when it came out lopsided or streaky.
 *
 * Halving it exactly, or forbidding a third in a row, would be a gift to somebody who guesses and takes care to
 * alternate: up to 13 % of such guessers would pass 12 of 16. With these two rules no way of guessing passes in more
 * than 5 % (tests/training/abx.test.ts goes through every order).
 */
export function abxOrder(n: number, seed: number): Side[] {
  const draw = new Draw(seed);
  for (;;) {
    const order = Array.from({ length: n }, (): Side => (draw.coin() ? 'A' : 'B'));
    if (isEven(order)) return order;
  }
}

/** Whether an order may be used: neither lopsided nor streaky. */
export function isEven(order: readonly Side[]): boolean {
  const as = order.filter((side) => side === 'A').length;
  const least = order.length * LEAST_SHARE;
  return as >= least && order.length - as >= least && longestStreak(order) <= LONGEST_STREAK;
}

function longestStreak(order: readonly Side[]): number {
  let longest = 0;
  let streak = 0;
  order.forEach((side, i) => {
    streak = side === order[i - 1] ? streak + 1 : 1;
    longest = Math.max(longest, streak);
  });
  return longest;
}
