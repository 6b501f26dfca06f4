import { describe, expect, it } from 'vitest';
import { gainToDb } from '../../src/dsp/decibels.ts';
import { panGains } from '../../src/dsp/pan.ts';

describe('Pan', () => {
  it('puts a centred mono stem into each side at −3.01 dB', () => {
    const { left, right } = panGains(0, false);
    expect(gainToDb(left)).toBeCloseTo(-3.01, 2);
    expect(right).toBeCloseTo(left, 12);
  });

  it('keeps the power of a mono stem the same in every place', () => {
    for (const pan of [-1, -0.7, -0.3, 0, 0.2, 0.5, 1]) {
      const { left, right } = panGains(pan, false);
      expect(left * left + right * right).toBeCloseTo(1, 12);
    }
  });

  it('leaves a centred stereo stem alone and never adds one side to the other', () => {
    expect(panGains(0, true)).toEqual({ left: 1, right: 1 });
    expect(panGains(-1, true).left).toBe(1);
    expect(panGains(-1, true).right).toBeCloseTo(0, 12);
  });

  it('keeps to its ends when asked for more', () => {
    expect(panGains(5, false)).toEqual(panGains(1, false));
    expect(panGains(-5, true)).toEqual(panGains(-1, true));
  });
});
