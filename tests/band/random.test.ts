import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/band/signal/random.ts';

const draw = (seed: string, count: number): number[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.normal());
};

describe('The random numbers', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(draw('kick', 100)).toEqual(draw('kick', 100));
    expect(draw('kick', 3)).not.toEqual(draw('snare', 3));
  });

  it('start with these for the seed "bypass", on every machine and in every release', () => {
    const random = createRandom('bypass');
    expect([random.uniform(), random.uniform()]).toEqual([0.6877031500916928, 0.276632493827492]);
  });

  it('have mean 0 and standard deviation 1 where they are normal, within 2 %', () => {
    const numbers = draw('many', 50_000);
    const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
    const variance = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / numbers.length;
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(Math.abs(Math.sqrt(variance) - 1)).toBeLessThan(0.02);
  });
});
