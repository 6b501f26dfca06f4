import type { Draw } from './random.ts';

/** The same answer comes at most three times running: two repeats. */
const LONGEST_RUN = 3;

/** An answer that was drawn, and how often the best guesser would have been right. */
export interface DrawnAnswer {
  /** Its place among the choices. */
  readonly answer: number;
  /** 0 … 1: one in so many as the rule left to choose from. Whoever knows the rule and counts can do no better. */
  readonly chance: number;
}

/**
 * The next right answer, so that all come about equally often and none more than three times running.
 *
 * Every such rule helps somebody who knows it and is told each answer: after three of a kind, the fourth is no question
 * between two. So the answer is drawn evenly from those that the rule allows, and `chance` says how many these were; a
 * verdict that counts with it cannot be reached by counting answers.
 *
 * @param before earlier right answers of the same kind of question
 * @param possible places that may be asked for at all
 */
export function drawAnswer(before: readonly number[], possible: readonly number[], draw: Draw): DrawnAnswer {
  const counts = possible.map((place) => before.filter((one) => one === place).length);
  const from = allowedAnswers(counts, before.slice(-LONGEST_RUN), possible);
  return { answer: draw.of(from), chance: 1 / from.length };
}

/**
 * What the rule leaves to draw from.
 *
 * @param counts how often each of the possible ones came
 * @param last the last answers, LONGEST_RUN of them at most
 */
export function allowedAnswers(
  counts: readonly number[],
  last: readonly number[],
  possible: readonly number[],
): readonly number[] {
  const fewest = Math.min(...counts);
  const mostAhead = possible.length === 2 ? 3 : 2;
  const spent = last.length === LONGEST_RUN && last.every((place) => place === last[0]) ? last[0] : null;
  const allowed = possible.filter((place, at) => place !== spent && counts[at] - fewest < mostAhead);
  return allowed.length > 0 ? allowed : possible;
}
