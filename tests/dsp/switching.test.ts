import { describe, expect, it } from 'vitest';
import { Bypass } from '../../src/dsp/bypass.ts';
import { BusCompressor } from '../../src/dsp/bus-compressor.ts';
import { Compressor } from '../../src/dsp/compressor.ts';
import { LookAheadCompressor } from '../../src/dsp/compressor-look-ahead.ts';
import { DeEsser } from '../../src/dsp/de-esser.ts';
import type { Device } from '../../src/dsp/device.ts';
import { Eq } from '../../src/dsp/eq.ts';
import { Gate } from '../../src/dsp/gate.ts';
import { Limiter } from '../../src/dsp/limiter.ts';
import { energyAboveDb } from './blackman-harris.ts';

const SAMPLE_RATE = 48000;
const BLOCK = 128;
const FRAME = 4096;

/** A sine of peak 0.5 with a crest at sample `crest`. */
const sine = (frequencyHz: number, frames: number, crest: number): Float64Array =>
  Float64Array.from(
    { length: frames },
    (_, i) => 0.5 * Math.cos((2 * Math.PI * frequencyHz * (i - crest)) / SAMPLE_RATE),
  );

/** Run a switchable device over a sine and do something at one block; returns the left output. */
function through(
  bypass: Bypass<object>,
  input: Float64Array,
  actions: ReadonlyMap<number, () => void>,
): Float64Array {
  const left = input.slice();
  const right = input.slice();
  for (let start = 0; start < left.length; start += BLOCK) {
    actions.get(start / BLOCK)?.();
    bypass.process(left.subarray(start, start + BLOCK), right.subarray(start, start + BLOCK), BLOCK);
  }
  return left;
}

const devices: [string, () => Device<object>, object, object][] = [
  // Off the tone itself, so that the toggle is 6 dB of gain and not a stop of the tone.
  ['EQ', () => new Eq(), { lowBellHz: 100, lowBellDb: -6 }, { lowBellHz: 100, lowBellDb: 0 }],
  [
    'compressor',
    () => new Compressor(),
    { thresholdDb: -18, ratio: 2, kneeDb: 0, attackMs: 100, releaseMs: 2000 },
    { thresholdDb: -12, ratio: 2, kneeDb: 0, attackMs: 100, releaseMs: 2000 },
  ],
  [
    'compressor’s detector',
    () => new Compressor(),
    { thresholdDb: -24, ratio: 2, kneeDb: 0, attackMs: 100, releaseMs: 2000, detector: 0 },
    { thresholdDb: -24, ratio: 2, kneeDb: 0, attackMs: 100, releaseMs: 2000, detector: 1 },
  ],
  [
    'sidechain high-pass',
    () => new Compressor(),
    { thresholdDb: -24, ratio: 2, kneeDb: 0, attackMs: 100, releaseMs: 2000, sidechainHighPassHz: 20 },
    { thresholdDb: -24, ratio: 2, kneeDb: 0, attackMs: 100, releaseMs: 2000, sidechainHighPassHz: 300 },
  ],
  [
    'look-ahead compressor',
    () => new LookAheadCompressor(),
    { thresholdDb: -18, ratio: 2, kneeDb: 0, attackMs: 100, releaseMs: 2000, lookAheadMs: 0 },
    { thresholdDb: -12, ratio: 2, kneeDb: 0, attackMs: 100, releaseMs: 2000, lookAheadMs: 10 },
  ],
  [
    'bus compressor',
    () => new BusCompressor(),
    { thresholdDb: -18, ratio: 1, attack: 5, release: 4, sidechainHighPassHz: 20 },
    { thresholdDb: -18, ratio: 3, attack: 5, release: 3, makeupDb: 3, sidechainHighPassHz: 100 },
  ],
  // Closed all the time: opening is as fast as the attack asks for.
  ['gate', () => new Gate(), { thresholdDb: -2, rangeDb: 6 }, { thresholdDb: 0, ratio: 20, rangeDb: 12 }],
  [
    'de-esser',
    () => new DeEsser(),
    { mode: 1, frequencyHz: 2000, thresholdDb: -60, rangeDb: 6 },
    { mode: 0, frequencyHz: 4000, thresholdDb: -30, rangeDb: 12 },
  ],
  [
    'limiter',
    () => new Limiter(),
    { driveDb: 0, ceilingDbtp: -12, mode: 0 },
    { driveDb: 6, ceilingDbtp: -6, mode: 1 },
  ],
];

