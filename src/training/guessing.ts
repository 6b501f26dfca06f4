/**
 * A result that guessing reaches at most this often counts as heard. The tail below takes it as given which questions
 * were easy to guess; in truth that hangs a little on the answers before. At 4.5 % the best way of guessing, one that
 * knows the rule of the answers and counts, passes in less than 5 % of sets (tests/training/best-guesser.test.ts).
 */
export const HEARD_CHANCE = 0.045;
/** One that guessing reaches more often than this is no sign of hearing at all. */
export const NO_SIGN_CHANCE = 0.25;

/**
 * Chance, 0 … 1, that a guesser gets at least `right` of some questions, each of which guessing answers rightly with its
 * own chance: the upper tail of the Poisson binomial distribution, by adding one question after the other (Y. H. Wang,
 * Statistica Sinica 3, 1993).
 */
export function guessingChanceOf(right: number, chances: readonly number[]): number {
  // Probability of each number of right answers so far.
  let counts = [1];
  for (const chance of chances) {
    const next = new Array<number>(counts.length + 1).fill(0);
    counts.forEach((probability, n) => {
      next[n] += probability * (1 - chance);
      next[n + 1] += probability * chance;
    });
    counts = next;
  }
  let tail = 0;
  for (let n = Math.max(0, right); n < counts.length; n++) tail += counts[n];
  return Math.min(1, tail);
}

/** Share of the questions that were heard, 0 … 1, once lucky guesses are taken off (Abbott 1925). */
export function correctedShare(right: number, chances: readonly number[]): number {
  const lucky = chances.reduce((sum, chance) => sum + chance, 0);
  if (chances.length <= lucky) return 0;
  return Math.max(0, (right - lucky) / (chances.length - lucky));
}
