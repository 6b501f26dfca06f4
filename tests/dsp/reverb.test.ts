import { describe, expect, it } from 'vitest';
import { absorptionPower, designAbsorption } from '../../src/dsp/feedback-absorption.ts';
import { feedbackLines } from '../../src/dsp/feedback-lines.ts';
import { ReverbLowCut } from '../../src/dsp/reverb-low-cut.ts';
import { REVERB_KINDS, type ReverbSettings } from '../../src/dsp/reverb-parameters.ts';
import { Reverb } from '../../src/dsp/reverb.ts';
import { describeContract, largestDifference, run } from './contract.ts';
import {
  bandOf,
  correlation,
  decaySeconds,
  echoDensity,
  powerDb,
  spectralFlatness,
} from './impulse-response.ts';
import { noise } from './noise.ts';

const SAMPLE_RATE = 48000;
const KINDS = REVERB_KINDS.map(({ name }, kind) => [name.toLowerCase(), kind] as const);
const EVERY_KIND_AND_DECAY = KINDS.flatMap(([name, kind]) =>
  [0.3, 0.6, 1.2, 2.5, 6].map((seconds) => [name, seconds, kind] as const),
);

describeContract({
  name: 'The reverb',
  create: () => new Reverb(),
  working: { kind: 2, decaySeconds: 0.6, preDelayMs: 20, dampingHz: 5000, lowCutHz: 150, mixPercent: 40 },
  other: { kind: 0, decaySeconds: 1.5, preDelayMs: 0, dampingHz: 9000, lowCutHz: 60, mixPercent: 80 },
  tailSeconds: 1,
  isSided: true,
});

function prepared(settings: Partial<ReverbSettings>, sampleRate = SAMPLE_RATE): Reverb {
  const reverb = new Reverb();
  reverb.prepare(sampleRate);
  reverb.set({ mixPercent: 100, ...settings });
  return reverb;
}

/** What a click on both sides leaves behind. */
function tail(settings: Partial<ReverbSettings>, seconds: number, sampleRate = SAMPLE_RATE) {
  const click = new Float64Array(Math.round(seconds * sampleRate));
  click[0] = 1;
  return run(prepared(settings, sampleRate), [click, click], 128);
}

/** Noise of about equal energy an octave: three one-poles, after P. Kellet's well-known filter. */
function pinkNoise(frames: number, seed: number): Float64Array {
  let [low, middle, high] = [0, 0, 0];
  return noise(frames, seed, 0.05).map((white) => {
    low = 0.99765 * low + 0.099046 * white;
    middle = 0.963 * middle + 0.2965164 * white;
    high = 0.57 * high + 1.0526913 * white;
    return low + middle + high + 0.1848 * white;
  });
}

