import { describe, expect, it } from 'vitest';
import { gainToDb } from '../../src/dsp/decibels.ts';
import { PAN_LAW, panGains } from '../../src/dsp/pan.ts';

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

  it.each([
    [0, -3.01],
    [1, -4.515],
    [2, -6.02],
  ])('law %i puts a centred mono stem into each side at %f dB', (law, centreDb) => {
    const { left, right } = panGains(0, false, law);
    expect(gainToDb(left)).toBeCloseTo(centreDb, 2);
    expect(right).toBeCloseTo(left, 12);
    expect(PAN_LAW.choices?.[law]).toContain(String(Math.round(-centreDb * 2) / 2));
  });

  it.each([
    [0, 2],
    [1, 4 / 3],
    [2, 1],
  ])('law %i keeps the sum of both gains to the power of %f the same in every place', (law, power) => {
    for (const pan of [-1, -0.7, -0.3, 0, 0.2, 0.5, 1]) {
      const { left, right } = panGains(pan, false, law);
      expect(Math.pow(left, power) + Math.pow(right, power)).toBeCloseTo(1, 12);
    }
  });

  it.each([0, 1, 2])('law %i leaves a mono stem at full level on one side alone', (law) => {
    expect(panGains(-1, false, law).left).toBe(1);
    expect(panGains(-1, false, law).right).toBe(0);
    expect(panGains(1, false, law).left).toBeCloseTo(0, 12);
  });

  it('is the −3 dB law to the bit when none is named, and the same balance for stereo at any law', () => {
    for (const pan of [-1, -0.4, 0, 0.3, 1]) {
      const angle = ((pan + 1) * Math.PI) / 4;
      expect(panGains(pan, false)).toEqual({ left: Math.cos(angle), right: Math.sin(angle) });
      expect(panGains(pan, true, 2)).toEqual(panGains(pan, true));
    }
  });
});
