import { describe, expect, it } from 'vitest';
import { biquadGainDb, COEFFICIENTS } from '../../src/dsp/biquad.ts';
import { designBand, EQ_PARAMETERS, eqBands } from '../../src/dsp/eq-bands.ts';
import { Eq } from '../../src/dsp/eq.ts';
import { clampValues } from '../../src/dsp/parameter.ts';
import { describeContract, largestDifference, run } from './contract.ts';
import { noise } from './noise.ts';

const SAMPLE_RATE = 48000;
type Settings = Parameters<Eq['set']>[0];

describeContract({
  name: 'The EQ',
  create: () => new Eq(),
  working: {
    highPassHz: 80,
    lowShelfDb: 4,
    lowBellHz: 260,
    lowBellDb: -6,
    midBellDb: 3,
    highBellDb: 2,
    highShelfDb: -3,
    lowPassHz: 18000,
  },
  other: { lowBellHz: 500, lowBellDb: 6 },
});

/** Gain in dB that a sine of this frequency meets, measured on the settled output. */
function measuredGainDb(settings: Settings, frequencyHz: number): number {
  const eq = new Eq();
  eq.prepare(SAMPLE_RATE);
  eq.set(settings);
  const sine = Float64Array.from({ length: 48000 }, (_, i) =>
    Math.sin((2 * Math.PI * frequencyHz * i) / SAMPLE_RATE),
  );
  const [out] = run(eq, [sine, sine], 128);
  const power = (x: Float64Array): number => x.subarray(24000).reduce((sum, v) => sum + v * v, 0);
  return 10 * Math.log10(power(out) / power(sine));
}

describe('The EQ', () => {
  it.each([
    ['a −6 dB bell at 260 Hz', { lowBellHz: 260, lowBellDb: -6 }, 260, -6],
    ['a +4 dB bell at 3 kHz', { highBellHz: 3000, highBellDb: 4 }, 3000, 4],
    ['a +5 dB low shelf at 120 Hz, far below', { lowShelfHz: 120, lowShelfDb: 5 }, 10, 5],
    ['a +5 dB low shelf at 120 Hz, at its corner', { lowShelfHz: 120, lowShelfDb: 5 }, 120, 2.5],
    ['a −4 dB high shelf at 8 kHz, far above', { highShelfHz: 8000, highShelfDb: -4 }, 22000, -4],
    ['a high-pass at 100 Hz, at its corner', { highPassHz: 100 }, 100, -3.01],
    ['a high-pass at 100 Hz, two octaves below', { highPassHz: 100 }, 25, -24.1],
    ['a low-pass at 5 kHz, at its corner', { lowPassHz: 5000 }, 5000, -3.01],
  ] as const)(
    '%s: %# measures the gain it promises within 0.1 dB',
    (_name, settings, frequencyHz, gainDb) => {
      expect(measuredGainDb(settings, frequencyHz)).toBeCloseTo(gainDb, 1);
    },
  );

  it('draws the curve that it plays: the computed response equals the measured one within 0.01 dB', () => {
    const settings = { highPassHz: 60, lowShelfDb: 3, lowBellDb: -5, highBellDb: 4, highShelfDb: -6 };
    const coefficients = new Float64Array(7 * COEFFICIENTS);
    eqBands(clampValues(EQ_PARAMETERS, settings)).forEach((band, i) =>
      designBand(coefficients, i * COEFFICIENTS, band, SAMPLE_RATE),
    );
    for (const frequencyHz of [40, 120, 250, 1000, 4000, 12000]) {
      let computed = 0;
      for (let band = 0; band < 7; band++)
        computed += biquadGainDb(coefficients, band * COEFFICIENTS, SAMPLE_RATE, frequencyHz);
      expect(measuredGainDb(settings, frequencyHz)).toBeCloseTo(computed, 2);
    }
  });

  it('leaves every bit alone when all bands are flat', () => {
    const eq = new Eq();
    eq.prepare(SAMPLE_RATE);
    eq.set({});
    const input = noise(4000, 3);
    expect(largestDifference(run(eq, [input, input], 128), [input, input])).toBe(0);
  });

  it('returns to bit-exact within a second after its bands have been moved back to 0 dB', () => {
    const eq = new Eq();
    eq.prepare(SAMPLE_RATE);
    eq.set({ lowBellHz: 60, lowBellDb: 12, highPassHz: 30 });
    const input = noise(48000, 4, 0.5);
    run(eq, [input, input], 128);
    eq.set({});
    run(eq, [input, input], 128);
    expect(largestDifference(run(eq, [input, input], 128), [input, input])).toBe(0);
  });
});
