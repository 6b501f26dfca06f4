/** How many ways there are to choose k of n; exact up to n = 50. */
function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
  return ways;
}

/**
 * Chance, 0 … 1, that somebody who guesses between two gets at least `right` of `n`: the exact one-sided binomial tail,
 * Σ C(n, k) / 2ⁿ for k = right … n.
 *
 * @param n whole, 1 … 50
 */
export function guessingChance(right: number, n: number): number {
  let ways = 0;
  for (let k = Math.max(0, right); k <= n; k++) ways += choose(n, k);
  return ways / 2 ** n;
}

/** Share of the trials in which the difference was heard, 0 … 1, once lucky guesses are taken off: 9 of 12 are a half. */
export function guessCorrectedShare(right: number, n: number): number {
  return Math.max(0, (2 * right) / n - 1);
}
