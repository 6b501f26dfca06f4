import { describe, expect, it } from 'vitest';
import { abxVerdict, abxVerdictText, fewestHeard } from '../../src/training/abx-verdict.ts';
import { guessCorrectedShare, guessingChance } from '../../src/training/binomial.ts';

/** Pascal's triangle in whole numbers, added up. */
function exactTail(right: number, n: number): number {
  let row = [1n];
  for (let i = 0; i < n; i++) row = [1n, ...row.slice(1).map((value, k) => value + row[k]), 1n];
  const ways = row.slice(right).reduce((sum, value) => sum + value, 0n);
  return Number(ways) / 2 ** n;
}

describe('The chance of a guesser', () => {
  it('equals the exact sum of the binomial tail for every score of up to 20 trials', () => {
    for (let n = 1; n <= 20; n++)
      for (let right = 0; right <= n; right++)
        expect(guessingChance(right, n)).toBeCloseTo(exactTail(right, n), 14);
  });

  it.each([
    [9, 10, 0.011],
    [10, 12, 0.019],
    [12, 16, 0.038],
    [15, 20, 0.021],
    [8, 10, 0.055],
  ])('to get %i of %i right or more is %f', (right, n, chance) => {
    expect(guessingChance(right, n)).toBeCloseTo(chance, 3);
  });

  it.each([
    [6, 12, 0],
    [9, 12, 0.5],
    [12, 12, 1],
    [3, 12, 0],
  ])('taken off, %i of %i right are a share of %f heard', (right, n, share) => {
    expect(guessCorrectedShare(right, n)).toBe(share);
  });
});

describe('The verdict', () => {
  it.each([
    [10, 9],
    [12, 10],
    [16, 12],
    [20, 15],
  ])('of %i trials is "you hear it" from %i right on, and never below', (n, bar) => {
    expect(fewestHeard(n)).toBe(bar);
    for (let right = 0; right <= n; right++) expect(abxVerdict(right, n) === 'heard').toBe(right >= bar);
  });

  it.each([
    [
      10,
      12,
      '10 of 12: you hear it. A guesser gets this far in 2 of 100 tries. Corrected for guessing, that is 67 % of the trials.',
    ],
    [
      12,
      16,
      '12 of 16: you hear it. A guesser gets this far in 4 of 100 tries. Corrected for guessing, that is 50 % of the trials.',
    ],
    [
      12,
      12,
      '12 of 12: you hear it. A guesser gets this far in 1 of 4096 tries. Corrected for guessing, that is 100 % of the trials.',
    ],
    [
      11,
      12,
      '11 of 12: you hear it. A guesser gets this far in 3 of 1000 tries. Corrected for guessing, that is 83 % of the trials.',
    ],
    [
      8,
      10,
      '8 of 10 can be luck: a guesser gets this far in 5 or 6 of 100 tries. 9 of 10 would show that you hear it.',
    ],
    [
      6,
      12,
      '6 of 12: you cannot hear this yet, and that is a result. A guesser gets this far in 61 of 100 tries.',
    ],
    [
      1,
      12,
      '1 of 12 is fewer than a guesser would get. You may hear a difference and have swapped the names; as it stands it does not count.',
    ],
  ])('on %i of %i is honest in words', (right, n, text) => {
    expect(abxVerdictText(right, n).replaceAll('\u00a0', ' ')).toBe(text);
  });
});
