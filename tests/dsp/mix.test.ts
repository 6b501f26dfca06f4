import { describe, expect, it } from 'vitest';
import { bounceLoop } from '../../src/dsp/bounce.ts';
import { dbToGain, gainToDb } from '../../src/dsp/decibels.ts';
import { measureLoudness } from '../../src/dsp/loudness.ts';
import { METER, Mix } from '../../src/dsp/mix.ts';
import { device, mixSpec, type StripDraft } from '../../src/dsp/mix-draft.ts';
import { withBypassed, withMatch, type DeviceSpec, type MixSpec } from '../../src/dsp/mix-spec.ts';
import { truePeakDbtp } from '../../src/dsp/true-peak.ts';
import { energyAboveDb } from './blackman-harris.ts';
import { noise } from './noise.ts';

const RATE = 48000;
const LOOP = 2 * RATE;
const MONO = { stereoStems: [false], loopFrames: 0 };

const sine = (frequencyHz: number, peak: number, frames = LOOP): Float32Array =>
  Float32Array.from({ length: frames }, (_, i) => peak * Math.sin((2 * Math.PI * frequencyHz * i) / RATE));
const mixOf = (strips: Record<string, StripDraft>, master: DeviceSpec[] = []): MixSpec =>
  mixSpec({ song: 'test', strips, master });
const peakOf = (x: Float32Array): number => x.reduce((peak, value) => Math.max(peak, Math.abs(value)), 0);

describe('A mix', () => {
  it('puts a mono stem in the centre 3.01 dB down on each side', () => {
    const [left, right] = bounceLoop(mixOf({ a: {} }), [[sine(1000, 0.5)]], RATE);
    expect(gainToDb(peakOf(left) / 0.5)).toBeCloseTo(-3.01, 2);
    expect(right).toEqual(left);
  });

  it('adds stems up: two of them are the sum of each alone', () => {
    const stems = [[sine(220, 0.2)], [sine(330, 0.2)]];
    const both = mixOf({ a: { pan: -0.4 }, b: { levelDb: -3 } });
    const alone = (mutedStem: number): Float32Array =>
      bounceLoop(
        { ...both, strips: both.strips.map((strip, i) => ({ ...strip, muted: i === mutedStem })) },
        stems,
        RATE,
      )[0];
    const [sum] = bounceLoop(both, stems, RATE);
    const [a, b] = [alone(1), alone(0)];
    expect(Math.max(...sum.map((value, i) => Math.abs(value - a[i] - b[i])))).toBeLessThan(1e-7);
  });

  it('keeps strips of different latency aligned: a limiter on one of two equal stems moves nothing', () => {
    const stem = sine(1000, 0.05);
    const limiter = device('limiter', 'l', 'Limiter', { ceilingDbtp: -1 });
    const plain = bounceLoop(mixOf({ a: {}, b: {} }), [[stem], [stem]], RATE)[0];
    const delayed = bounceLoop(mixOf({ a: { devices: [limiter] }, b: {} }), [[stem], [stem]], RATE)[0];
    expect(delayed).toEqual(plain);
  });

  it('bounces aligned with its stems: an untouched stereo stem comes back bit-exact', () => {
    const left = Float32Array.from(noise(LOOP, 1, 0.3));
    const right = Float32Array.from(noise(LOOP, 2, 0.3));
    expect(bounceLoop(mixOf({ a: {} }), [[left, right]], RATE)).toEqual([left, right]);
  });

  it('bounces a loop without a seam: the last sample leads into the first as the others into their next', () => {
    const eq = device('eq', 'e', 'EQ', { lowBellHz: 100, lowBellDb: 12, lowBellQ: 4 });
    const [left] = bounceLoop(mixOf({ a: { devices: [eq] } }), [[sine(100, 0.05)]], RATE);
    const bend = (a: number, b: number, c: number): number => Math.abs(a - 2 * b + c);
    const atSeam = bend(left[LOOP - 1], left[0], left[1]);
    let elsewhere = 0;
    for (let i = 1; i < LOOP - 1; i++)
      elsewhere = Math.max(elsewhere, bend(left[i - 1], left[i], left[i + 1]));
    expect(atSeam).toBeLessThanOrEqual(elsewhere);
  });

  it('never leaves above −1 dBTP, re-measured at 16×, however hard it is driven', () => {
    const hot = Array.from({ length: 4 }, (_, i) => [sine(97 * (i + 1), 0.9), sine(131 * (i + 1), 0.9)]);
    const strips = Object.fromEntries(hot.map((_, i) => [`s${i}`, { levelDb: 6 }]));
    const [left, right] = bounceLoop(mixOf(strips), hot, RATE);
    expect(truePeakDbtp([left, right], 16)).toBeLessThanOrEqual(-1);
  });

  it('turns down by the level match, exactly, and never up', () => {
    const spec = mixOf({ a: {} });
    const stems = [[sine(1000, 0.2)]];
    const loudness = (matchDb: number): number =>
      measureLoudness(bounceLoop(withMatch(spec, matchDb), stems, RATE), RATE).integratedLufs;
    expect(loudness(0) - loudness(-4.2)).toBeCloseTo(4.2, 3);
    expect(loudness(6)).toBeCloseTo(loudness(0), 6);
  });
});

