import { Bypass } from '../../src/dsp/bypass.ts';
import { Compressor } from '../../src/dsp/compressor.ts';
import type { Device } from '../../src/dsp/device.ts';
import { Eq } from '../../src/dsp/eq.ts';
import { Limiter } from '../../src/dsp/limiter.ts';
import { UniformNoise } from '../../src/dsp/dither.ts';
import { energyAboveDb } from '../dsp/blackman-harris.ts';
import { decibels, figureRow, type BenchRow } from './bench-row.ts';

const SAMPLE_RATE = 48000;
const BLOCK = 128;
const FRAME = 4096;
const SWITCH_BLOCK = 1200;
/** The middle of a 25 ms fade: the frame is centred there and so is a crest of the tone, which keeps the method's floor at −136 dB. */
const MIDDLE = SWITCH_BLOCK * BLOCK + 600;
const FRAMES = 4 * SAMPLE_RATE;

type Switchable = readonly [create: () => Device<object>, settings: object];

/** Devices set so that switching them off is a change of 6 dB or so. */
const DEVICES: readonly Switchable[] = [
  [() => new Eq(), { lowBellHz: 100, lowBellDb: -6 }],
  [() => new Compressor(), { thresholdDb: -18, ratio: 2, kneeDb: 0, attackMs: 100, releaseMs: 2000 }],
  [() => new Limiter(), { driveDb: 0, ceilingDbtp: -12 }],
];

/** What switches add to a sine that it does not have. */
export function switchRows(): BenchRow[] {
  const splatter = Math.max(...DEVICES.map((device) => splatterDb(device)));
  const step = Math.max(...DEVICES.map((device) => franticStep(device)));
  return [
    figureRow({
      what: 'Switch off during a 100 Hz sine, energy above 2 kHz; worst of EQ, compressor, limiter',
      ours: decibels(splatter, 1),
      peer: 'setTargetAtTime, 5 ms, 6 dB',
      theirs: decibels(exponentialSplatterDb(0.005), 1),
      reach: '≤ −110 dB',
      reached: splatter <= -110,
    }),
    figureRow({
      what: '50 switches a second at random moments of a 1 kHz sine, largest step between samples',
      ours: `${step.toFixed(2)} × the sine’s own`,
      reach: '< 3 ×',
      reached: step < 3,
    }),
  ];
}

function prepared([create, settings]: Switchable): Bypass<object> {
  const bypass = new Bypass(create());
  bypass.prepare(SAMPLE_RATE);
  bypass.set(settings, false);
  return bypass;
}

/** A sine of peak 0.5 with a crest at sample `crest`. */
function sine(frequencyHz: number, crest: number): Float64Array {
  return Float64Array.from(
    { length: FRAMES },
    (_, i) => 0.5 * Math.cos((2 * Math.PI * frequencyHz * (i - crest)) / SAMPLE_RATE),
  );
}

function through(bypass: Bypass<object>, input: Float64Array, act: (block: number) => void): Float64Array {
  const left = input.slice();
  const right = input.slice();
  for (let start = 0; start < left.length; start += BLOCK) {
    act(start / BLOCK);
    bypass.process(left.subarray(start, start + BLOCK), right.subarray(start, start + BLOCK), BLOCK);
  }
  return left;
}

function splatterDb(device: Switchable): number {
  const bypass = prepared(device);
  const out = through(bypass, sine(100, MIDDLE - bypass.latencySamples), (block) => {
    if (block === SWITCH_BLOCK) bypass.set(device[1], true);
  });
  return frameDb(out, MIDDLE);
}

/** 6 dB down along the exponential that an AudioParam's setTargetAtTime draws, from a crest on. */
function exponentialSplatterDb(timeConstantSeconds: number): number {
  const tone = sine(100, MIDDLE);
  for (let i = MIDDLE; i < tone.length; i++)
    tone[i] *= 0.5 + 0.5 * Math.exp(-(i - MIDDLE) / (timeConstantSeconds * SAMPLE_RATE));
  return frameDb(tone, MIDDLE);
}

function frameDb(samples: Float64Array, middle: number): number {
  return energyAboveDb(samples.subarray(middle - FRAME / 2, middle + FRAME / 2), SAMPLE_RATE, 2000);
}

function franticStep(device: Switchable): number {
  const bypass = prepared(device);
  const random = new UniformNoise(1);
  const blocksPerToggle = SAMPLE_RATE / BLOCK / 50;
  let on = true;
  let next = 200;
  const tone = sine(1000, 12);
  const out = through(bypass, tone, (block) => {
    if (block < next) return;
    bypass.set(device[1], !(on = !on));
    next += 2 * blocksPerToggle * (0.5 + random.next());
  });
  if (!out.every(Number.isFinite)) return Infinity;
  return largestStep(out) / largestStep(tone);
}

function largestStep(samples: Float64Array): number {
  let largest = 0;
  for (let i = 1; i < samples.length; i++) largest = Math.max(largest, Math.abs(samples[i] - samples[i - 1]));
  return largest;
}
