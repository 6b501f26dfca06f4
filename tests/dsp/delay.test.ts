import { describe, expect, it } from 'vitest';
import { delaySeconds, noteChoice, type DelaySettings } from '../../src/dsp/delay-parameters.ts';
import { Delay } from '../../src/dsp/delay.ts';
import { describeContract, largestDifference, run } from './contract.ts';
import { powerDb } from './impulse-response.ts';
import { noise } from './noise.ts';

const SAMPLE_RATE = 48000;
const FREE = noteChoice('Free');

describeContract({
  name: 'The delay',
  create: () => new Delay(),
  working: { note: FREE, freeMs: 40, feedbackPercent: 50, lowCutHz: 150, highCutHz: 6000, mixPercent: 40 },
  other: { note: noteChoice('1/16'), bpm: 140, feedbackPercent: 20, lowCutHz: 20, mixPercent: 70 },
  tailSeconds: 0.5,
});

describeContract({
  name: 'The ping-pong delay',
  create: () => new Delay(),
  working: { note: FREE, freeMs: 55, feedbackPercent: 60, pingPong: 1, mixPercent: 50 },
  other: { note: FREE, freeMs: 90, feedbackPercent: 30, pingPong: 0, mixPercent: 50 },
  tailSeconds: 1,
  isSided: true,
});

function prepared(settings: Partial<DelaySettings>, sampleRate = SAMPLE_RATE): Delay {
  const delay = new Delay();
  delay.prepare(sampleRate);
  delay.set({ mixPercent: 100, ...settings });
  return delay;
}

/** What clicks of these levels on both sides leave behind. */
function echoes(settings: Partial<DelaySettings>, seconds: number, left = 1, right = 1) {
  const frames = Math.round(seconds * SAMPLE_RATE);
  const [l, r] = [new Float64Array(frames), new Float64Array(frames)];
  l[0] = left;
  r[0] = right;
  return run(prepared(settings), [l, r], 128);
}