describe('The reverb', () => {
  it.each(EVERY_KIND_AND_DECAY)(
    'a %s set to %f s falls by 60 dB at 1 kHz in that time, within 10 %%',
    (...c) => {
      const [, seconds, kind] = c;
      const [left] = tail({ kind, decaySeconds: seconds }, 1.3 * seconds + 0.3);
      expect(decaySeconds(bandOf(left, SAMPLE_RATE, 1000, 1), SAMPLE_RATE) / seconds).toBeGreaterThan(0.9);
      expect(decaySeconds(bandOf(left, SAMPLE_RATE, 1000, 1), SAMPLE_RATE) / seconds).toBeLessThan(1.1);
    },
  );

  it.each([44100, 96000])('decays alike at %i Hz', (sampleRate) => {
    const [left] = tail({ kind: 2, decaySeconds: 2 }, 2.9, sampleRate);
    expect(decaySeconds(bandOf(left, sampleRate, 1000, 1), sampleRate) / 2).toBeCloseTo(1, 1);
  });

  it.each(KINDS)('a %s damped at 4 kHz decays there in half the time, within 10 %%', (_name, kind) => {
    const [left] = tail({ kind, decaySeconds: 2.4, dampingHz: 4000 }, 3.4);
    const ratio = decaySeconds(bandOf(left, SAMPLE_RATE, 4000, 1 / 3), SAMPLE_RATE) / 2.4;
    expect(ratio).toBeGreaterThan(0.45);
    expect(ratio).toBeLessThan(0.55);
  });

  it.each(EVERY_KIND_AND_DECAY)(
    'the tail of a %s of %f s has nothing in common between the sides: |r| < 0.15',
    (...c) => {
      const [, seconds, kind] = c;
      const [left, right] = tail({ kind, decaySeconds: seconds }, seconds);
      const from = 0.05 * SAMPLE_RATE;
      expect(Math.abs(correlation(left.subarray(from), right.subarray(from)))).toBeLessThan(0.15);
    },
  );

  it.each(EVERY_KIND_AND_DECAY)('echoes in a %s of %f s have merged before 120 ms: density 0.9', (...c) => {
    const [, seconds, kind] = c;
    for (const side of tail({ kind, decaySeconds: seconds }, 0.4)) {
      const profile = Array.from({ length: 140 }, (_, i) =>
        echoDensity(side, SAMPLE_RATE, Math.round((0.01 + 0.002 * i) * SAMPLE_RATE)),
      );
      expect(0.01 + 0.002 * profile.findIndex((density) => density >= 0.9)).toBeLessThan(0.12);
      const later = profile.slice(55);
      expect(later.reduce((sum, density) => sum + density, 0) / later.length).toBeGreaterThan(0.9);
    }
  });

  it.each(KINDS.flatMap(([name, kind]) => [1.2, 2.5, 6].map((seconds) => [name, seconds, kind] as const)))(
    'a %s of %f s does not ring: each octave of its tail is at least 0.7 times as flat as noise',
    (...c) => {
      const [, seconds, kind] = c;
      const [left] = tail({ kind, decaySeconds: seconds }, seconds);
      const start = Math.round(0.2 * seconds * SAMPLE_RATE);
      const later = left.subarray(start, start + Math.round(0.4 * seconds * SAMPLE_RATE));
      for (const fromHz of [150, 300, 600, 1200])
        expect(spectralFlatness(later, SAMPLE_RATE, fromHz, 2 * fromHz)).toBeGreaterThan(0.7 * 0.5615);
    },
  );

  it('gives pink noise back at its own level, within 2 dB, and within 1 dB of each other at every kind and decay', () => {
    const frames = 10 * SAMPLE_RATE;
    const left = pinkNoise(frames, 1);
    const right = pinkNoise(frames, 2);
    const gainsDb = EVERY_KIND_AND_DECAY.map(([, seconds, kind]) => {
      const out = run(prepared({ kind, decaySeconds: seconds }), [left, right], 128);
      const settled = 4 * SAMPLE_RATE;
      return powerDb(out[0].subarray(settled)) - powerDb(left.subarray(settled));
    });
    for (const gainDb of gainsDb) expect(Math.abs(gainDb)).toBeLessThan(2);
    expect(Math.max(...gainsDb) - Math.min(...gainsDb)).toBeLessThan(1);
  });

  it('starts 100 ms later, to the sample, with a pre-delay of 100 ms', () => {
    const onset = (preDelayMs: number): number =>
      tail({ preDelayMs }, 0.2)[0].findIndex((value) => value !== 0);
    expect(onset(100) - onset(0)).toBe(4800);
  });

  it('ends in exact silence', () => {
    const [left, right] = tail({ kind: 2, decaySeconds: 0.3 }, 4);
    const end = 3.5 * SAMPLE_RATE;
    expect(left.subarray(end).every((value) => value === 0)).toBe(true);
    expect(right.subarray(end).every((value) => value === 0)).toBe(true);
  });

  it('leaves every bit alone at a mix of 0 %', () => {
    const input = noise(4000, 3);
    expect(largestDifference(run(prepared({ mixPercent: 0 }), [input, input], 128), [input, input])).toBe(0);
  });

  it('stays within 40 dB of its input when full-scale noise meets settings that change 50 times a second', () => {
    const reverb = prepared({ decaySeconds: 6 });
    const left = noise(10 * SAMPLE_RATE, 5);
    const right = noise(10 * SAMPLE_RATE, 6);
    const choice = noise(500 * 4, 7).map((value) => 0.5 + 0.5 * value);
    for (let step = 0, start = 0; start < left.length; step++, start += 960) {
      reverb.set({
        kind: Math.floor(3 * choice[4 * step]),
        decaySeconds: 0.3 + 5.7 * choice[4 * step + 1],
        dampingHz: 2000 + 18000 * choice[4 * step + 2],
        preDelayMs: 250 * choice[4 * step + 3],
        mixPercent: 100,
      });
      reverb.process(left.subarray(start, start + 960), right.subarray(start, start + 960), 960);
    }
    expect([...left, ...right].every((value) => Math.abs(value) < 100)).toBe(true);
  });
});

