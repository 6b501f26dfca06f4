import { filter, highPass, lowPass } from '../signal/filter.ts';
import { frequencyHzFromMidi } from '../signal/pitch.ts';
import type { Random } from '../signal/random.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';

/** The hammer strikes an eighth of the string's length: every eighth partial is missing. */
const STRIKE_POSITION = 1 / 8.3;
const MOST_PARTIALS = 48;
const HIGHEST_PARTIAL_HZ = 16_000;
/** Spread of the three strings of a note, in cents (Weinreich 1977: it gives the sound its slow second decay). */
const UNISON_SPREAD_CENTS = 0.7;
/** The hammer stays on the string for some 1.5 ms. */
const ATTACK_FRAMES = 70;
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
 * slower (the strings' two polarisations), and high partials die sooner (frequency-dependent losses of Chaigne & Askenfelt 1994).
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
  const knock = hammerKnock(stroke, random);
  sides.forEach((samples, s) => {
    const late = framesIn(s === 0 ? 0 : 0.0004);
    knock.forEach((x, i) => (samples[i + late] = samples[i + late] + x * balance[s]));
    damp(samples, stroke.holdSeconds);
  });
  return sides;
}

/** Where the hammer strikes and how hard its felt is: felt stiffens with speed, so harder is brighter. */
function partialAmplitude(partial: number, frequencyHz: number, { midi, velocity }: PianoStroke): number {
  const comb = Math.abs(Math.sin(Math.PI * partial * STRIKE_POSITION));
  const feltHz = (950 + 4200 * velocity ** 1.4) * (1 + Math.max(0, midi - 55) / 40);
  const felt = 1 / (1 + (frequencyHz / feltHz) ** 2);
  // The soundboard radiates little below its first modes.
  const board = frequencyHz ** 2 / (frequencyHz ** 2 + 90 ** 2);
  return velocity ** 1.3 * comb * (felt + 0.03 * velocity * Math.exp(-frequencyHz / 7000)) * board;
}

/**
 * The quick and the slow part of one partial, slightly apart in tuning. It reaches the two microphones in step as long as its wavelength is
 * longer than they are apart.
 */
function addPartial(
  sides: readonly [Float32Array, Float32Array],
  frequencyHz: number,
  gains: readonly number[],
  { midi }: PianoStroke,
  random: Random,
): void {
  const lossPerSecond = 0.32 + 0.45 * Math.exp((midi - 60) / 17) + 5.5e-7 * frequencyHz ** 2;
  const apart = random.between(-1, 1) * Math.PI * Math.min(1, (frequencyHz / 900) ** 2);
  for (const part of [
    { level: 0.8, lossPerSecond: lossPerSecond * 2.6 },
    { level: 0.32, lossPerSecond: lossPerSecond * 0.55 },
  ]) {
    const cents = UNISON_SPREAD_CENTS * Math.max(-1.5, Math.min(1.5, random.normal()));
    const step = (2 * Math.PI * frequencyHz * Math.pow(2, cents / 1200)) / SAMPLE_RATE_HZ;
    const decay = Math.exp(-part.lossPerSecond / SAMPLE_RATE_HZ);
    const phase = random.between(0, 2 * Math.PI);
    sides.forEach((samples, s) => {
      addDecayingSine(samples, gains[s] * part.level, step, decay, phase + s * apart);
    });
  }
}

/** @param step radians a frame @param decay gain a frame */
function addDecayingSine(
  samples: Float32Array,
  level: number,
  step: number,
  decay: number,
  phase: number,
): void {
  const cosine = Math.cos(step) * decay;
  const sine = Math.sin(step) * decay;
  let x = level * Math.cos(phase);
  let y = level * Math.sin(phase);
  for (let i = 0; i < samples.length && x * x + y * y > INAUDIBLE; i++) {
    const next = x * cosine - y * sine;
    y = x * sine + y * cosine;
    x = next;
    samples[i] = samples[i] + y * Math.min(1, i / ATTACK_FRAMES);
  }
}

/** Felt on string and key on its bed: a dull thud of the soundboard with a little felt noise. */
function hammerKnock({ velocity }: PianoStroke, random: Random): Float32Array {
  const burst = (decaySeconds: number): Float32Array =>
    new Float32Array(framesIn(0.09)).map(
      (_, i) => random.normal() * Math.min(1, i / 40) * Math.exp(-i / framesIn(decaySeconds)),
    );
  const thud = filter(burst(0.016), highPass(90), lowPass(420));
  const felt = filter(burst(0.005), highPass(1200), lowPass(9000));
  return thud.map((x, i) => velocity ** 1.4 * (0.2 * x + 0.09 * felt[i]));
}

function damp(samples: Float32Array, holdSeconds: number): void {
  const held = framesIn(holdSeconds);
  for (let i = held; i < samples.length; i++) {
    const since = (i - held) / SAMPLE_RATE_HZ;
    const end = Math.min(1, (samples.length - i) / 1200);
    samples[i] = samples[i] * Math.exp(-since / DAMPER_SECONDS) * end;
  }
}
