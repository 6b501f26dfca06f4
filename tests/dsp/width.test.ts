import { describe, expect, it } from 'vitest';
import { Width, type WidthSettings } from '../../src/dsp/width.ts';
import { describeContract, largestDifference, run } from './contract.ts';
import { correlation, powerDb } from './impulse-response.ts';
import { noise } from './noise.ts';

const SAMPLE_RATE = 48000;

describeContract({
  name: 'The width',
  create: () => new Width(),
  working: { widthPercent: 150, monoBelowHz: 120 },
  other: { widthPercent: 40, monoBelowHz: 20 },
});

function through(settings: Partial<WidthSettings>, left: Float64Array, right: Float64Array) {
  const width = new Width();
  width.prepare(SAMPLE_RATE);
  width.set(settings);
  return run(width, [left, right], 128);
}

const sine = (frequencyHz: number, phase = 0): Float64Array =>
  Float64Array.from({ length: SAMPLE_RATE }, (_, i) =>
    Math.sin((2 * Math.PI * frequencyHz * i) / SAMPLE_RATE + phase),
  );
const sumOf = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value + b[i]);
const settledDb = (x: Float64Array): number => powerDb(x.subarray(SAMPLE_RATE / 2));

describe('The width', () => {
  const left = noise(2 * SAMPLE_RATE, 1, 0.5);
  const right = noise(2 * SAMPLE_RATE, 2, 0.5);

  it('leaves every bit alone at 100 % with the bass as it is', () => {
    expect(largestDifference(through({}, left, right), [left, right])).toBe(0);
  });

  it('makes both sides the same, to the bit, at 0 %', () => {
    const [l, r] = through({ widthPercent: 0 }, left, right);
    expect(largestDifference([l, l], [r, r])).toBe(0);
  });

  it.each([0.5, 1.5, 2])('at %f times the width, unrelated sides correlate by (1 − w²) / (1 + w²)', (w) => {
    const [l, r] = through({ widthPercent: 100 * w }, left, right);
    expect(correlation(l, r)).toBeCloseTo((1 - w * w) / (1 + w * w), 1);
  });

  it('leaves a mono stem alone and raises what is only at the sides by 6.02 dB at 200 %', () => {
    const opposite = left.map((value) => -value);
    const mono = through({ widthPercent: 200 }, left, left);
    expect(largestDifference(mono, [left, left])).toBeLessThan(1e-12);
    expect(powerDb(through({ widthPercent: 200 }, left, opposite)[0]) - powerDb(left)).toBeCloseTo(6.02, 2);
  });

  it.each([0, 60, 200])('keeps the mono sum as it was at %i %%', (widthPercent) => {
    const [l, r] = through({ widthPercent }, left, right);
    const sum = sumOf(l, r);
    const before = sumOf(left, right);
    expect(largestDifference([sum, sum], [before, before])).toBeLessThan(1e-12);
  });

  it.each([
    [30, -48.2],
    [60, -24.6],
    [120, -6.02],
    [240, -0.53],
    [2000, 0],
  ])('mono below 120 Hz turns the side at %i Hz by %f dB: 24 dB an octave, −6 dB at the corner', (...c) => {
    const [frequencyHz, gainDb] = c;
    const tone = sine(frequencyHz);
    const [l] = through(
      { monoBelowHz: 120 },
      tone,
      tone.map((value) => -value),
    );
    expect(settledDb(l) - settledDb(tone)).toBeCloseTo(gainDb, 1);
  });

  it.each([40, 120, 300, 5000])('mono below 120 Hz keeps the level of the middle at %i Hz', (frequencyHz) => {
    const tone = sine(frequencyHz);
    const [l] = through({ monoBelowHz: 120 }, tone, tone);
    expect(settledDb(l) - settledDb(tone)).toBeCloseTo(0, 3);
  });

  it.each([120, 240, 1000])(
    'keeps middle and side in step at %i Hz: what is left stays left, only nearer to the centre',
    (frequencyHz) => {
      const tone = sine(frequencyHz);
      const [l, r] = through({ monoBelowHz: 120 }, tone, new Float64Array(tone.length));
      // In step, both sides are the same tone at two levels; out of step they would differ in phase.
      const kept = Math.abs(correlation(l.subarray(24000), r.subarray(24000)));
      const side = 1 / (1 + (120 / frequencyHz) ** 4);
      expect(settledDb(l) - settledDb(tone)).toBeCloseTo(20 * Math.log10((1 + side) / 2), 2);
      if (side < 0.99) expect(kept).toBeCloseTo(1, 4);
    },
  );
});
