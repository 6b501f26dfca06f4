import { describe, expect, it } from 'vitest';
import {
  ABX_LENGTHS,
  abxOrder,
  answered,
  isEven,
  isFinished,
  presentX,
  resultOf,
  startAbx,
  type Side,
} from '../../src/training/abx.ts';
import { fewestHeard } from '../../src/training/abx-verdict.ts';
import { guessingChance } from '../../src/training/binomial.ts';

const SEEDS = Array.from({ length: 2000 }, (_, i) => Math.imul(i + 1, 0x9e3779b1) >>> 0);
/** A guess knows nothing of X: coins, one side throughout, taking turns, pairs, halves. */
const GUESSERS: Record<string, (i: number, n: number, seed: number) => Side> = {
  'throws a coin': (i, _, seed) => ((Math.imul(seed ^ (i * 0x85ebca6b), 0xc2b2ae35) >>> 17) & 1 ? 'A' : 'B'),
  'always says A': () => 'A',
  'takes turns': (i) => (i % 2 ? 'B' : 'A'),
  'takes turns in pairs': (i) => ((i >> 1) % 2 ? 'B' : 'A'),
  'says A for half the run, then B': (i, n) => (i < n / 2 ? 'A' : 'B'),
};

describe.each(ABX_LENGTHS)('A blind run of %i trials', (n) => {
  it('has the same order for the same seed, and another for most other seeds', () => {
    expect(abxOrder(n, 7)).toEqual(abxOrder(n, 7));
    const orders = new Set(SEEDS.map((seed) => abxOrder(n, seed).join('')));
    expect(orders.size).toBeGreaterThan(n === 10 ? 700 : 1000);
  });

  it('gives each side at least a quarter and never more than five in a row, for every seed', () => {
    for (const seed of SEEDS) {
      const order = abxOrder(n, seed).join('');
      expect(order).toHaveLength(n);
      expect(order.replaceAll('B', '').length).toBeGreaterThanOrEqual(n / 4);
      expect(order.replaceAll('A', '').length).toBeGreaterThanOrEqual(n / 4);
      expect(order).not.toMatch(/A{6}|B{6}/);
    }
  });

  it('makes X each side equally often in every trial, within 4 standard errors', () => {
    for (let i = 0; i < n; i++) {
      const as = SEEDS.filter((seed) => abxOrder(n, seed)[i] === 'A').length;
      expect(Math.abs(as / SEEDS.length - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / SEEDS.length));
    }
  });

  it.each(Object.entries(GUESSERS))('lets at most 5 % through who %s', (_, guess) => {
    const passed = SEEDS.filter((seed) => {
      let run = startAbx(n, seed);
      for (let i = 0; i < n; i++) run = answered(run, guess(i, n, seed));
      return resultOf(run)!.right >= fewestHeard(n);
    });
    // Four standard errors of a rate of 5 % at this many runs, on top of it.
    expect(passed.length / SEEDS.length).toBeLessThan(0.05 + 4 * Math.sqrt((0.05 * 0.95) / SEEDS.length));
  });

  it('lets no way of guessing through in more than 5 %: orders that are allowed are common enough', () => {
    // Any fixed answers pass in at most (binomial tail) / (share of orders that are allowed).
    let allowed = 0;
    for (let mask = 0; mask < 2 ** n; mask++)
      if (isEven(Array.from({ length: n }, (_, i): Side => ((mask >> i) & 1 ? 'A' : 'B')))) allowed++;
    expect(guessingChance(fewestHeard(n), n) / (allowed / 2 ** n)).toBeLessThanOrEqual(0.05);
  });
});

describe('Answers', () => {
  it('are taken one by one until the run is finished, and then no more', () => {
    let run = startAbx(10, 1);
    for (let i = 0; i < 10; i++) {
      expect(resultOf(run)).toBeNull();
      run = answered(run, presentX(run)!);
    }
    expect(isFinished(run)).toBe(true);
    expect(presentX(run)).toBeNull();
    expect(answered(run, 'A')).toBe(run);
  });

  it('are compared with what X was, trial by trial', () => {
    let run = startAbx(10, 3);
    const order = abxOrder(10, 3);
    for (let i = 0; i < 10; i++) run = answered(run, i < 7 ? order[i] : order[i] === 'A' ? 'B' : 'A');
    const result = resultOf(run)!;
    expect(result.right).toBe(7);
    expect(result.trials.map(({ was }) => was)).toEqual(order);
    expect(result.trials.map(({ was, said }) => was === said)).toEqual(order.map((_, i) => i < 7));
  });
});
