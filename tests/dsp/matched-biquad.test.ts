import { describe, expect, it } from 'vitest';
import { biquadGainDb, COEFFICIENTS, designBiquad } from '../../src/dsp/biquad.ts';
import {
  analogFilter,
  analogGainDb,
  designMatched,
  type MatchedShape,
} from '../../src/dsp/matched-biquad.ts';

const SAMPLE_RATES = [44100, 48000, 96000];
const SHELF_Q = Math.SQRT1_2;
const GAINS = [-18, -12, -6, -3, -0.1, 0.1, 3, 6, 12, 18];
const PASS_QS = [0.5098, 0.5412, SHELF_Q, 1, 1.3066, 1.9319, 2.5629];

/** Every place and shape that the EQ's parameters reach: frequencies from, to; gains; Qs. */
const REACH: [MatchedShape, number, number, number[], number[]][] = [
  ['bell', 40, 16000, GAINS, [0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 10]],
  ['lowShelf', 30, 600, GAINS, [SHELF_Q]],
  ['highShelf', 1500, 16000, GAINS, [SHELF_Q]],
  ['highPass', 10, 1000, [0], PASS_QS],
  ['lowPass', 1000, 22000, [0], PASS_QS],
  ['firstOrderHighPass', 10, 1000, [0], [1]],
  ['firstOrderLowPass', 1000, 22000, [0], [1]],
];

function* logarithmic(from: number, to: number, steps: number): Generator<number> {
  for (let i = 0; i <= steps; i++) yield from * (to / from) ** (i / steps);
}

function* reached(
  from: number,
  to: number,
  gainsDb: number[],
  qs: number[],
): Generator<{ frequencyHz: number; gainDb: number; q: number }> {
  for (const frequencyHz of logarithmic(from, to, 16))
    for (const gainDb of gainsDb) for (const q of qs) yield { frequencyHz, gainDb, q };
}

const matched = (
  shape: MatchedShape,
  rate: number,
  frequencyHz: number,
  gainDb: number,
  q: number,
): Float64Array => {
  const coefficients = new Float64Array(COEFFICIENTS);
  designMatched(coefficients, 0, shape, rate, frequencyHz, gainDb, q);
  return coefficients;
};

/** Largest distance in dB from the analog filter up to 0.45 of the rate, where that is above −100 dB. */
function largestErrorDb(
  coefficients: Float64Array,
  shape: MatchedShape,
  rate: number,
  frequencyHz: number,
  gainDb: number,
  q: number,
): number {
  const analog = analogFilter(shape, gainDb, q);
  let largest = 0;
  for (const at of logarithmic(10, 0.45 * rate, 120)) {
    const expected = analogGainDb(analog, at / frequencyHz);
    if (expected > -100)
      largest = Math.max(largest, Math.abs(biquadGainDb(coefficients, 0, rate, at) - expected));
  }
  return largest;
}

describe('A matched filter', () => {
  describe.each(SAMPLE_RATES)('at %i Hz', (rate) => {
    it.each(REACH)(
      'of shape %s stays within 0.5 dB of its analog prototype up to 0.45 of the rate, wherever it is set',
      (shape, from, to, gainsDb, qs) => {
        for (const { frequencyHz, gainDb, q } of reached(from, to, gainsDb, qs)) {
          // A corner above that has no response below half the rate to be compared with.
          if (frequencyHz > 0.45 * rate) continue;
          const coefficients = matched(shape, rate, frequencyHz, gainDb, q);
          const error = largestErrorDb(coefficients, shape, rate, frequencyHz, gainDb, q);
          expect(error, `${frequencyHz.toFixed(0)} Hz, ${gainDb} dB, Q ${q}`).toBeLessThan(0.5);
        }
      },
    );

    it.each(REACH)(
      'of shape %s is stable and of minimum phase wherever it is set',
      (shape, from, to, gainsDb, qs) => {
        // Roots inside the unit circle: |c2| < 1 and |c1| < 1 + c2; a pass filter's zeros may lie on it.
        const roots = (c1: number, c2: number): number => Math.max(Math.abs(c2), Math.abs(c1) - c2);
        for (const { frequencyHz, gainDb, q } of reached(from, to, gainsDb, qs)) {
          const [b0, b1, b2, a1, a2] = matched(shape, rate, frequencyHz, gainDb, q);
          expect(roots(a1, a2)).toBeLessThan(1);
          expect(roots(b1 / b0, b2 / b0)).toBeLessThan(1 + 1e-9);
        }
      },
    );
  });

  it('keeps a bell at 16 kHz within 0.2 dB at 48 kHz, where the bilinear transform squeezes it by over 2 dB', () => {
    const bilinear = new Float64Array(COEFFICIENTS);
    designBiquad(bilinear, 0, 'bell', 48000, 16000, 6, 1);
    expect(largestErrorDb(bilinear, 'bell', 48000, 16000, 6, 1)).toBeGreaterThan(2);
    expect(largestErrorDb(matched('bell', 48000, 16000, 6, 1), 'bell', 48000, 16000, 6, 1)).toBeLessThan(0.2);
  });

  it.each(['bell', 'lowShelf', 'highShelf'] as const)(
    'of shape %s undoes +9 dB with −9 dB to 1e-9 dB',
    (shape) => {
      const boost = matched(shape, 48000, 5000, 9, SHELF_Q);
      const cut = matched(shape, 48000, 5000, -9, SHELF_Q);
      for (const at of logarithmic(20, 23999, 40))
        expect(biquadGainDb(boost, 0, 48000, at) + biquadGainDb(cut, 0, 48000, at)).toBeCloseTo(0, 9);
    },
  );

  it('at 0 dB is the identity: its zeros are its poles', () => {
    const [b0, b1, b2, a1, a2] = matched('bell', 48000, 1000, 0, 1);
    expect([b0, b1, b2]).toEqual([1, a1, a2]);
  });
});
