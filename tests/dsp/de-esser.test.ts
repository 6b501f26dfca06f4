import { describe, expect, it } from 'vitest';
import { DeEsser, type DeEsserSettings } from '../../src/dsp/de-esser.ts';
import { dbToGain, gainToDb } from '../../src/dsp/decibels.ts';
import { describeContract, largestDifference, run } from './contract.ts';
import { noise } from './noise.ts';
import { tone } from './signals.ts';

const SAMPLE_RATE = 48000;
const SPLIT = 0;
const WIDEBAND = 1;

describeContract({
  name: 'The de-esser',
  create: () => new DeEsser(),
  working: { mode: SPLIT, frequencyHz: 5000, thresholdDb: -12, rangeDb: 12 },
  other: { mode: WIDEBAND, frequencyHz: 8000, thresholdDb: -6, rangeDb: 6 },
});

function prepared(settings: Partial<DeEsserSettings>): DeEsser {
  const deEsser = new DeEsser();
  deEsser.prepare(SAMPLE_RATE);
  deEsser.set(settings);
  return deEsser;
}

/** Level change in dB of a steady sine of one frequency. */
function changeDb(settings: Partial<DeEsserSettings>, frequencyHz: number): number {
  const sine = tone(SAMPLE_RATE, [[1, -12]], frequencyHz);
  const [left] = run(prepared(settings), [sine, sine], 128);
  return gainToDb(rms(left.subarray(24000)) / rms(sine.subarray(24000)));
}

const rms = (samples: Float64Array): number =>
  Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);

/** Frequency relative to the corner, as the bilinear transform warps it. */
const warped = (hz: number, cornerHz: number): number =>
  Math.tan((Math.PI * hz) / SAMPLE_RATE) / Math.tan((Math.PI * cornerHz) / SAMPLE_RATE);

/** A sine that fades in over 100 ms: an onset in the middle of nothing is as bright as an "s". */
const vowel = (frequencyHz: number, levelDb: number): Float64Array =>
  tone(SAMPLE_RATE, [[1, levelDb]], frequencyHz).map(
    (value, i) => value * (i < 4800 ? 0.5 - 0.5 * Math.cos((Math.PI * i) / 4800) : 1),
  );

/** 0.5 s of a low voice, then of the same with noise of an "s" on it. */
function voice(levelDb: number): Float64Array {
  const hiss = noise(SAMPLE_RATE, 4, 0.5);
  const hum = vowel(200, -20);
  const bright = hiss.map((value, i) => (i < 24000 ? 0 : value - (hiss[i - 1] ?? 0)));
  return hum.map((value, i) => dbToGain(levelDb) * (value + bright[i]));
}

describe('The de-esser', () => {
  it.each([SPLIT, WIDEBAND])(
    'passes a voice without sibilance bit-exact, bands summed and all (mode %i)',
    (mode) => {
      const input = vowel(300, -6);
      const output = run(prepared({ mode, thresholdDb: -12 }), [input, input], 128);
      expect(largestDifference(output, [input, input])).toBe(0);
    },
  );

  it.each([100, 1000, 3000, 6000, 12000, 20000])(
    'with no range sums its bands flat within 0.01 dB at %i Hz',
    (hz) => {
      expect(Math.abs(changeDb({ thresholdDb: -60, rangeDb: 0 }, hz))).toBeLessThan(0.01);
    },
  );

  it.each([3000, 6000, 9000, 16000])(
    'split at 6 kHz and 12 dB down leaves of a %i Hz sine what a second-order shelf leaves, with no bump',
    (hz) => {
      const gain = dbToGain(-12);
      const w4 = warped(hz, 6000) ** 4;
      const shelfDb = 10 * Math.log10((1 + gain * gain * w4) / (1 + w4));
      expect(changeDb({ mode: SPLIT, frequencyHz: 6000, thresholdDb: -60, rangeDb: 12 }, hz)).toBeCloseTo(
        shelfDb,
        2,
      );
    },
  );

  it.each([3000, 9000])('wideband takes a %i Hz sine that asks for it down by its range', (hz) => {
    expect(changeDb({ mode: WIDEBAND, frequencyHz: 6000, thresholdDb: -60, rangeDb: 9 }, hz)).toBeCloseTo(
      -9,
      2,
    );
  });

  it('takes back, dB for dB, what stands above the threshold', () => {
    // Of a sine at the corner the high-pass leaves half the power: −3.01 dB of the whole.
    const change = changeDb({ mode: WIDEBAND, frequencyHz: 6000, thresholdDb: -8, rangeDb: 24 }, 6000);
    expect(change).toBeCloseTo(-(8 - 3.0103), 1);
  });

  it('works alike on loud and quiet words: 40 dB less in is 40 dB less out, within 1e-6 dB', () => {
    const settings = { mode: SPLIT, frequencyHz: 5000, thresholdDb: -12, rangeDb: 12 };
    const [loud] = run(prepared(settings), [voice(0), voice(0)], 128);
    const [quiet] = run(prepared(settings), [voice(-40), voice(-40)], 128);
    const difference = loud.map((value, i) => value - quiet[i] * 100);
    expect(gainToDb(rms(difference) / rms(loud))).toBeLessThan(-140);
  });

  it('turns an “s” down and leaves the vowel before it bit-exact', () => {
    const input = voice(0);
    const deEsser = prepared({ mode: SPLIT, frequencyHz: 5000, thresholdDb: -12, rangeDb: 12 });
    const [left] = run(deEsser, [input, input], 128);
    expect(left.findIndex((value, i) => value !== input[i])).toBeGreaterThanOrEqual(24000);
    expect(gainToDb(rms(left.subarray(30000)) / rms(input.subarray(30000)))).toBeLessThan(-6);
    expect(deEsser.takeGainReductionDb()).toBeGreaterThan(6);
  });
});
