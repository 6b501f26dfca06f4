import { describe, expect, it } from 'vitest';
import { dbToGain, gainToDb } from '../../src/dsp/decibels.ts';
import { FAR_BELOW_DB, gainsToDb, reductionsToGains } from '../../src/dsp/fast-decibels.ts';

/** From `from` to `to` dB in steps that fall on no step of a table. */
const decibels = (from: number, to: number): Float64Array =>
  Float64Array.from({ length: Math.floor((to - from) / 0.00713) }, (_, i) => from + i * 0.00713);

const largestOf = (values: Float64Array): number =>
  values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);

describe('Fast decibels', () => {
  it('agree with 20·log10 within 1e-9 dB from −240 to +120 dB', () => {
    const gains = decibels(-240, 120).map(dbToGain);
    const fast = gains.slice();
    gainsToDb(fast, 0, fast.length, -300);
    expect(largestOf(fast.map((db, i) => db - gainToDb(gains[i])))).toBeLessThan(1e-9);
  });

  it('make of levels up to the floor, and of what is not a number, the value that stands for all of them', () => {
    const levels = Float64Array.of(0, 0.1, 0.2, NaN, -1);
    gainsToDb(levels, 0, 5, -20);
    expect([...levels]).toEqual([
      FAR_BELOW_DB,
      FAR_BELOW_DB,
      expect.closeTo(gainToDb(0.2), 9),
      FAR_BELOW_DB,
      FAR_BELOW_DB,
    ]);
  });

  it('make gains within 1e-9 dB of the reduction asked for, from 0.001 to 239 dB', () => {
    const reductions = decibels(0.001, 239);
    const fast = reductions.slice();
    reductionsToGains(fast, 0, fast.length);
    expect(largestOf(fast.map((gain, i) => gainToDb(gain) + reductions[i]))).toBeLessThan(1e-9);
  });

  it('stay finite where a blast asks for more than any table', () => {
    const reductions = Float64Array.of(600);
    reductionsToGains(reductions, 0, 1);
    expect(reductions[0]).toBeCloseTo(1e-12, 20);
  });

  it('say whether anything is turned at all', () => {
    expect(reductionsToGains(Float64Array.of(0, 1e-6), 0, 2)).toBe(false);
    expect(reductionsToGains(Float64Array.of(0, 1e-4), 0, 2)).toBe(true);
  });
});
