import { describe, expect, it } from 'vitest';
import { CorrelationMeter } from '../../src/dsp/correlation.ts';
import { dbToGain } from '../../src/dsp/decibels.ts';
import { LoudnessHistogram } from '../../src/dsp/loudness-histogram.ts';
import { LoudnessHistory } from '../../src/dsp/loudness-history.ts';
import { lufsToEnergy } from '../../src/dsp/lufs.ts';
import { Mix, METER } from '../../src/dsp/mix.ts';
import { device, mixSpec } from '../../src/dsp/mix-draft.ts';
import { ProgrammeMeter, READING, READINGS } from '../../src/dsp/programme-meter.ts';
import { noise } from './noise.ts';

const RATE = 48000;

/** Feed a meter with `seconds` of a stereo signal in blocks of 128. */
function feed(
  meter: { process(l: Float64Array, r: Float64Array, n: number): void },
  left: Float64Array,
  right: Float64Array,
): void {
  for (let at = 0; at + 128 <= left.length; at += 128)
    meter.process(left.subarray(at, at + 128), right.subarray(at, at + 128), 128);
}
const tone = (frequencyHz: number, peak: number, seconds: number): Float64Array =>
  Float64Array.from(
    { length: seconds * RATE },
    (_, i) => peak * Math.sin((2 * Math.PI * frequencyHz * i) / RATE),
  );

describe('The correlation meter', () => {
  const reading = (left: Float64Array, right: Float64Array): number => {
    const meter = new CorrelationMeter();
    meter.prepare(RATE);
    feed(meter, left, right);
    return meter.correlation;
  };
  const a = noise(2 * RATE, 1, 0.3);
  const b = noise(2 * RATE, 2, 0.3);

  it.each([
    ['the same on both sides', a, a, 1],
    ['the same, one side upside down', a, a.map((v) => -v), -1],
    ['unrelated', a, b, 0],
    ['half shared', a.map((v, i) => v + b[i]), a.map((v, i) => v - 0.0 * b[i]), Math.SQRT1_2],
  ])('reads sides that are %s', (_name, left, right, expected) => {
    expect(Math.abs(reading(left, right) - expected)).toBeLessThan(0.03);
  });

  it('has nothing to say in silence', () => {
    expect(reading(new Float64Array(RATE), new Float64Array(RATE))).toBeNaN();
  });
});

describe('The histogram behind live meters', () => {
  it('agrees with the exact history: integrated within 0.01 LU, range within 0.03 LU', () => {
    const exact = new LoudnessHistory(200);
    const counted = new LoudnessHistogram();
    for (let i = 0; i < 1500; i++) {
      const energy = lufsToEnergy(-24 + 9 * Math.sin(i / 37) + 3 * Math.sin(i / 5));
      for (const history of [exact, counted]) {
        history.pushBlock(energy);
        history.pushShortTerm(energy);
      }
    }
    expect(Math.abs(counted.integratedLufs - exact.integratedLufs)).toBeLessThan(0.01);
    expect(Math.abs(counted.loudnessRangeLu - exact.loudnessRangeLu)).toBeLessThan(0.03);
  });

  it('knows nothing before anything was loud enough', () => {
    const empty = new LoudnessHistogram();
    empty.pushBlock(lufsToEnergy(-80));
    expect([empty.integratedLufs, empty.loudnessRangeLu]).toEqual([-Infinity, 0]);
  });
});

describe('A programme meter', () => {
  it('reads a stereo tone of −20 dBFS: −20 LUFS throughout, range 0, PLR 0, correlation 1', () => {
    const meter = new ProgrammeMeter();
    meter.prepare(RATE);
    const signal = tone(997, dbToGain(-20), 6);
    feed(meter, signal, signal);
    const into = new Float32Array(READINGS + 1);
    expect(meter.read(into, 1)).toBe(READINGS + 1);
    const at = (place: number): number => into[1 + place];
    for (const place of [READING.momentaryLufs, READING.shortTermLufs, READING.integratedLufs])
      expect(Math.abs(at(place) + 20)).toBeLessThan(0.1);
    expect(at(READING.loudnessRangeLu)).toBeLessThan(0.1);
    expect(Math.abs(at(READING.truePeakDbtp) + 20)).toBeLessThan(0.1);
    expect(Math.abs(at(READING.peakToLoudnessLu))).toBeLessThan(0.1);
    expect(at(READING.correlation)).toBeCloseTo(1, 6);
  });

  it('begins its integrated readings again after a restart', () => {
    const meter = new ProgrammeMeter();
    meter.prepare(RATE);
    const loud = tone(997, dbToGain(-10), 5);
    const soft = tone(997, dbToGain(-30), 5);
    feed(meter, loud, loud);
    const into = new Float32Array(READINGS);
    meter.read(into, 0);
    meter.restart();
    // The last window that still held the loud tone has passed.
    feed(meter, soft.subarray(0, 3 * RATE), soft.subarray(0, 3 * RATE));
    meter.read(into, 0);
    meter.restart();
    feed(meter, soft, soft);
    meter.read(into, 0);
    expect(Math.abs(into[READING.integratedLufs] + 30)).toBeLessThan(0.1);
    expect(Math.abs(into[READING.peakToLoudnessLu])).toBeLessThan(0.1);
  });

  it('stands on every channel of a mix that asks for it, after the fader', () => {
    const limiter = device('limiter', 'l', 'Limiter', { driveDb: 6, ceilingDbtp: -12 });
    const spec = mixSpec({
      song: 't',
      strips: { a: { levelDb: -10, group: 'g' }, b: { muted: true } },
      groups: { g: { name: 'Group', levelDb: -5 } },
      master: [limiter],
    });
    const mix = new Mix(spec, { stereoStems: [true, false], loopFrames: 0 }, RATE, { meters: 'channels' });
    const left = Float32Array.from(tone(997, dbToGain(-6), 4));
    const out = [new Float32Array(128), new Float32Array(128)];
    for (let at = 0; at + 128 <= left.length; at += 128) {
      const block = left.subarray(at, at + 128);
      mix.process([[block, block], [block]], out[0], out[1], 128);
    }
    const into = new Float32Array(mix.meterLength);
    mix.readMeters(into);
    expect(mix.meterLength).toBe(4 * READINGS + 1);
    const channel = (i: number): number => METER.gainReductions + 1 + i * READINGS + READING.momentaryLufs;
    expect(Math.abs(into[channel(0)] + 16)).toBeLessThan(0.1);
    expect(into[channel(1)]).toBe(-Infinity);
    expect(Math.abs(into[channel(2)] + 21)).toBeLessThan(0.1);
  });
});
