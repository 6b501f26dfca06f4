import { describe, expect, it } from 'vitest';
import { measureLoudness } from '../../src/dsp/loudness.ts';
import { PLAYBACK_SYSTEMS, playbackCurveDb } from '../../src/dsp/playback-systems.ts';
import { Playback, WARM_UP_MS } from '../../src/dsp/playback.ts';
import { crossfadeErrorDb, largestStepRatio, pinkNoise } from './colour.ts';
import { describeContract, largestDifference, run } from './contract.ts';
import { fft } from '../../src/analysis/fft.ts';

const SAMPLE_RATE = 48000;
const FRAMES = 1 << 16;
const WARM_UP = (WARM_UP_MS / 1000) * SAMPLE_RATE;
const place = (name: string): number => PLAYBACK_SYSTEMS.findIndex((system) => system.name === name);
const systems = PLAYBACK_SYSTEMS.map(({ name }, system) => [name, system] as const);

for (const [name, system] of systems)
  describeContract({
    name: `Playback on “${name}”`,
    create: () => new Playback(),
    working: { system },
    other: { system: (system + 1) % systems.length },
  });

function prepared(system: number, sampleRate = SAMPLE_RATE): Playback {
  const playback = new Playback();
  playback.prepare(sampleRate);
  playback.set({ system });
  return playback;
}

/** Gain in dB that the left side of a sine meets, the right side being `opposite` times it. */
function sideGainDb(system: number, frequencyHz: number, opposite: number): number {
  const left = Float64Array.from({ length: FRAMES }, (_, i) =>
    Math.sin((2 * Math.PI * frequencyHz * i) / SAMPLE_RATE),
  );
  const [out] = run(prepared(system), [left, left.map((value) => opposite * value)], 128);
  const power = (x: Float64Array): number => x.subarray(FRAMES / 2).reduce((sum, v) => sum + v * v, 1e-40);
  return 10 * Math.log10(power(out) / power(left));
}

describe.each(systems)('Playback on “%s”', (_name, system) => {
  it.each([44100, 48000, 96000])('measures the curve that it draws within 0.1 dB at %i Hz', (sampleRate) => {
    const impulse = new Float64Array(FRAMES);
    impulse[0] = 1;
    const [re] = run(prepared(system, sampleRate), [impulse, impulse], 128);
    const im = new Float64Array(FRAMES);
    fft(re, im);
    for (let frequencyHz = 25; frequencyHz < 20000; frequencyHz *= 1.1) {
      const bin = Math.round((frequencyHz * FRAMES) / sampleRate);
      const measuredDb = 20 * Math.log10(Math.hypot(re[bin], im[bin]));
      const drawnDb = playbackCurveDb(system, (bin * sampleRate) / FRAMES, sampleRate);
      expect(Math.abs(measuredDb - drawnDb)).toBeLessThan(0.1);
    }
  });

  it('is as loud as the studio within 0.15 LU for pink noise in the middle', () => {
    const pink = pinkNoise(8 * SAMPLE_RATE, 7, -18);
    const loudness = (place: number): number =>
      measureLoudness(run(prepared(place), [pink, pink], 128), SAMPLE_RATE).integratedLufs;
    expect(Math.abs(loudness(system) - loudness(0))).toBeLessThan(0.15);
  });

  it('comes in from every other system as a crossfade: all that differs above 2 kHz is below −110 dB', () => {
    for (const [, other] of systems)
      if (other !== system)
        expect(crossfadeErrorDb(() => new Playback(), { system: other }, { system }, WARM_UP)).toBeLessThan(
          -110,
        );
  });
});

describe('Playback', () => {
  it('in the studio leaves every bit alone', () => {
    const input = [pinkNoise(4000, 1, -12), pinkNoise(4000, 2, -12)] as [Float64Array, Float64Array];
    expect(largestDifference(run(prepared(place('Studio')), input, 128), input)).toBe(0);
  });

  it.each([
    ['Phone', 477, 12800],
    ['Laptop', 300, 11100],
    ['Earbuds', 93, 14800],
    ['Club', 22, Infinity],
  ])('on “%s” is 3 dB down at %i Hz and %f Hz', (name, lowHz, highHz) => {
    const relativeDb = (frequencyHz: number): number =>
      playbackCurveDb(place(name), frequencyHz, SAMPLE_RATE) -
      playbackCurveDb(place(name), 1000, SAMPLE_RATE);
    expect(Math.abs(relativeDb(lowHz) + 3)).toBeLessThan(0.15);
    if (highHz < SAMPLE_RATE / 2) expect(Math.abs(relativeDb(highHz) + 3)).toBeLessThan(0.15);
    for (let frequencyHz = 1000; frequencyHz > lowHz; frequencyHz *= 0.95)
      expect(relativeDb(frequencyHz)).toBeGreaterThan(-3.2);
  });

  it.each([
    ['Car', 60, 6.4],
    ['Club', 60, 7.3],
    ['Phone', 60, -60.8],
  ])('on “%s” %i Hz is %f dB against 1 kHz', (name, frequencyHz, gainDb) => {
    const relativeDb =
      playbackCurveDb(place(name), frequencyHz, SAMPLE_RATE) -
      playbackCurveDb(place(name), 1000, SAMPLE_RATE);
    expect(relativeDb).toBeCloseTo(gainDb, 1);
  });

  it.each(['Phone', 'Mono'])('on “%s” gives both sides the same, and nothing of what cancels', (name) => {
    expect(sideGainDb(place(name), 1000, -1)).toBeLessThan(-200);
    expect(sideGainDb(place(name), 1000, 0) - sideGainDb(place(name), 1000, 1)).toBeCloseTo(-6.02, 2);
  });

  it('on a laptop turns the difference between the sides down by 6 dB', () => {
    expect(sideGainDb(place('Laptop'), 1000, -1) - sideGainDb(place('Laptop'), 1000, 1)).toBeCloseTo(
      -6.02,
      2,
    );
  });

  it('in a club puts the bass in mono below 120 Hz and leaves the width above', () => {
    const side = (frequencyHz: number): number =>
      sideGainDb(place('Club'), frequencyHz, -1) - sideGainDb(place('Club'), frequencyHz, 1);
    expect(side(120)).toBeCloseTo(-3.01, 1);
    expect(side(40)).toBeLessThan(-19);
    expect(Math.abs(side(1000))).toBeLessThan(0.01);
  });

  it('switched 50 times in a second never makes a step twice as large as the sine’s own', () => {
    expect(
      largestStepRatio(
        new Playback(),
        systems.map(([, system]) => ({ system })),
      ),
    ).toBeLessThan(2);
  });
});
