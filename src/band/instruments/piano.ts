import { frequencyHzFromMidi } from '../signal/pitch.ts';
import type { Random } from '../signal/random.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';
import { damperNoise, hammerKnock } from './piano-action.ts';

/** The hammer strikes an eighth of the string's length: every eighth partial is missing. */
const STRIKE_POSITION = 1 / 8.3;
const MOST_PARTIALS = 80;
const HIGHEST_PARTIAL_HZ = 16_000;
/** Spread of the three strings of a note, in cents (Weinreich 1977: it gives the sound its slow second decay). */
const UNISON_SPREAD_CENTS = 0.7;
/** The hammer stays on the string for 1 ms if struck hard, for 2 ms if gently. */
const CONTACT_SECONDS = { soft: 0.0022, hard: 0.0012 };
/** Power at which a partial is given up, −110 dB. */
const INAUDIBLE = 1e-11;
const DAMPER_SECONDS = 0.09;
const RELEASE_TAIL_SECONDS = 0.5;
/** Key whose strings lie between the two microphones. */
const MIDDLE_MIDI = 62;

export interface PianoStroke {
  midi: number;
  /** 0–1: a harder stroke is louder and brighter. */
  velocity: number;
  holdSeconds: number;
}

/**
 * Inharmonicity coefficient of a key's strings: partial n lies at n·f₀·√(1 + B·n²). Two straight lines in the logarithm, one for
 * each bridge (Rauhala, Lehtonen & Välimäki 2007, "Toward next-generation digital keyboard instruments").
 */
export function inharmonicity(midi: number): number {
  return Math.exp(0.09256 * midi - 13.6402) + Math.exp(-0.0847 * midi - 5.82);
}

export function pianoPartialHz(midi: number, partial: number): number {
  return partial * frequencyHzFromMidi(midi) * Math.sqrt(1 + inharmonicity(midi) * partial ** 2);
}

/**
 * One note of a grand piano on a pair of microphones, as a sum of decaying partials. Each partial is loud first and dies fast, then softer and
 * slower (the strings' two polarisations), and high partials die sooner (losses grow with the square of frequency: Bensa et al. 2003,
 * "The simulation of piano string vibration").
 */
export function pianoNote(stroke: PianoStroke, random: Random): [left: Float32Array, right: Float32Array] {
  const frames = framesIn(stroke.holdSeconds + RELEASE_TAIL_SECONDS);
  const sides: [Float32Array, Float32Array] = [new Float32Array(frames), new Float32Array(frames)];
  const side = Math.max(-1, Math.min(1, (stroke.midi - MIDDLE_MIDI) / 26));
  const balance = [1 - 0.35 * side, 1 + 0.35 * side];
  for (let partial = 1; partial <= MOST_PARTIALS; partial++) {
    const frequencyHz = pianoPartialHz(stroke.midi, partial);
    if (frequencyHz > HIGHEST_PARTIAL_HZ) break;
    const amplitude = partialAmplitude(partial, frequencyHz, stroke);
    const gains = balance.map((side) => amplitude * side * random.between(0.75, 1.25));
    addPartial(sides, frequencyHz, gains, stroke, random);
  }
  const knock = hammerKnock(stroke.midi, stroke.velocity, random);
  const damper = damperNoise(stroke.midi, random);
  const heldFrames = framesIn(stroke.holdSeconds);
  sides.forEach((samples, s) => {
    const late = framesIn(s === 0 ? 0 : 0.0004);
    knock.forEach((x, i) => (samples[i + late] = samples[i + late] + x * balance[s]));
    damp(samples, stroke.holdSeconds);
    damper.forEach((x, i) => (samples[i + heldFrames + late] = samples[i + heldFrames + late] + x));
  });
  return sides;
}

/** Where the hammer strikes and how hard its felt is: felt stiffens with speed, so harder is brighter. */
function partialAmplitude(partial: number, frequencyHz: number, { midi, velocity }: PianoStroke): number {
  const comb = Math.abs(Math.sin(Math.PI * partial * STRIKE_POSITION));
  const feltHz = (560 + 3900 * velocity ** 1.7) * (1 + Math.max(0, midi - 55) / 40);
  const felt = 1 / (1 + (frequencyHz / feltHz) ** 2);
  // The soundboard radiates little below its first modes.
  const board = frequencyHz ** 2 / (frequencyHz ** 2 + 90 ** 2);
  return velocity ** 1.5 * comb * (felt + 0.03 * velocity * Math.exp(-frequencyHz / 6500)) * board;
}

/**
 * The quick and the slow part of one partial, slightly apart in tuning. It reaches the two microphones in step as long as its wavelength is
 * longer than they are apart.
 */
function addPartial(
  sides: readonly [Float32Array, Float32Array],
  frequencyHz: number,
  gains: readonly number[],
  { midi, velocity }: PianoStroke,
  random: Random,
): void {
  const lossPerSecond = 0.32 + 0.45 * Math.exp((midi - 60) / 17) + 2.4e-7 * frequencyHz ** 2;
  const apart = random.between(-1, 1) * Math.PI * Math.min(1, (frequencyHz / 900) ** 2);
  const { soft, hard } = CONTACT_SECONDS;
  const attackFrames = framesIn(soft + (hard - soft) * velocity);
  for (const part of [
    { level: 0.8, lossPerSecond: lossPerSecond * 2.6 },
    { level: 0.32, lossPerSecond: lossPerSecond * 0.55 },
  ]) {
    const cents = UNISON_SPREAD_CENTS * Math.max(-1.5, Math.min(1.5, random.normal()));
    const sine = {
      step: (2 * Math.PI * frequencyHz * Math.pow(2, cents / 1200)) / SAMPLE_RATE_HZ,
      decay: Math.exp(-part.lossPerSecond / SAMPLE_RATE_HZ),
      phase: random.between(0, 2 * Math.PI),
      apart,
      attackFrames,
    };
    addDecayingSine(
      sides,
      gains.map((gain) => gain * part.level),
      sine,
    );
  }
}

interface DecayingSine {
  /** Radians a frame. */
  step: number;
  /** Gain a frame. */
  decay: number;
  phase: number;
  /** How much further the right side's phase is, in radians. */
  apart: number;
  attackFrames: number;
}

function addDecayingSine(
  [left, right]: readonly [Float32Array, Float32Array],
  [leftGain, rightGain]: readonly number[],
  { step, decay, phase, apart, attackFrames }: DecayingSine,
): void {
  const cosine = Math.cos(step) * decay;
  const sine = Math.sin(step) * decay;
  const rightOfSine = rightGain * Math.cos(apart);
  const rightOfCosine = rightGain * Math.sin(apart);
  const inaudible = INAUDIBLE / Math.max(leftGain, rightGain) ** 2;
  let x = Math.cos(phase);
  let y = Math.sin(phase);
  for (let i = 0; i < left.length && x * x + y * y > inaudible; i++) {
    const next = x * cosine - y * sine;
    y = x * sine + y * cosine;
    x = next;
    const attack = i < attackFrames ? i / attackFrames : 1;
    left[i] = left[i] + attack * leftGain * y;
    right[i] = right[i] + attack * (rightOfSine * y + rightOfCosine * x);
  }
}

function damp(samples: Float32Array, holdSeconds: number): void {
  const held = framesIn(holdSeconds);
  for (let i = held; i < samples.length; i++) {
    const since = (i - held) / SAMPLE_RATE_HZ;
    const end = Math.min(1, (samples.length - i) / 1200);
    samples[i] = samples[i] * Math.exp(-since / DAMPER_SECONDS) * end;
  }
}
