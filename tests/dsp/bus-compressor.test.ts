import { describe, expect, it } from 'vitest';
import {
  BUS_COMPRESSOR_PARAMETERS,
  BusCompressor,
  type BusCompressorSettings,
} from '../../src/dsp/bus-compressor.ts';
import { Compressor } from '../../src/dsp/compressor.ts';
import { AUTO_RELEASE_MS } from '../../src/dsp/compressor-gain.ts';
import { dbToGain, gainToDb } from '../../src/dsp/decibels.ts';
import { describeContract, largestDifference, run } from './contract.ts';
import { noise } from './noise.ts';

const SAMPLE_RATE = 48000;
const AUTO = BUS_COMPRESSOR_PARAMETERS.release.max;

describeContract({
  name: 'The bus compressor',
  create: () => new BusCompressor(),
  working: { thresholdDb: -30, ratio: 2, attack: 3, release: AUTO },
  other: { thresholdDb: -12, ratio: 0, attack: 5, release: 0, makeupDb: 6, sidechainHighPassHz: 100 },
});

function prepared(settings: Partial<BusCompressorSettings>): BusCompressor {
  const compressor = new BusCompressor();
  compressor.prepare(SAMPLE_RATE);
  compressor.set(settings);
  return compressor;
}

const steady = (levelDb: number, seconds: number): Float64Array =>
  new Float64Array(Math.round(seconds * SAMPLE_RATE)).fill(dbToGain(levelDb));

/** Reduction in dB that is left `seconds` after a level 16 dB over a 4:1 threshold has lasted for `loudSeconds`. */
function leftDb(release: number, loudSeconds: number, seconds: number): number {
  const compressor = prepared({ thresholdDb: -20, ratio: 2, attack: 0, release });
  const loud = steady(-4, loudSeconds);
  run(compressor, [loud, loud], 128);
  const quiet = steady(-60, seconds);
  return -60 - gainToDb(run(compressor, [quiet, quiet], 128)[0].at(-1)!);
}

describe('The bus compressor', () => {
  it.each([
    [0, 1.5],
    [1, 2],
    [2, 4],
    [3, 10],
  ])('at ratio choice %i turns 12 dB over the threshold into 12 dB ÷ %f', (ratio, expected) => {
    const loud = steady(-8, 2);
    const [left] = run(prepared({ thresholdDb: -20, ratio, attack: 0, release: 0 }), [loud, loud], 128);
    expect(gainToDb(left.at(-1)!) + 20).toBeCloseTo(12 / expected, 3);
  });

  it('is a compressor of a 6 dB knee, to the bit', () => {
    const plain = new Compressor();
    plain.prepare(SAMPLE_RATE);
    plain.set({ thresholdDb: -24, ratio: 4, kneeDb: 6, attackMs: 3, releaseMs: 300, makeupDb: 2 });
    const input: [Float64Array, Float64Array] = [noise(9600, 1, 0.5), noise(9600, 2, 0.5)];
    const bus = prepared({ thresholdDb: -24, ratio: 2, attack: 3, release: 1, makeupDb: 2 });
    expect(largestDifference(run(bus, input, 128), run(plain, input, 128))).toBe(0);
  });

  it('gives back 63 % of 12 dB within a fixed release, however long the level was up', () => {
    for (const loudSeconds of [0.1, 5]) expect(leftDb(1, loudSeconds, 0.3)).toBeCloseTo(12 * Math.exp(-1), 1);
  });

  it('on automatic release gives a 20 ms peak back at the short time constant, 100 ms', () => {
    expect(leftDb(AUTO, 0.02, 0.1)).toBeCloseTo(12 * Math.exp(-1), 1);
  });

  it('on automatic release gives back slowly what has lasted: as two time constants in series', () => {
    const short = AUTO_RELEASE_MS.short / 1000;
    const long = AUTO_RELEASE_MS.long / 1000;
    // A one-pole of `long` that has settled on 12 dB follows a decay of `short`.
    const sustained = (t: number): number =>
      (12 * (long * Math.exp(-t / long) - short * Math.exp(-t / short))) / (long - short);
    for (const seconds of [0.2, 0.6, 1.2, 3])
      expect(leftDb(AUTO, 12, seconds)).toBeCloseTo(sustained(seconds), 2);
  });

  it('hands the reduction over from automatic to fixed release without a jump', () => {
    const compressor = prepared({ thresholdDb: -20, ratio: 2, attack: 0, release: AUTO });
    const loud = steady(-4, 5);
    const quiet = steady(-60, 0.5);
    run(compressor, [loud, loud], 128);
    const before = run(compressor, [quiet, quiet], 128)[0].at(-1)!;
    compressor.set({ thresholdDb: -20, ratio: 2, attack: 0, release: 3 });
    const after = run(compressor, [quiet, quiet], 128)[0][0]!;
    expect(Math.abs(gainToDb(after / before))).toBeLessThan(0.01);
  });
});
