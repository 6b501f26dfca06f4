import { describe, expect, it } from 'vitest';
import { Compressor } from '../../src/dsp/compressor.ts';
import {
  LookAheadCompressor,
  type LookAheadCompressorSettings,
} from '../../src/dsp/compressor-look-ahead.ts';
import { dbToGain, gainToDb } from '../../src/dsp/decibels.ts';
import { describeContract, run } from './contract.ts';
import { noise } from './noise.ts';

const SAMPLE_RATE = 48000;

describeContract({
  name: 'The look-ahead compressor',
  create: () => new LookAheadCompressor(),
  working: { thresholdDb: -30, ratio: 4, kneeDb: 6, attackMs: 5, releaseMs: 80, lookAheadMs: 5 },
  other: { thresholdDb: -12, ratio: 2, kneeDb: 12, attackMs: 30, releaseMs: 200, lookAheadMs: 1 },
});

function prepared(settings: Partial<LookAheadCompressorSettings>): LookAheadCompressor {
  const compressor = new LookAheadCompressor();
  compressor.prepare(SAMPLE_RATE);
  compressor.set(settings);
  return compressor;
}

describe('The look-ahead compressor', () => {
  const settings = { thresholdDb: -24, ratio: 4, kneeDb: 0, attackMs: 1, releaseMs: 100 };

  it.each([0, 2.5, 10])('delays by 10 ms at a look-ahead of %f ms', (lookAheadMs) => {
    const compressor = prepared({ ...settings, lookAheadMs });
    expect(compressor.latencySamples).toBe(480);
    const click = new Float64Array(1000);
    click[100] = 0.01;
    expect(run(compressor, [click, click], 128)[0].findIndex((value) => value !== 0)).toBe(580);
  });

  it('without look-ahead is the plain compressor, 10 ms later, to the bit', () => {
    const compressor = new Compressor();
    compressor.prepare(SAMPLE_RATE);
    compressor.set(settings);
    const input = noise(SAMPLE_RATE, 3, 0.5);
    const [plain] = run(compressor, [input, input], 128);
    const [ahead] = run(prepared({ ...settings, lookAheadMs: 0 }), [input, input], 128);
    expect(ahead.subarray(480)).toEqual(plain.subarray(0, SAMPLE_RATE - 480));
  });

  it.each([2, 5])('with %i ms of look-ahead has moved for that long when a step of level is heard', (ms) => {
    const step = new Float64Array(9600).map((_, i) => (i < 4800 ? 0 : dbToGain(-12)));
    const [left] = run(prepared({ ...settings, attackMs: 10, lookAheadMs: ms }), [step, step], 128);
    const first = left.find((value) => value !== 0)!;
    // One sample of attack is over when a sample is heard, with or without look-ahead.
    const moved = 1 - Math.exp(-(ms * 48 + 1) / 480);
    expect((-12 - gainToDb(first)) / 9).toBeCloseTo(moved, 6);
  });
});
