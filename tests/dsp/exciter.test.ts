import { describe, expect, it } from 'vitest';
import { biquadGainDb, BUTTERWORTH_Q, COEFFICIENTS, designBiquad } from '../../src/dsp/biquad.ts';
import { dbToGain } from '../../src/dsp/decibels.ts';
import { Exciter, exciterCurve, EXCITER_PARAMETERS, type ExciterSettings } from '../../src/dsp/exciter.ts';
import { clampValues } from '../../src/dsp/parameter.ts';
import { curveAt } from '../../src/dsp/saturation-curves.ts';
import { harmonicDb, largestStepRatio, pinkNoise, spectrumDb, splatterDb } from './colour.ts';
import { describeContract, largestDifference, run } from './contract.ts';

const SAMPLE_RATE = 48000;
/** Analysis length; frequencies are whole numbers of cycles in it. */
const FRAMES = 1 << 16;
const bin = (frequencyHz: number): number => Math.round((frequencyHz * FRAMES) / SAMPLE_RATE) | 1;

describeContract({
  name: 'The exciter',
  create: () => new Exciter(),
  working: { frequencyHz: 2000, driveDb: 24, evenPercent: 50, amountPercent: 100 },
  other: { frequencyHz: 6000, driveDb: 6, evenPercent: 0, amountPercent: 30 },
  exact: { amountPercent: 0 },
});

function prepared(settings: Partial<ExciterSettings>): Exciter {
  const exciter = new Exciter();
  exciter.prepare(SAMPLE_RATE);
  exciter.set(settings);
  return exciter;
}

/** Settled spectrum of the left output for sines given by bin and peak. */
function settledDb(settings: Partial<ExciterSettings>, ...sines: [number, number][]): Float64Array {
  const input = Float64Array.from({ length: 2 * FRAMES }, (_, i) =>
    sines.reduce((sum, [cycles, peak]) => sum + peak * Math.sin((2 * Math.PI * cycles * i) / FRAMES), 0),
  );
  return spectrumDb(run(prepared(settings), [input, input], 128)[0].subarray(FRAMES));
}

describe('The exciter', () => {
  it('at amount 0 is an exact delay', () => {
    const input = pinkNoise(4000, 3, -12);
    const device = prepared({ amountPercent: 0, driveDb: 36 });
    const [out] = run(device, [input, input], 128);
    const late = out.subarray(device.latencySamples);
    const early = input.subarray(0, late.length);
    expect(largestDifference([late, late], [early, early])).toBe(0);
  });

  it.each([0, 30, 100])(
    'with %i %% even adds the harmonics of its curve, as the corner passes them, within 0.1 dB',
    (evenPercent) => {
      const settings = { frequencyHz: 3000, driveDb: 18, evenPercent, amountPercent: 50 };
      const curve = exciterCurve(clampValues(EXCITER_PARAMETERS, settings));
      const corner = new Float64Array(COEFFICIENTS);
      designBiquad(corner, 0, 'highPass', SAMPLE_RATE, 3000, 0, BUTTERWORTH_Q);
      const cycles = bin(5000);
      const frequencyHz = (cycles * SAMPLE_RATE) / FRAMES;
      const spectrum = settledDb(settings, [cycles, 0.2]);
      const peak = 0.2 * dbToGain(biquadGainDb(corner, 0, SAMPLE_RATE, frequencyHz));
      for (const harmonic of [2, 3]) {
        const expectedDb =
          harmonicDb((x) => curveAt(curve, x), peak, harmonic) +
          biquadGainDb(corner, 0, SAMPLE_RATE, harmonic * frequencyHz) -
          6.02;
        if (expectedDb < -120) expect(spectrum[harmonic * cycles]).toBeLessThan(-120);
        else expect(Math.abs(spectrum[harmonic * cycles] - expectedDb)).toBeLessThan(0.1);
      }
    },
  );

  it('at 0 % even has no second harmonic, at 100 % its third is 20 dB under the second', () => {
    const cycles = bin(5000);
    const odd = settledDb({ evenPercent: 0, amountPercent: 100 }, [cycles, 0.1]);
    expect(odd[2 * cycles]).toBeLessThan(-200);
    expect(odd[3 * cycles]).toBeGreaterThan(-70);
    const even = settledDb({ evenPercent: 100, amountPercent: 100 }, [cycles, 0.1]);
    expect(even[3 * cycles]).toBeLessThan(even[2 * cycles] - 20);
  });

  it('leaves a 200 Hz sine at its level within 0.001 dB under a corner of 3 kHz', () => {
    const cycles = bin(200);
    const [without, with_] = [0, 100].map(
      (amountPercent) => settledDb({ amountPercent }, [cycles, 0.5])[cycles],
    );
    expect(Math.abs(with_ - without)).toBeLessThan(0.001);
  });

  it('brings back no DC, and of the 200 Hz between 6 kHz and 6.2 kHz 46 dB less than of their sum', () => {
    const [low, high] = [bin(6000), bin(6200)];
    const spectrum = settledDb({ evenPercent: 100, amountPercent: 100 }, [low, 0.2], [high, 0.2]);
    expect(spectrum[0]).toBeLessThan(-200);
    // A square makes both alike; the corner at 3 kHz takes 47 dB at 200 Hz.
    expect(spectrum[high - low]).toBeLessThan(spectrum[high + low] - 46);
  });

  it('at full drive and amount folds nothing of a full-scale 5 kHz sine back above −80 dB', () => {
    const cycles = bin(5000);
    const spectrum = settledDb({ driveDb: 36, amountPercent: 100, frequencyHz: 1000 }, [cycles, 1]);
    const aliases = spectrum.subarray(0, bin(20000)).filter((_, i) => i % cycles !== 0);
    expect(Math.max(...aliases) - spectrum[cycles]).toBeLessThan(-80);
  });

  it('never adds more than the band itself: noise rises by at most 6 dB in any band', () => {
    const noise = pinkNoise(FRAMES, 5, -12);
    const [out] = run(prepared({ driveDb: 36, amountPercent: 100, frequencyHz: 1000 }), [noise, noise], 128);
    const power = (x: Float64Array): number => x.reduce((sum, v) => sum + v * v, 0);
    expect(10 * Math.log10(power(out) / power(noise))).toBeLessThan(6);
  });

  it.each([
    ['amount', { amountPercent: 100 }, { amountPercent: 0 }],
    ['drive', { driveDb: 6, amountPercent: 100 }, { driveDb: 36, amountPercent: 100 }],
    ['balance', { evenPercent: 0, amountPercent: 100 }, { evenPercent: 100, amountPercent: 100 }],
    ['frequency', { frequencyHz: 1000, amountPercent: 100 }, { frequencyHz: 8000, amountPercent: 100 }],
  ])(
    'moves its %s under a 5.06 kHz sine with no more than −110 dB farther than 2 kHz from a harmonic',
    (_name, from, to) => {
      expect(splatterDb(new Exciter(), from, to, 5062.5)).toBeLessThan(-110);
    },
  );

  it('moved 50 times in a second never makes a step twice as large as the sine’s own', () => {
    const settings = [{ driveDb: 36, amountPercent: 100 }, { frequencyHz: 1000 }, { amountPercent: 0 }];
    expect(largestStepRatio(new Exciter(), settings)).toBeLessThan(2);
  });
});