describe.each(devices)('Switching the %s', (_name, create, settings, moved) => {
  const prepared = (): Bypass<object> => {
    const bypass = new Bypass(create());
    bypass.prepare(SAMPLE_RATE);
    bypass.set(settings, false);
    return bypass;
  };
  const frames = 4 * SAMPLE_RATE;
  const switchBlock = 1200;
  // The middle of the 25 ms fade: the analysis frame is centred on it, and so is a crest of the output, because a tone
  // that is not near zero at the frame's edges raises the floor of the method from −136 to −105 dB.
  const middle = switchBlock * BLOCK + 600;
  const crested = (latencySamples: number): Float64Array => sine(100, frames, middle - latencySamples);

  it('off during a 100 Hz sine leaves no more than −110 dB above 2 kHz', () => {
    const bypass = prepared();
    const out = through(
      bypass,
      crested(bypass.latencySamples),
      new Map([[switchBlock, () => bypass.set(settings, true)]]),
    );
    expect(
      energyAboveDb(out.subarray(middle - FRAME / 2, middle + FRAME / 2), SAMPLE_RATE, 2000),
    ).toBeLessThan(-110);
  });

  it('on again leaves no more than −110 dB above 2 kHz', () => {
    const bypass = prepared();
    const actions = new Map([
      [100, () => bypass.set(settings, true)],
      [switchBlock, () => bypass.set(settings, false)],
    ]);
    const out = through(bypass, crested(bypass.latencySamples), actions);
    expect(
      energyAboveDb(out.subarray(middle - FRAME / 2, middle + FRAME / 2), SAMPLE_RATE, 2000),
    ).toBeLessThan(-110);
  });

  it('to other settings leaves no more than −110 dB above 2 kHz', () => {
    const bypass = prepared();
    const out = through(
      bypass,
      crested(bypass.latencySamples),
      new Map([[switchBlock, () => bypass.set(moved, false)]]),
    );
    expect(
      energyAboveDb(out.subarray(middle - FRAME / 2, middle + FRAME / 2), SAMPLE_RATE, 2000),
    ).toBeLessThan(-110);
  });

  it('50 times in a second never makes a step three times as large as the 1 kHz sine’s own', () => {
    const bypass = prepared();
    const tone = sine(1000, frames, 12); // starts at a zero crossing
    let on = true;
    const toggle = (): void => bypass.set(settings, !(on = !on));
    const actions = new Map(Array.from({ length: 50 }, (_, i) => [200 + Math.round((i * 375) / 50), toggle]));
    const out = through(bypass, tone, actions);
    const largestStep = (x: Float64Array): number =>
      x.reduce((largest, value, i) => (i ? Math.max(largest, Math.abs(value - x[i - 1])) : 0), 0);
    expect(out.every(Number.isFinite)).toBe(true);
    expect(largestStep(out) / largestStep(tone)).toBeLessThan(3);
  });
});

describe('Moving the EQ during a 100 Hz sine', () => {
  const moves: [string, object, object][] = [
    [
      'a bell of +12 dB from 100 Hz to 2 kHz',
      { lowBellHz: 100, lowBellDb: 12 },
      { lowBellHz: 2000, lowBellDb: 12 },
    ],
    ['a bell from +18 to −18 dB', { lowBellHz: 120, lowBellDb: 18 }, { lowBellHz: 120, lowBellDb: -18 }],
    ['a high-pass in at 50 Hz', {}, { highPassHz: 50 }],
    [
      'a high-pass at 60 Hz from 6 to 48 dB/octave',
      { highPassHz: 60, highPassSlope: 0 },
      { highPassHz: 60, highPassSlope: 5 },
    ],
    [
      'a high-pass at 60 Hz from 48 to 6 dB/octave',
      { highPassHz: 60, highPassSlope: 5 },
      { highPassHz: 60, highPassSlope: 0 },
    ],
    ['a low-pass in at 1 kHz, 48 dB/octave', {}, { lowPassHz: 1000, lowPassSlope: 5 }],
    [
      'a low-pass at 1 kHz from 6 to 48 dB/octave',
      { lowPassHz: 1000, lowPassSlope: 0 },
      { lowPassHz: 1000, lowPassSlope: 5 },
    ],
    [
      'a low-pass at 1 kHz from 48 to 6 dB/octave',
      { lowPassHz: 1000, lowPassSlope: 5 },
      { lowPassHz: 1000, lowPassSlope: 0 },
    ],
    ['a low-pass from 20 to 1 kHz', { lowPassHz: 20000 }, { lowPassHz: 1000 }],
    ['a high shelf of 12 dB in', {}, { highShelfDb: 12 }],
  ];

  it.each(moves)('%s leaves no more than −110 dB above 2 kHz', (_name, settings, moved) => {
    const switchBlock = 1200;
    const middle = switchBlock * BLOCK + 600;
    const eq = new Bypass(new Eq() as Device<object>);
    eq.prepare(SAMPLE_RATE);
    eq.set(settings, false);
    // Steep filters turn the tone's phase, so the frame cannot be centred on a crest of the output: a longer one
    // keeps the floor of the method below −115 dB wherever the crest is.
    const frame = 4 * FRAME;
    const out = through(
      eq,
      sine(100, 4 * SAMPLE_RATE, middle),
      new Map([[switchBlock, () => eq.set(moved, false)]]),
    );
    expect(
      energyAboveDb(out.subarray(middle - frame / 2, middle + frame / 2), SAMPLE_RATE, 2000),
    ).toBeLessThan(-110);
  });
});
