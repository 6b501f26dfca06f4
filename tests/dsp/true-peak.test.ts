import { describe, expect, it } from 'vitest';
import { gainToDb } from '../../src/dsp/decibels.ts';
import { kaiserSinc } from '../../src/dsp/kaiser-sinc.ts';
import { TruePeakMeter, truePeakDbtp } from '../../src/dsp/true-peak.ts';
import { noise } from './noise.ts';
import { fadedTone, kickAndNoise, quarterRateBursts, square, tone } from './signals.ts';

/** EBU Tech 3341 v4, table 1, rows 15–19: cycles per sample, phase, peak, and what must be read. */
const STEADY = [
  ['15: fs/4 at 0°', 1 / 4, 0, 0.5, -6],
  ['16: fs/4 at 45°', 1 / 4, 45, 0.5, -6],
  ['17: fs/6 at 60°', 1 / 6, 60, 0.5, -6],
  ['18: fs/8 at 67.5°', 1 / 8, 67.5, 0.5, -6],
  ['19: fs/4 at 45°, above full scale', 1 / 4, 45, 1.41, 3],
] as const;

const FACTORS = [4, 8, 16] as const;

/**
 * Tech 3341 rows 20–23: fs/6 at half scale with one cycle of fs/4 at full scale in it, phase-continuous, made at four
 * times the sample rate, low-passed, and every fourth sample taken from `offset` on.
 */
function oneLoudCycle(sampleRate: number, offset: number): Float64Array {
  const frames = 4 * 0.5 * sampleRate;
  const loudStart = 24 * Math.round(frames / 48);
  const fade = 4 * 0.01 * sampleRate;
  const fast = Float64Array.from({ length: frames }, (_, i) => {
    const since = i - loudStart;
    const loud = since >= 0 && since < 16;
    const cycles = loud ? since / 16 : (since < 0 ? since : since - 16) / 24;
    return Math.min(1, i / fade, (frames - 1 - i) / fade) * (loud ? 1 : 0.5) * Math.sin(2 * Math.PI * cycles);
  });
  const kernels = kaiserSinc(4, 64, 9);
  const length = frames / 4 - 64;
  return Float64Array.from({ length }, (_, n) => {
    let sum = 0;
    for (let k = -128; k < 128; k++) {
      // The interpolator's kernels, interleaved, are one low-pass at half the lower rate.
      const phase = ((k % 4) + 4) % 4;
      sum += kernels[phase]![31 - (k - phase) / 4]! * (fast[4 * (n + 32) + offset + k] ?? 0);
    }
    return sum / 4;
  });
}

/** Every kernel at every place, without any skipping. */
function exhaustivePeakDbtp(samples: Float64Array, kernels: readonly Float64Array[]): number {
  const taps = kernels[0]!.length;
  let peak = 0;
  for (let i = 0; i < samples.length + taps; i++) {
    for (const kernel of kernels) {
      let sum = 0;
      for (let k = 0; k < taps; k++) sum += kernel[k] * (samples[i - taps + 1 + k] ?? 0);
      peak = Math.max(peak, Math.abs(sum));
    }
  }
  return gainToDb(peak);
}

describe.each([44100, 48000])('True peak at %i Hz', (sampleRate) => {
  describe.each(FACTORS)('read at %i×', (oversampling) => {
    it.each(STEADY)(
      'puts Tech 3341 row %s within +0.2/−0.4 dB',
      (_row, cycles, phase, peak, expectedDbtp) => {
        const samples = fadedTone(sampleRate, 0.5, cycles, phase, peak);
        const error = truePeakDbtp([samples, samples], oversampling) - expectedDbtp;
        expect(error).toBeGreaterThanOrEqual(-0.4);
        expect(error).toBeLessThanOrEqual(0.2);
      },
    );

    it.each([20, 21, 22, 23])(
      'puts Tech 3341 row %i, one cycle at full scale, within +0.2/−0.4 dB of 0 dBTP',
      (row) => {
        const reading = truePeakDbtp([oneLoudCycle(sampleRate, row - 20)], oversampling);
        expect(reading).toBeGreaterThanOrEqual(-0.4);
        expect(reading).toBeLessThanOrEqual(0.2);
      },
    );
  });
});

