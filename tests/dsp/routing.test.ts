import { describe, expect, it } from 'vitest';
import { bounceLoop } from '../../src/dsp/bounce.ts';
import { dbToGain, gainToDb } from '../../src/dsp/decibels.ts';
import { Mix } from '../../src/dsp/mix.ts';
import { device, mixSpec } from '../../src/dsp/mix-draft.ts';
import { withBypassed, type GainPoint, type MixSpec } from '../../src/dsp/mix-spec.ts';
import { energyAboveDb } from './blackman-harris.ts';
import { noise } from './noise.ts';

const RATE = 48000;
const LOOP = 2 * RATE;
const sine = (frequencyHz: number, peak: number): Float32Array =>
  Float32Array.from({ length: LOOP }, (_, i) => peak * Math.sin((2 * Math.PI * frequencyHz * i) / RATE));
const hiss = (seed: number): Float32Array => Float32Array.from(noise(LOOP, seed, 0.1));
const limiter = (id: string) => device('limiter', id, id, { ceilingDbtp: 0 });
const peakOf = (x: Float32Array): number => x.reduce((peak, value) => Math.max(peak, Math.abs(value)), 0);
const largestDifference = (a: Float32Array, b: Float32Array): number =>
  a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - b[i])), 0);

describe('Groups', () => {
  const stems = [[hiss(1)], [hiss(2)], [hiss(3)]];

  it('with nothing on them change no sample beyond rounding', () => {
    const flat = mixSpec({ song: 't', strips: { a: { pan: -0.5 }, b: {}, c: {} } });
    const grouped = mixSpec({
      song: 't',
      strips: { a: { pan: -0.5, group: 'g' }, b: { group: 'g' }, c: {} },
      groups: { g: { name: 'Group' } },
    });
    const [plain] = bounceLoop(flat, stems, RATE);
    expect(largestDifference(bounceLoop(grouped, stems, RATE)[0], plain)).toBeLessThan(1e-7);
  });

  it('turn all their strips down together, and leave the others alone', () => {
    const grouped = (levelDb: number, muted: boolean): Float32Array => {
      const spec = mixSpec({
        song: 't',
        strips: { a: { group: 'g' }, b: { group: 'g', muted: true }, c: { muted } },
        groups: { g: { name: 'Group', levelDb } },
      });
      return bounceLoop(spec, stems, RATE)[0];
    };
    expect(gainToDb(peakOf(grouped(0, true)) / peakOf(grouped(-6, true)))).toBeCloseTo(6, 5);
  });

  it('stay in time with strips that pass them by: a limiter’s 5 ms on a group moves nothing', () => {
    const same = [[hiss(1)], [hiss(1)]];
    const spec = (devices: ReturnType<typeof limiter>[]): MixSpec =>
      mixSpec({
        song: 't',
        strips: { a: { group: 'g' }, b: {} },
        groups: { g: { name: 'Group', devices } },
      });
    expect(bounceLoop(spec([limiter('l')]), same, RATE)).toEqual(bounceLoop(spec([]), same, RATE));
  });

  it('that are not there are refused by name', () => {
    expect(() => mixSpec({ song: 't', strips: { a: { group: 'drums' } } })).toThrow('no group "drums"');
  });
});

describe('Sends', () => {
  const stems = [[hiss(1)], [hiss(2)]];
  const sent = (sendDb: number, levelDb = 0): MixSpec =>
    mixSpec({
      song: 't',
      strips: { a: { levelDb, sends: [{ to: 'r', levelDb: sendDb }] }, b: { muted: true } },
      returns: { r: { name: 'Return' } },
    });

  it('leave after the fader: a return without devices adds the strip again at the send’s level', () => {
    const dry = bounceLoop(mixSpec({ song: 't', strips: { a: {}, b: { muted: true } } }), stems, RATE)[0];
    const [both] = bounceLoop(sent(-6), stems, RATE);
    expect(
      largestDifference(
        both,
        dry.map((value) => value * (1 + dbToGain(-6))),
      ),
    ).toBeLessThan(1e-7);
    const faded = bounceLoop(sent(-6, -10), stems, RATE)[0];
    expect(gainToDb(peakOf(both) / peakOf(faded))).toBeCloseTo(10, 4);
  });

  it('arrive in time: the return’s limiter delays the dry sound as much', () => {
    const spec = (devices: ReturnType<typeof limiter>[]): MixSpec =>
      mixSpec({
        song: 't',
        strips: { a: { sends: [{ to: 'r', levelDb: 0 }] }, b: {} },
        returns: { r: { name: 'Return', devices } },
      });
    expect(bounceLoop(spec([limiter('l')]), stems, RATE)).toEqual(bounceLoop(spec([]), stems, RATE));
  });

  it('of a group join those of strips in time', () => {
    const same = [[hiss(1)], [hiss(1)]];
    const spec = (devices: ReturnType<typeof limiter>[]): MixSpec =>
      mixSpec({
        song: 't',
        strips: { a: { group: 'g' }, b: { sends: [{ to: 'r', levelDb: 0 }] } },
        groups: { g: { name: 'Group', devices, sends: [{ to: 'r', levelDb: 0 }] } },
        returns: { r: { name: 'Return' } },
      });
    expect(bounceLoop(spec([limiter('l')]), same, RATE)).toEqual(bounceLoop(spec([]), same, RATE));
  });
});

