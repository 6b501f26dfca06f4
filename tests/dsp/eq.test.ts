import { describe, expect, it } from 'vitest';
import { EQ_PARAMETERS, type EqSettings } from '../../src/dsp/eq-bands.ts';
import { eqCurveDb } from '../../src/dsp/eq-curve.ts';
import { Eq } from '../../src/dsp/eq.ts';
import { describeContract, largestDifference, run } from './contract.ts';
import { noise } from './noise.ts';

const SAMPLE_RATE = 48000;
type Settings = Partial<EqSettings>;
/** Orders of the filters that the slopes choose among. */
const SLOPE_ORDERS = [1, 2, 3, 4, 6, 8];

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
    lowPassSlope: 4,
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
    ['a −4 dB high shelf at 4 kHz, far above', { highShelfHz: 4000, highShelfDb: -4 }, 22000, -4],
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
    for (const frequencyHz of [40, 120, 250, 1000, 4000, 12000, 20000])
      expect(measuredGainDb(settings, frequencyHz)).toBeCloseTo(
        eqCurveDb(settings, frequencyHz, SAMPLE_RATE),
        2,
      );
  });

  it.each(SLOPE_ORDERS.map((order, slope) => [6 * order, slope, order]))(
    'at %i dB/octave is 3 dB down at either corner and falls by that much an octave',
    (_dB, slope, order) => {
      const settings = { highPassHz: 1000, highPassSlope: slope, lowPassHz: 1000, lowPassSlope: slope };
      const { highPassHz, highPassSlope, lowPassHz, lowPassSlope } = settings;
      const high = { highPassHz, highPassSlope };
      const low = { lowPassHz, lowPassSlope };
      expect(eqCurveDb(high, 1000, SAMPLE_RATE)).toBeCloseTo(-3.01, 1);
      expect(eqCurveDb(low, 1000, SAMPLE_RATE)).toBeCloseTo(-3.01, 1);
      const falls = (part: Settings, fromHz: number, toHz: number): number =>
        eqCurveDb(part, fromHz, SAMPLE_RATE) - eqCurveDb(part, toHz, SAMPLE_RATE);
      expect(Math.abs(falls(high, 100, 50) - 6.02 * order)).toBeLessThan(0.1);
      expect(Math.abs(falls(low, 5000, 10000) - 6.02 * order)).toBeLessThan(0.3);
    },
  );

  it.each(SLOPE_ORDERS.map((order, slope) => [6 * order, slope]))(
    'measures 3 dB down at a 100 Hz high-pass of %i dB/octave and at a 15 kHz low-pass',
    (_dB, slope) => {
      expect(measuredGainDb({ highPassHz: 100, highPassSlope: slope }, 100)).toBeCloseTo(-3.01, 1);
      expect(Math.abs(measuredGainDb({ lowPassHz: 15000, lowPassSlope: slope }, 15000) + 3.01)).toBeLessThan(
        0.4,
      );
    },
  );

  it('means 12 dB/octave where no slope is set', () => {
    expect(eqCurveDb({ highPassHz: 200 }, 20, SAMPLE_RATE)).toBe(
      eqCurveDb({ highPassHz: 200, highPassSlope: 1 }, 20, SAMPLE_RATE),
    );
    expect(eqCurveDb({ highPassHz: 1000 }, 100, SAMPLE_RATE)).toBeCloseTo(-40, 1);
  });

  it.each([44100, 48000, 96000])(
    'at %i Hz stays below +60 dBFS through 300 jumps across its whole range, then returns to bit-exact',
    (sampleRate) => {
      const eq = new Eq();
      eq.prepare(sampleRate);
      eq.set({});
      const dice = noise(300 * Object.keys(EQ_PARAMETERS).length, 9);
      const input = noise(700, 5, 0.5);
      const silence = new Float64Array(700);
      let roll = 0;
      for (let jump = 0; jump < 300; jump++) {
        const settings = Object.entries(EQ_PARAMETERS).map(([name, { min, max, taper }]) => {
          const place = (dice[roll++] + 1) / 2;
          return [name, taper === 'log' ? min * (max / min) ** place : min + place * (max - min)];
        });
        eq.set(Object.fromEntries(settings) as Settings);
        const [left, right] = run(eq, [input, input], 128);
        expect(largestDifference([left, right], [silence, silence])).toBeLessThan(1000);
      }
      eq.set({});
      run(eq, [noise(3 * sampleRate, 6), noise(3 * sampleRate, 7)], 128);
      expect(largestDifference(run(eq, [input, input], 128), [input, input])).toBe(0);
    },
  );

  it('gives on one channel what it gives on two equal ones, bit for bit, also while it moves and after', () => {
    const [mono, stereo] = [new Eq(), new Eq()];
    const settings: Settings[] = [
      { lowBellDb: 4 },
      { lowBellDb: 4, highPassHz: 90, highPassSlope: 4 },
      { lowBellDb: 0, highShelfDb: -5, lowPassHz: 9000, lowPassSlope: 5 },
      {},
    ];
    for (const eq of [mono, stereo]) eq.prepare(SAMPLE_RATE);
    settings.forEach((step, i) => {
      const input = noise(3000, i + 1);
      const single = input.slice();
      for (const eq of [mono, stereo]) eq.set(step);
      for (let start = 0; start < 3000; start += 100)
        mono.processMono(single.subarray(start, start + 100), 100);
      expect(largestDifference(run(stereo, [input, input], 100), [single, single])).toBe(0);
    });
  });

  it('goes on as if it had always been stereo when a mono signal turns stereo', () => {
    const [mono, stereo] = [new Eq(), new Eq()];
    const first = noise(512, 1);
    const then: [Float64Array, Float64Array] = [noise(512, 2), noise(512, 3)];
    for (const eq of [mono, stereo]) {
      eq.prepare(SAMPLE_RATE);
      eq.set({ lowBellDb: 9, highPassHz: 60 });
    }
    mono.processMono(first.slice(), 512);
    run(stereo, [first, first], 512);
    expect(largestDifference(run(mono, then, 128), run(stereo, then, 128))).toBe(0);
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