describe('A playing mix', () => {
  const eq = device('eq', 'eq', 'EQ', { lowBellHz: 100, lowBellDb: -6 });
  const compressor = device('compressor', 'comp', 'Compressor', {
    thresholdDb: -20,
    ratio: 4,
    attackMs: 100,
    releaseMs: 2000,
  });
  const spec = mixOf({ a: { devices: [eq] } }, [compressor]);

  /** One second of blocks through a mix, with an action at a block. */
  const through = (mix: Mix, input: Float32Array, actions: ReadonlyMap<number, () => void>): Float32Array => {
    const out = new Float32Array(input.length);
    const right = new Float32Array(128);
    for (let start = 0; start + 128 <= input.length; start += 128) {
      actions.get(start / 128)?.();
      mix.process([[input.subarray(start, start + 128)]], out.subarray(start, start + 128), right, 128);
    }
    return out;
  };

  it('switches a whole variant, 4 dB of match included, with no more than −110 dB above 2 kHz', () => {
    const mix = new Mix(spec, MONO, RATE);
    const switchBlock = 1200;
    const middle = switchBlock * 128 + 600;
    const input = Float32Array.from(
      { length: 4 * RATE },
      (_, i) => 0.4 * Math.cos((2 * Math.PI * 100 * (i - middle + mix.latencySamples)) / RATE),
    );
    const other = withMatch(withBypassed(spec, new Set(['eq', 'comp'])), -4);
    const out = through(mix, input, new Map([[switchBlock, () => mix.apply(other)]]));
    expect(energyAboveDb(out.subarray(middle - 2048, middle + 2048), RATE, 2000)).toBeLessThan(-110);
  });

  it('reads its meters: loudness of the output, and the gain reduction of the compressor in dB', () => {
    const mix = new Mix(spec, MONO, RATE);
    through(mix, sine(1000, dbToGain(-6), 4 * RATE), new Map());
    const meters = new Float32Array(mix.meterLength);
    mix.readMeters(meters);
    expect(mix.gainReducingIds).toEqual(['comp']);
    // A −6 dB sine arrives 3 dB down in each side: 11 dB over the threshold, of which 3/4 go.
    expect(Math.abs(meters[METER.gainReductions] - 0.75 * (20 - 9.01))).toBeLessThan(0.1);
    expect(Math.abs(meters[METER.momentaryLufs] - (-9.01 - 8.24))).toBeLessThan(0.2);
  });

  it('fades in from silence and out to exact silence', () => {
    const mix = new Mix(spec, MONO, RATE);
    mix.setAudible(false, true);
    const actions = new Map([
      [10, () => mix.setAudible(true)],
      [200, () => mix.setAudible(false)],
    ]);
    const out = through(mix, sine(1000, 0.3, RATE), actions);
    expect(peakOf(out.subarray(0, 1280))).toBe(0);
    expect(peakOf(out.subarray(1280, 1280 + 96))).toBeLessThan(0.01);
    expect(peakOf(out.subarray(10000, 20000))).toBeGreaterThan(0.05);
    expect(peakOf(out.subarray(200 * 128 + 1300))).toBe(0);
    expect(mix.audible).toBe(false);
  });

  it('keeps its order of devices: a spec of another mix is refused', () => {
    const mix = new Mix(spec, MONO, RATE);
    expect(() => mix.apply(mixOf({ a: { devices: [compressor] } }, [eq]))).toThrow('expected device eq');
  });
});