describe('A lane of automation', () => {
  const automated = (automation: readonly GainPoint[]): Float32Array =>
    bounceLoop(
      mixSpec({ song: 't', strips: { a: { automation } } }),
      [[new Float32Array(LOOP).fill(0.1)]],
      RATE,
    )[0];
  const levelAt = (out: Float32Array, seconds: number): number =>
    gainToDb(out[Math.round(seconds * RATE)] / (0.1 * Math.SQRT1_2));

  it('draws straight lines in dB between its points, and closes over the end of the loop', () => {
    const out = automated([
      { seconds: 0.5, gainDb: 0 },
      { seconds: 1.5, gainDb: -12 },
    ]);
    expect(levelAt(out, 0.5)).toBeCloseTo(0, 2);
    expect(levelAt(out, 1)).toBeCloseTo(-6, 2);
    expect(levelAt(out, 1.5)).toBeCloseTo(-12, 2);
    // Halfway back to the first point of the next lap.
    expect(levelAt(out, 0)).toBeCloseTo(-6, 2);
    expect(Math.abs(out[LOOP - 1] - out[0])).toBeLessThan(1e-4);
  });

  it('with one point is a constant gain', () => {
    const out = automated([{ seconds: 1, gainDb: -3 }]);
    expect(levelAt(out, 0.2)).toBeCloseTo(-3, 3);
    expect(levelAt(out, 1.9)).toBeCloseTo(-3, 3);
  });

  it('is the same in blocks of 1, 7 and 128 frames', () => {
    const spec = mixSpec({
      song: 't',
      strips: {
        a: {
          automation: [
            { seconds: 0, gainDb: 0 },
            { seconds: 0.3, gainDb: -20 },
          ],
        },
      },
    });
    const input = hiss(4).subarray(0, 8000);
    const inBlocks = (frames: number): Float32Array => {
      const mix = new Mix(spec, { stereoStems: [false], loopFrames: 3001 }, RATE);
      const out = new Float32Array(input.length);
      const right = new Float32Array(frames);
      for (let at = 0; at + frames <= input.length; at += frames)
        mix.process([[input.subarray(at, at + frames)]], out.subarray(at, at + frames), right, frames);
      return out.subarray(0, 7900);
    };
    const whole = inBlocks(128).subarray(0, 7800);
    for (const frames of [1, 7]) expect(inBlocks(frames).subarray(0, 7800)).toEqual(whole);
  });

  it('changes to other points without a click: ≤ −110 dB above 2 kHz', () => {
    const spec = (gainDb: number): MixSpec =>
      mixSpec({ song: 't', strips: { a: { automation: [{ seconds: 0, gainDb }] } } });
    const mix = new Mix(spec(0), { stereoStems: [false], loopFrames: 0 }, RATE);
    const switchBlock = 400;
    const middle = switchBlock * 128 + 600;
    const input = Float32Array.from(
      { length: 2 * RATE },
      (_, i) => 0.4 * Math.cos((2 * Math.PI * 100 * (i - middle + mix.latencySamples)) / RATE),
    );
    const out = new Float32Array(input.length);
    const right = new Float32Array(128);
    for (let block = 0; (block + 1) * 128 <= input.length; block++) {
      if (block === switchBlock) mix.apply(spec(-6));
      const at = block * 128;
      mix.process([[input.subarray(at, at + 128)]], out.subarray(at, at + 128), right, 128);
    }
    expect(energyAboveDb(out.subarray(middle - 2048, middle + 2048), RATE, 2000)).toBeLessThan(-110);
    expect(gainToDb(peakOf(out.subarray(middle + 4000)) / peakOf(out.subarray(20000, 40000)))).toBeCloseTo(
      -6,
      2,
    );
  });
});

describe('A light mix', () => {
  const compressor = device('compressor', 'c', 'Compressor', { thresholdDb: -30, ratio: 4 });
  const spec = mixSpec({ song: 't', strips: { a: { devices: [compressor] } }, master: [limiter('l')] });
  const off = withBypassed(spec, new Set(['c']));
  const run = (light: boolean): Float32Array => {
    const mix = new Mix(spec, { stereoStems: [false], loopFrames: 0 }, RATE, { light });
    const input = sine(200, 0.3);
    const out = new Float32Array(LOOP);
    const right = new Float32Array(128);
    for (let block = 0; block < LOOP / 128; block++) {
      if (block === 100) mix.apply(off);
      if (block === 300) mix.apply(spec);
      const at = block * 128;
      mix.process([[input.subarray(at, at + 128)]], out.subarray(at, at + 128), right, 128);
    }
    return out;
  };
  const full = run(false);
  const light = run(true);

  it('sounds as the full one while nothing is switched, and while a device is off', () => {
    expect(light.subarray(0, 290 * 128)).toEqual(full.subarray(0, 290 * 128));
  });

  it('wakes a sleeping device without a click, and has the same sound again 0.3 s later', () => {
    const second = (x: Float32Array, i: number): number => Math.abs(x[i + 1] - 2 * x[i] + x[i - 1]);
    let steady = 0;
    let waking = 0;
    for (let i = 200 * 128; i < 290 * 128; i++) steady = Math.max(steady, second(light, i));
    for (let i = 300 * 128; i < 400 * 128; i++) waking = Math.max(waking, second(light, i));
    expect(waking).toBeLessThan(1.1 * steady);
    expect(largestDifference(light.subarray(450 * 128), full.subarray(450 * 128))).toBeLessThan(1e-3);
  });
});
