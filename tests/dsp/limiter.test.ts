import { describe, expect, it } from 'vitest';
import { dbToGain } from '../../src/dsp/decibels.ts';
import { Limiter, type LimiterSettings } from '../../src/dsp/limiter.ts';
import { truePeakDbtp } from '../../src/dsp/true-peak.ts';
import { describeContract, run } from './contract.ts';
import { noise } from './noise.ts';
import { atTruePeak, distortionDb, kickAndNoise, music, quarterRateBursts, square, tone } from './signals.ts';

const SAMPLE_RATE = 48000;
const CLEAN = 0;
const LOUD = 1;

describeContract({
  name: 'The limiter',
  create: () => new Limiter(),
  working: { driveDb: 12, ceilingDbtp: -1, releaseMs: 60, mode: CLEAN },
  other: { driveDb: 3, ceilingDbtp: -6, releaseMs: 200, mode: LOUD },
});

function prepared(settings: Partial<LimiterSettings>, sampleRate = SAMPLE_RATE): Limiter {
  const limiter = new Limiter();
  limiter.prepare(sampleRate);
  limiter.set(settings);
  return limiter;
}

/** True peak of the output at 16×, in dB above a ceiling of −1 dBTP, for the same signal on both sides. */
function overshootDb(samples: Float64Array, driveDb: number, sampleRate: number, mode = CLEAN): number {
  // Silence behind it, so that what is measured ends as the limiter ends it and not by a cut.
  const padded = new Float64Array(samples.length + Math.round(0.05 * sampleRate));
  padded.set(samples);
  const [left] = run(prepared({ driveDb, mode }, sampleRate), [padded, padded], 128);
  return truePeakDbtp([left], 16) + 1;
}

/** What must come out at or below the ceiling, and by how much white noise may exceed it, in dB. */
const HOSTILE: readonly (readonly [
  name: string,
  make: (sampleRate: number) => Float64Array,
  allowedDb: number,
])[] = [
  ['A kick with noise', (rate) => kickAndNoise(rate, 1), 0],
  ['A 997 Hz square', (rate) => square(rate, 1, 997), 0],
  ['Bursts at a quarter of the sample rate', (rate) => quarterRateBursts(rate, 1), 0],
  ['A dense mix of kick, bass, chords and hats', (rate) => music(rate, 1), 0],
  ['White noise', (rate) => noise(rate, 5), 0.5],
  ['Other white noise', (rate) => noise(rate, 8), 0.5],
];

describe.each([
  [44100, 'clean', CLEAN],
  [48000, 'clean', CLEAN],
  [48000, 'loud', LOUD],
  [96000, 'clean', CLEAN],
])('The ceiling at %i Hz, %s', (sampleRate, _mode, mode) => {
  it.each(HOSTILE)(
    '%s from 0 dBTP, driven 12 dB, stays within $2 dB of −1 dBTP, re-measured at 16×',
    (_name, make, allowedDb) => {
      expect(overshootDb(atTruePeak(make(sampleRate), 0), 12, sampleRate, mode)).toBeLessThanOrEqual(
        allowedDb,
      );
    },
  );
});

