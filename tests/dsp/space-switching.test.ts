import { describe, expect, it } from 'vitest';
import { fft } from '../../src/analysis/fft.ts';
import { Bypass } from '../../src/dsp/bypass.ts';
import { noteChoice } from '../../src/dsp/delay-parameters.ts';
import { Delay } from '../../src/dsp/delay.ts';
import type { Device } from '../../src/dsp/device.ts';
import { Reverb } from '../../src/dsp/reverb.ts';
import { Width } from '../../src/dsp/width.ts';

const SAMPLE_RATE = 48000;
const BLOCK = 128;
const FRAME = 4096;

/**
 * Share of a frame's energy above 2 kHz, in dB, through Nuttall's four-term window with a continuous first derivative
 * (A. H. Nuttall 1981: side lobes −93 dB, then falling by 18 dB an octave). Unlike blackman-harris.ts it needs no crest
 * in the middle: echoes arrive at any phase.
 */
function splatterDb(frame: Float64Array): number {
  const re = new Float64Array(FRAME);
  const im = new Float64Array(FRAME);
  for (let i = 0; i < FRAME; i++) {
    const t = (2 * Math.PI * i) / FRAME;
    re[i] =
      frame[i] *
      (0.355768 - 0.487396 * Math.cos(t) + 0.144232 * Math.cos(2 * t) - 0.012604 * Math.cos(3 * t));
  }
  fft(re, im);
  let total = 0;
  let above = 0;
  for (let k = 1; k < FRAME / 2; k++) {
    const energy = re[k] * re[k] + im[k] * im[k];
    total += energy;
    if ((k * SAMPLE_RATE) / FRAME > 2000) above += energy;
  }
  return 10 * Math.log10(above / total);
}

/** The worst frame from 40 ms before the switch to 600 ms after it, in which echoes of it come back. */
function worstSplatterDb(
  create: () => Device<object>,
  before: object,
  after: object,
  bypassed: boolean,
): number {
  const bypass = new Bypass(create());
  bypass.prepare(SAMPLE_RATE);
  bypass.set(before, false);
  const switchAt = 1200 * BLOCK;
  const frames = switchAt + SAMPLE_RATE;
  const left = Float64Array.from(
    { length: frames },
    (_, i) => 0.5 * Math.sin((2 * Math.PI * 100 * i) / SAMPLE_RATE),
  );
  const right = Float64Array.from(
    { length: frames },
    (_, i) => 0.3 * Math.cos((2 * Math.PI * 100 * i) / SAMPLE_RATE),
  );
  for (let start = 0; start < frames; start += BLOCK) {
    if (start === switchAt) bypass.set(after, bypassed);
    bypass.process(left.subarray(start, start + BLOCK), right.subarray(start, start + BLOCK), BLOCK);
  }
  let worst = -Infinity;
  for (const side of [left, right])
    for (let start = switchAt - FRAME / 2; start < switchAt + 0.6 * SAMPLE_RATE; start += 256)
      worst = Math.max(worst, splatterDb(side.subarray(start, start + FRAME)));
  return worst;
}

const echo = { note: noteChoice('Free'), freeMs: 143, feedbackPercent: 50, mixPercent: 60 };
const room = { kind: 0, decaySeconds: 1, mixPercent: 60 };
const wide = { widthPercent: 150, monoBelowHz: 90 };

const moves: [string, () => Device<object>, object, object][] = [
  ['delay to another time', () => new Delay(), echo, { ...echo, freeMs: 377 }],
  ['delay to a time in beats', () => new Delay(), echo, { ...echo, note: noteChoice('1/8 triplet') }],
  ['delay to more feedback', () => new Delay(), echo, { ...echo, feedbackPercent: 90 }],
  ['delay to ping-pong', () => new Delay(), echo, { ...echo, pingPong: 1 }],
  ['delay to a low cut', () => new Delay(), echo, { ...echo, lowCutHz: 400 }],
  ['delay to a high cut', () => new Delay(), echo, { ...echo, highCutHz: 1000 }],
  ['delay to all wet', () => new Delay(), echo, { ...echo, mixPercent: 100 }],
  ['reverb from room to hall', () => new Reverb(), room, { ...room, kind: 2 }],
  ['reverb to a long decay', () => new Reverb(), room, { ...room, decaySeconds: 5 }],
  ['reverb to a short decay', () => new Reverb(), room, { ...room, decaySeconds: 0.3 }],
  ['reverb to more damping', () => new Reverb(), room, { ...room, dampingHz: 2000 }],
  ['reverb to a later start', () => new Reverb(), room, { ...room, preDelayMs: 60 }],
  ['reverb to a low cut', () => new Reverb(), room, { ...room, lowCutHz: 300 }],
  ['reverb to all wet', () => new Reverb(), room, { ...room, mixPercent: 100 }],
  ['width to mono', () => new Width(), wide, { ...wide, widthPercent: 0 }],
  ['width to a higher mono bass', () => new Width(), wide, { ...wide, monoBelowHz: 300 }],
  ['width to its bass as it is', () => new Width(), wide, { ...wide, monoBelowHz: 20 }],
];

describe('Moving the', () => {
  it.each(moves)(
    '%s during a 100 Hz sine leaves no more than −110 dB above 2 kHz',
    (_name, create, before, after) => {
      expect(worstSplatterDb(create, before, after, false)).toBeLessThan(-110);
    },
  );
});

describe('Switching off the', () => {
  it.each([
    ['delay', () => new Delay(), echo],
    ['reverb', () => new Reverb(), room],
    ['width', () => new Width(), wide],
  ] as [string, () => Device<object>, object][])(
    '%s during a 100 Hz sine leaves no more than −110 dB above 2 kHz',
    (_name, create, settings) => {
      expect(worstSplatterDb(create, settings, settings, true)).toBeLessThan(-110);
    },
  );
});

describe('Switching and moving 50 times a second', () => {
  it.each([
    ['delay', () => new Delay(), echo, { ...echo, freeMs: 377, pingPong: 1 }],
    ['reverb', () => new Reverb(), room, { ...room, kind: 2, decaySeconds: 3, preDelayMs: 60 }],
    ['width', () => new Width(), wide, { ...wide, widthPercent: 0, monoBelowHz: 20 }],
  ] as [string, () => Device<object>, object, object][])(
    'the %s never makes a step three times as large as the 1 kHz sine’s own',
    (_name, create, one, other) => {
      const bypass = new Bypass(create());
      bypass.prepare(SAMPLE_RATE);
      bypass.set(one, false);
      const tone = Float64Array.from(
        { length: 2 * SAMPLE_RATE },
        (_, i) => 0.5 * Math.sin((2 * Math.PI * 1000 * i) / SAMPLE_RATE),
      );
      const [left, right] = [tone.slice(), tone.slice()];
      for (let start = 0, n = 0; start < left.length; start += 960, n++) {
        bypass.set(n % 2 ? one : other, n % 3 === 0);
        for (let i = start; i < start + 960; i += 96)
          bypass.process(left.subarray(i, i + 96), right.subarray(i, i + 96), 96);
      }
      const largestStep = (x: Float64Array): number =>
        x.reduce((largest, value, i) => (i ? Math.max(largest, Math.abs(value - x[i - 1])) : 0), 0);
      expect(left.every(Number.isFinite)).toBe(true);
      expect(largestStep(left) / largestStep(tone)).toBeLessThan(3);
    },
  );
});