describe('A line of the network', () => {
  it.each([
    [300, 0.3, 6000],
    [1000, 1.2, 2000],
    [4000, 6, 20000],
    [5800, 0.3, 2000],
  ])('of %i samples in a decay of %f s, damped at %i Hz, loses 60 dB at 1 kHz in that time', (...c) => {
    const [samples, seconds, dampingHz] = c;
    const absorption = designAbsorption(samples, seconds, dampingHz, SAMPLE_RATE);
    const lossDb = (frequencyHz: number): number =>
      -10 * Math.log10(absorptionPower(absorption, frequencyHz, SAMPLE_RATE));
    const shareDb = (60 * samples) / (seconds * SAMPLE_RATE);
    expect(lossDb(1000)).toBeCloseTo(shareDb, 9);
    // Bass at most 1.25 times as long, hence a gain below 1 at every frequency.
    expect(lossDb(0)).toBeGreaterThan(shareDb / 1.25 - 1e-9);
    expect(lossDb(20000)).toBeGreaterThan(lossDb(0));
  });

  it('is damped to half the decay exactly where it is asked to be', () => {
    const absorption = designAbsorption(1500, 2, 5000, SAMPLE_RATE);
    const lossDb = -10 * Math.log10(absorptionPower(absorption, 5000, SAMPLE_RATE));
    expect(lossDb).toBeCloseTo((2 * 60 * 1500) / (2 * SAMPLE_RATE), 9);
  });

  it.each([44100, 48000, 96000])('has a prime length of its own at %i Hz', (sampleRate) => {
    for (const { shortestMs, longestMs, seed } of REVERB_KINDS) {
      const { delaySamples } = feedbackLines(shortestMs, longestMs, seed, sampleRate);
      expect(new Set(delaySamples).size).toBe(16);
      for (const length of delaySamples)
        for (let divisor = 2; divisor * divisor <= length; divisor++)
          expect(length % divisor).toBeGreaterThan(0);
      expect(Math.min(...delaySamples)).toBeGreaterThan(128);
    }
  });
});

describe('The low cut of the reverb', () => {
  it.each([
    [200, -3.01],
    [50, -24.1],
    [3200, 0],
  ])('at 200 Hz changes %i Hz by %f dB', (frequencyHz, gainDb) => {
    const cut = new ReverbLowCut(SAMPLE_RATE);
    cut.to(200);
    cut.settle();
    const sine = Float64Array.from({ length: SAMPLE_RATE }, (_, i) =>
      Math.sin((2 * Math.PI * frequencyHz * i) / SAMPLE_RATE),
    );
    const out = sine.slice();
    cut.process(out, sine.slice(), out.length);
    expect(powerDb(out.subarray(24000)) - powerDb(sine.subarray(24000))).toBeCloseTo(gainDb, 1);
  });
});