describe('The delay', () => {
  it.each([
    ['1/2', 120, 1000],
    ['1/4', 120, 500],
    ['1/4 dotted', 120, 750],
    ['1/4 triplet', 120, 333.333],
    ['1/8', 120, 250],
    ['1/8 dotted', 120, 375],
    ['1/8 triplet', 120, 166.667],
    ['1/8 dotted', 90, 500],
    ['1/16', 100, 150],
    ['1/16 triplet', 100, 100],
    ['1/32', 75, 100],
  ])('%s at %f BPM comes back after %f ms, to the nearest sample', (note, bpm, ms) => {
    expect(1000 * delaySeconds({ note: noteChoice(note), bpm, freeMs: 1 })).toBeCloseTo(ms, 3);
    const [left] = echoes({ note: noteChoice(note), bpm }, 1.1);
    expect(left.findIndex((value) => value !== 0)).toBe(Math.round((ms / 1000) * SAMPLE_RATE));
  });

  it('takes the free time, and no tempo, when it is set free', () => {
    const [left] = echoes({ note: FREE, freeMs: 123, bpm: 77 }, 0.2);
    expect(left.findIndex((value) => value !== 0)).toBe(5904);
  });

  it('returns the nth repeat at the feedback to the power of n − 1, and nothing between', () => {
    const [left, right] = echoes({ note: FREE, freeMs: 10, feedbackPercent: 50 }, 0.1);
    for (let i = 0; i < left.length; i++) {
      const repeat = i / 480;
      const expected = repeat >= 1 && Number.isInteger(repeat) ? Math.pow(0.5, repeat - 1) : 0;
      expect(left[i]).toBeCloseTo(expected, 12);
      expect(right[i]).toBe(left[i]);
    }
  });

  it('ping-pong sends a mono sound left, right, left, right', () => {
    const [left, right] = echoes({ note: FREE, freeMs: 10, feedbackPercent: 50, pingPong: 1 }, 0.05);
    const at = (side: Float64Array): number[] => [480, 960, 1440, 1920].map((i) => side[i]);
    expect(at(left)).toEqual([1, 0, 0.25, 0]);
    expect(at(right)).toEqual([0, 0.5, 0, 0.125]);
  });

  it('ping-pong takes a sound on the right to the left first, at half its amplitude', () => {
    const [left, right] = echoes({ note: FREE, freeMs: 10, feedbackPercent: 50, pingPong: 1 }, 0.03, 0, 1);
    expect([left[480], right[480], left[960], right[960]]).toEqual([0.5, 0, 0, 0.25]);
  });

  it.each([
    ['high cut', { highCutHz: 2000 }, 2000],
    ['low cut', { lowCutHz: 300 }, 300],
  ])('a %s takes 3.01 dB from each repeat at its corner, once more every time', (_name, cut, frequencyHz) => {
    // A burst of tone that is over before the next repeat begins.
    const burst = Float64Array.from({ length: 4 * SAMPLE_RATE }, (_, i) =>
      i < 0.4 * SAMPLE_RATE ? Math.sin((2 * Math.PI * frequencyHz * i) / SAMPLE_RATE) : 0,
    );
    const settings = { note: FREE, freeMs: 500, feedbackPercent: 95, ...cut };
    const [left] = run(prepared(settings), [burst, burst], 128);
    for (const n of [1, 2, 3, 4]) {
      const start = (0.5 * n + 0.1) * SAMPLE_RATE;
      const repeatDb = powerDb(left.subarray(start, start + 0.2 * SAMPLE_RATE));
      const expectedDb = 20 * Math.log10(Math.SQRT1_2 * Math.pow(0.95, n - 1)) - 3.01 * n;
      expect(repeatDb).toBeCloseTo(expectedDb, 1);
    }
  });

  it('moves to another time without bending the pitch: a 1 kHz tone stays as it is, to −50 dB', () => {
    const frames = SAMPLE_RATE;
    const tone = Float64Array.from({ length: frames }, (_, i) =>
      Math.sin((2 * Math.PI * 1000 * i) / SAMPLE_RATE),
    );
    const [left, right] = [tone.slice(), tone.slice()];
    const delay = prepared({ note: FREE, freeMs: 100, feedbackPercent: 0 });
    delay.process(left, right, 24000);
    delay.set({ note: FREE, freeMs: 300, feedbackPercent: 0, mixPercent: 100 });
    delay.process(left.subarray(24000), right.subarray(24000), 24000);
    // Both places give the same tone in the same phase, so a crossfade leaves it as it was; a sweep would not.
    for (let i = 20000; i < frames; i++) expect(Math.abs(left[i] - tone[i])).toBeLessThan(3e-3);
  });

  it('stays below 20 times its input at 95 % feedback while everything moves 50 times a second, and then dies away', () => {
    const delay = prepared({});
    const left = noise(10 * SAMPLE_RATE, 5);
    const right = noise(10 * SAMPLE_RATE, 6);
    const choice = noise(500 * 6, 7).map((value) => 0.5 + 0.5 * value);
    for (let step = 0, start = 0; start < left.length; step++, start += 960) {
      delay.set({
        note: Math.floor(12 * choice[6 * step]),
        bpm: 40 + 200 * choice[6 * step + 1],
        freeMs: 1 + 1999 * choice[6 * step + 2],
        feedbackPercent: 95,
        pingPong: Math.round(choice[6 * step + 3]),
        lowCutHz: 20 + 980 * choice[6 * step + 4],
        highCutHz: 1000 + 19000 * choice[6 * step + 5],
        mixPercent: 100,
      });
      delay.process(left.subarray(start, start + 960), right.subarray(start, start + 960), 960);
    }
    expect([...left, ...right].every((value) => Math.abs(value) < 20)).toBe(true);
    delay.set({ note: FREE, freeMs: 50, feedbackPercent: 95, mixPercent: 100 });
    const silence = new Float64Array(15 * SAMPLE_RATE);
    const [after] = run(delay, [silence, silence], 128);
    expect(after.subarray(14 * SAMPLE_RATE).every((value) => Math.abs(value) < 1e-3)).toBe(true);
  });

  it('leaves every bit alone at a mix of 0 %', () => {
    const input = noise(4000, 3);
    expect(largestDifference(run(prepared({ mixPercent: 0 }), [input, input], 128), [input, input])).toBe(0);
  });
});