describe('True peak', () => {
  const SAMPLE_RATE = 48000;
  const hostile: readonly (readonly [string, Float64Array])[] = [
    ['white noise', noise(6000, 7)],
    ['white noise that swells', noise(6000, 8).map((value, i) => (value * i) / 6000)],
    ['a 997 Hz square', square(SAMPLE_RATE, 0.1, 997)],
    ['fs/4 bursts', quarterRateBursts(SAMPLE_RATE, 0.2)],
    ['kick and noise', kickAndNoise(SAMPLE_RATE, 0.1)],
    ['a 23.6 kHz tone', tone(SAMPLE_RATE, [[0.1, 0]], 23600)],
    ['a 50 Hz tone', tone(SAMPLE_RATE, [[0.1, 0]], 50)],
    ['one sample at the end', Float64Array.from({ length: 99 }, (_, i) => (i === 98 ? 1 : 0))],
  ];

  it.each(hostile)('is the same for %s, within 1e-9 dB, as without any skipping', (_name, samples) => {
    expect(truePeakDbtp([samples], 4)).toBeCloseTo(exhaustivePeakDbtp(samples, kaiserSinc(4, 24, 4.5)), 9);
    expect(truePeakDbtp([samples], 8)).toBeCloseTo(exhaustivePeakDbtp(samples, kaiserSinc(8, 32, 8)), 9);
    expect(truePeakDbtp([samples], 16)).toBeCloseTo(exhaustivePeakDbtp(samples, kaiserSinc(16, 64, 9)), 9);
  });

  it.each([100, 1000, 5000, 10000, 15000, 20000])(
    'of a 0 dBFS tone at %i Hz is read by 4× within 0.05 dB of 16× at 48 kHz',
    (frequencyHz) => {
      const samples = fadedTone(SAMPLE_RATE, 0.5, frequencyHz / SAMPLE_RATE, 40, 1);
      expect(Math.abs(truePeakDbtp([samples], 4) - truePeakDbtp([samples], 16))).toBeLessThan(0.05);
    },
  );

  it('of a 0 dBFS tone at 0.45 fs is found by 16× within 0.05 dB from any phase', () => {
    for (let phase = 0; phase < 180; phase += 15) {
      const samples = fadedTone(SAMPLE_RATE, 0.1, 0.45, phase, 1);
      expect(Math.abs(truePeakDbtp([samples], 16))).toBeLessThan(0.05);
    }
  });

  it('is that of the louder channel', () => {
    const quiet = tone(SAMPLE_RATE, [[0.1, -20]]);
    const loud = tone(SAMPLE_RATE, [[0.1, -6]]);
    for (const oversampling of FACTORS) {
      const reading = truePeakDbtp([quiet, loud, quiet], oversampling);
      expect(reading).toBe(truePeakDbtp([loud], oversampling));
    }
  });

  it('of silence, and of nothing, is −∞ dBTP', () => {
    for (const oversampling of FACTORS) {
      expect(truePeakDbtp([new Float64Array(100)], oversampling)).toBe(-Infinity);
      expect(truePeakDbtp([], oversampling)).toBe(-Infinity);
    }
  });
});

describe('The live true-peak meter', () => {
  const left = noise(20000, 3).map((value, i) => value * (1 + Math.sin(i / 900)));
  const right = noise(20000, 4);

  /** The reading of every interval of 1000 frames, fed in blocks. */
  function intervals(blockFrames: number): number[] {
    const meter = new TruePeakMeter();
    const readings: number[] = [];
    for (let interval = 0; interval < left.length; interval += 1000) {
      for (let start = interval; start < interval + 1000; start += blockFrames) {
        const end = Math.min(interval + 1000, start + blockFrames);
        meter.process(left.subarray(start, end), right.subarray(start, end), end - start);
      }
      readings.push(meter.takePeakDbtp());
    }
    expect(meter.highestDbtp).toBe(Math.max(...readings));
    return readings;
  }

  it('reads every interval the same in blocks of 1, 7, 128 and 1000 frames', () => {
    const whole = intervals(1000);
    for (const blockFrames of [1, 7, 128]) expect(intervals(blockFrames)).toEqual(whole);
  });

  it('has in its highest interval what 4× finds offline', () => {
    const silence = new Float64Array(24);
    const meter = new TruePeakMeter();
    meter.process(left, right, left.length);
    meter.process(silence, silence, silence.length);
    expect(meter.takePeakDbtp()).toBe(truePeakDbtp([left, right], 4));
    expect(meter.takePeakDbtp()).toBe(-Infinity);
  });

  it('starts afresh after reset', () => {
    const meter = new TruePeakMeter();
    meter.process(left, right, left.length);
    meter.reset();
    expect(meter.takePeakDbtp()).toBe(-Infinity);
    expect(meter.highestDbtp).toBe(-Infinity);
  });
});