describe('The limiter', () => {
  it.each([0, 6, 24])('keeps a dense mix driven %i dB at or below −1 dBTP', (driveDb) => {
    expect(overshootDb(atTruePeak(music(SAMPLE_RATE, 1, 2), 0), driveDb, SAMPLE_RATE)).toBeLessThanOrEqual(0);
  });

  it.each([50, 100, 1000])('leaves a %i Hz sine 6 dB into limiting clean: THD+N ≤ −100 dB', (frequencyHz) => {
    const sine = tone(SAMPLE_RATE, [[3, -1]], frequencyHz);
    const [left] = run(prepared({ driveDb: 6 }), [sine, sine], 128);
    const settled = left.subarray(SAMPLE_RATE, 2 * SAMPLE_RATE);
    expect(distortionDb(settled, frequencyHz, SAMPLE_RATE)).toBeLessThanOrEqual(-100);
  });

  it('keeps a 50 Hz sine 6 dB into limiting at THD+N ≤ −55 dB when loud', () => {
    const sine = tone(SAMPLE_RATE, [[3, -1]], 50);
    const [left] = run(prepared({ driveDb: 6, mode: LOUD }), [sine, sine], 128);
    expect(distortionDb(left.subarray(SAMPLE_RATE, 2 * SAMPLE_RATE), 50, SAMPLE_RATE)).toBeLessThanOrEqual(
      -55,
    );
  });

  it('is at least 0.2 dB louder on a dense mix when loud than when clean', () => {
    const input = atTruePeak(music(SAMPLE_RATE, 4), 0);
    const levelDb = (mode: number): number => {
      const [left] = run(prepared({ driveDb: 12, mode }), [input, input], 128);
      return 10 * Math.log10(left.reduce((sum, value) => sum + value * value, 0) / left.length);
    };
    expect(levelDb(LOUD) - levelDb(CLEAN)).toBeGreaterThan(0.2);
  });

  it('stays at or below the ceiling while it is switched between clean and loud ten times a second', () => {
    const limiter = prepared({ driveDb: 12 });
    const samples = atTruePeak(music(SAMPLE_RATE, 2), 0);
    const output: Float64Array[] = [];
    for (let start = 0, turn = 0; start < samples.length; start += 4800, turn++) {
      limiter.set({ driveDb: 12, mode: turn % 2 });
      const part = samples.subarray(start, start + 4800);
      output.push(run(limiter, [part, part], 128)[0]);
    }
    const whole = Float64Array.from(output.flatMap((part) => [...part]));
    expect(truePeakDbtp([whole], 16)).toBeLessThanOrEqual(-1);
  });

  it('takes a 1 kHz sine 6 dB into limiting down to 0.3 dB below the ceiling, and says so', () => {
    const limiter = prepared({ driveDb: 6 });
    const sine = tone(SAMPLE_RATE, [[1, -1]]);
    const [left] = run(limiter, [sine, sine], 128);
    expect(Math.max(...left.subarray(24000))).toBeCloseTo(dbToGain(-1.3), 3);
    expect(limiter.takeGainReductionDb()).toBeCloseTo(6.3, 2);
  });

  it.each([44100, 48000, 96000])(
    'is an exact delay of its latency for noise that peaks 0.4 dB below the ceiling, at %i Hz',
    (sampleRate) => {
      const left = atTruePeak(noise(sampleRate, 1), -1.4);
      const right = atTruePeak(noise(sampleRate, 2), -1.5);
      const limiter = prepared({}, sampleRate);
      const output = run(limiter, [left, right], 128);
      const latency = limiter.latencySamples;
      const end = left.length - latency;
      expect(output[0].subarray(latency)).toEqual(left.subarray(0, end));
      expect(output[1].subarray(latency)).toEqual(right.subarray(0, end));
      expect(limiter.takeGainReductionDb()).toBe(0);
    },
  );

  it('is an exact delay again 2 s after the last peak', () => {
    const limiter = prepared({});
    const loud = noise(SAMPLE_RATE, 1, 8);
    run(limiter, [loud, loud], 128);
    const silence = new Float64Array(2 * SAMPLE_RATE);
    run(limiter, [silence, silence], 128);
    const quiet = noise(4800, 2, 0.3);
    const [left] = run(limiter, [quiet, quiet], 128);
    expect(left.subarray(limiter.latencySamples)).toEqual(quiet.subarray(0, 4800 - limiter.latencySamples));
  });

  it.each([
    [44100, 221 + 12],
    [48000, 240 + 12],
    [96000, 480 + 12],
  ])(
    'at %i Hz delays by 5 ms of look-ahead and 12 samples of detector: %i samples',
    (sampleRate, latency) => {
      expect(prepared({}, sampleRate).latencySamples).toBe(latency);
    },
  );

  it('gives a quiet left side the same gain as a loud right one', () => {
    const quiet = tone(SAMPLE_RATE, [[1, -30]], 300);
    const loud = kickAndNoise(SAMPLE_RATE, 1);
    const limiter = prepared({ driveDb: 6 });
    const [left, right] = run(limiter, [quiet, loud], 128);
    const latency = limiter.latencySamples;
    for (let i = latency; i < SAMPLE_RATE; i++) {
      expectClose(left[i] * loud[i - latency], right[i] * quiet[i - latency]);
    }
  });

  it('has a gain that moves by less than 0.15 dB a sample on its way into a 12 dB reduction', () => {
    // DC shows the gain itself.
    const step = new Float64Array(SAMPLE_RATE).map((_, i) => (i < 24000 ? 0.2 : 3.2));
    const limiter = prepared({});
    const [left] = run(limiter, [step, step], 128);
    const latency = limiter.latencySamples;
    let fastestDb = 0;
    let before = 1;
    for (let i = latency; i < SAMPLE_RATE; i++) {
      const gain = left[i] / step[i - latency];
      fastestDb = Math.max(fastestDb, Math.abs(20 * Math.log10(gain / before)));
      before = gain;
    }
    expect(fastestDb).toBeLessThan(0.15);
  });

  it.each([
    [20, 5, CLEAN],
    [200, 5, CLEAN],
    [200, 0, LOUD],
  ])(
    'a release of %i ms has given back 63 %% of the reduction that long after a hold of %i ms',
    (releaseMs, holdMs, mode) => {
      const limiter = prepared({ releaseMs, mode });
      const hold = (holdMs / 1000) * SAMPLE_RATE;
      const loud = 4800;
      const samples = new Float64Array(SAMPLE_RATE).map((_, i) => (i < loud ? 1.6 : 0.2));
      const [left] = run(limiter, [samples, samples], 128);
      const time = Math.round((releaseMs / 1000) * SAMPLE_RATE);
      // The middle of the two box filters is half a look-ahead after the signal.
      const gain = left[loud + limiter.latencySamples + hold + time + 120] / 0.2;
      const reduced = dbToGain(-1.3) / 1.6;
      expect((gain - reduced) / (1 - reduced)).toBeCloseTo(1 - Math.exp(-1), 1);
    },
  );

  it('moves drive and ceiling without a step: no sample of a 100 Hz sine jumps more than at the louder setting', () => {
    const limiter = prepared({ ceilingDbtp: 0 });
    const sine = tone(SAMPLE_RATE, [[0.5, -12]], 100);
    run(limiter, [sine, sine], 128);
    limiter.set({ driveDb: 10, ceilingDbtp: 0 });
    const [up] = run(limiter, [sine, sine], 128);
    limiter.set({ driveDb: 10, ceilingDbtp: -12 });
    const [down] = run(limiter, [sine, sine], 128);
    // A sine of −2 dBFS at 100 Hz moves by 2π · 100 / 48000 of its peak, and the fade adds its own slope.
    const allowed = 1.5 * dbToGain(-2) * ((2 * Math.PI * 100) / SAMPLE_RATE);
    for (const output of [up, down]) {
      for (let i = 1; i < output.length; i++) {
        if (Math.abs(output[i] - output[i - 1]) > allowed) expect.unreachable(`a step at sample ${i}`);
      }
    }
  });

  it('stays at or below the ceiling while the ceiling moves down', () => {
    const limiter = prepared({ driveDb: 12 });
    const samples = atTruePeak(music(SAMPLE_RATE, 1), 0);
    run(limiter, [samples, samples], 128);
    limiter.set({ driveDb: 12, ceilingDbtp: -9 });
    const output = run(limiter, [samples, samples], 128);
    const arrived = Math.round(0.025 * SAMPLE_RATE) + limiter.latencySamples;
    expect(truePeakDbtp([output[0].subarray(arrived)], 16)).toBeLessThanOrEqual(-9);
  });

  it('sounds the same after a minute of hard work as at the start', () => {
    const limiter = prepared({ driveDb: 12 });
    const samples = kickAndNoise(SAMPLE_RATE, 1);
    const silence = new Float64Array(SAMPLE_RATE);
    const first = run(limiter, [samples, samples], 4096)[0];
    for (let second = 0; second < 60; second++) run(limiter, [samples, samples], 4096);
    for (let second = 0; second < 2; second++) run(limiter, [silence, silence], 4096);
    const later = run(limiter, [samples, samples], 4096)[0];
    const difference = first.map((value, i) => value - later[i]);
    expect(difference.every((value) => Math.abs(value) < 1e-12)).toBe(true);
  });

  it('stays finite and below full scale through noise at +120 dBFS', () => {
    const blast = noise(SAMPLE_RATE, 9, 9e5);
    const [left] = run(prepared({ driveDb: 24 }), [blast, blast], 128);
    expect(left.every((value) => Math.abs(value) <= 1)).toBe(true);
  });
});

function expectClose(a: number, b: number): void {
  if (!(Math.abs(a - b) <= 1e-12)) expect(a).toBe(b);
}
