import { dbToGain } from '../dsp/decibels.ts';
import { addWrapped, throughLoop } from './signal/loop.ts';
import { stringSqueak } from './instruments/string-squeak.ts';
import { bell, filter, highPass, highShelf, lowPass, type Section } from './signal/filter.ts';
import { rideGain, type Passage } from './signal/gain-ride.ts';
import { rmsOf, scale } from './signal/level.ts';
import { createRandom } from './signal/random.ts';
import { framesIn, SAMPLE_RATE_HZ } from './signal/sample-rate.ts';
import type { Mark, Take } from './take.ts';

/** What went wrong at a recording, as an offset from a good take. `what` is the wording learners see. */
export type Fault =
  /** A resonance. */
  | { kind: 'bell'; what: string; frequencyHz: number; q: number; amountDb: number }
  | { kind: 'highShelf'; what: string; frequencyHz: number; amountDb: number }
  /** The whole stem at the wrong level. */
  | { kind: 'level'; what: string; amountDb: number }
  /** A mono take that belongs to one side but sounds in the middle: 0 dB between the sides. Only the pan pot can move it. */
  | { kind: 'centred'; what: string; amountDb: 0 }
  /** One sung line (counted from 0) at the wrong level. */
  | { kind: 'line'; what: string; line: number; amountDb: number }
  /** Certain phones too loud. */
  | { kind: 'phones'; what: string; phones: readonly string[]; frequencyHz: number; amountDb: number }
  /** Breath hitting the microphone at certain phones; the thump's peak level. */
  | { kind: 'pops'; what: string; phones: readonly string[]; frequencyHz: number; peakDbfs: number }
  /** Fingers dragged over wound strings; the squeaks' peak level and the pitch of the string's body along its length. */
  | { kind: 'squeaks'; what: string; frequencyHz: number; peakDbfs: number }
  /** Notes that differ in level by chance, with this standard deviation. */
  | { kind: 'unevenNotes'; what: string; amountDb: number }
  /** Mains hum: this fundamental and its second and third harmonics. */
  | { kind: 'hum'; what: string; frequencyHz: number; peakDbfs: number }
  /** Amplifier noise, RMS. */
  | { kind: 'hiss'; what: string; rmsDbfs: number }
  /** Traffic and footsteps through the stand: noise below this frequency, RMS. */
  | { kind: 'rumble'; what: string; frequencyHz: number; rmsDbfs: number };

const LINE_RAMP_MS = 60;
const PHONE_RAMP_MS = 8;
const NOTE_RAMP_MS = 6;
const POP_SECONDS = 0.12;
/** The puff arrives just before the vowel, at the end of the closed lips. */
const POP_LEAD_SECONDS = 0.02;
/** A finger's way from one low fret to the next. */
const SQUEAK_METRES = 0.035;

/** Spoil a copy of a take; faults are applied in order. */
export function withFaults(take: Take, faults: readonly Fault[], seed: string): Take {
  const spoil = (channel: Float32Array): Float32Array =>
    faults.reduce((loop: Float32Array, fault) => apply(loop, fault, take.marks, seed), channel.slice());
  const channels = take.channels.map(spoil);
  return { channels, marks: take.marks };
}

function apply(loop: Float32Array, fault: Fault, marks: readonly Mark[], seed: string): Float32Array {
  switch (fault.kind) {
    case 'bell':
      return throughLoop(loop, (x) => filter(x, bell(fault.frequencyHz, fault.q, fault.amountDb)));
    case 'highShelf':
      return throughLoop(loop, (x) => filter(x, highShelf(fault.frequencyHz, fault.amountDb)));
    case 'level':
      scale(loop, dbToGain(fault.amountDb));
      return loop;
    case 'centred':
      return loop;
    case 'line':
      rideGain(loop, [passage(faultMarks(fault, marks)[0], fault.amountDb)], LINE_RAMP_MS);
      return loop;
    case 'phones': {
      const passages = faultMarks(fault, marks).map((mark) => passage(mark, fault.amountDb));
      rideGain(loop, passages, PHONE_RAMP_MS);
      return loop;
    }
    case 'pops':
      for (const mark of faultMarks(fault, marks)) addPop(loop, mark, fault.frequencyHz, fault.peakDbfs);
      return loop;
    case 'squeaks': {
      const random = createRandom(`${seed} squeaks`);
      for (const mark of faultMarks(fault, marks)) {
        const seconds = mark.endSeconds - mark.startSeconds;
        const squeak = stringSqueak(
          { seconds, metres: SQUEAK_METRES, longitudinalHz: fault.frequencyHz },
          random,
        );
        addWrapped(loop, squeak, framesIn(mark.startSeconds), dbToGain(fault.peakDbfs));
      }
      return loop;
    }
    case 'unevenNotes': {
      const random = createRandom(`${seed} uneven notes`);
      const notes = faultMarks(fault, marks).map((mark) => passage(mark, random.normal() * fault.amountDb));
      rideGain(loop, notes, NOTE_RAMP_MS);
      return loop;
    }
    case 'hum':
      return loop.map((x, i) => x + hum((i * fault.frequencyHz) / SAMPLE_RATE_HZ) * dbToGain(fault.peakDbfs));
    case 'hiss':
      return addNoise(loop, dbToGain(fault.rmsDbfs), `${seed} hiss`, [highPass(400), highShelf(6000, -6)]);
    case 'rumble': {
      const below = lowPass(fault.frequencyHz);
      return addNoise(loop, dbToGain(fault.rmsDbfs), `${seed} rumble`, [highPass(14), below, below]);
    }
  }
}

/** The marks that a fault concerns; none for faults of the whole stem. */
export function faultMarks(fault: Fault, marks: readonly Mark[]): Mark[] {
  switch (fault.kind) {
    case 'line': {
      const line = marks.filter((mark) => mark.kind === 'line')[fault.line];
      if (!line) throw new Error(`"${fault.what}" is about line ${fault.line}, which nobody sings`);
      return [line];
    }
    case 'phones':
    case 'pops':
      return marks.filter((mark) => mark.kind === 'phone' && fault.phones.includes(mark.name));
    case 'squeaks':
      return marks.filter((mark) => mark.kind === 'squeak');
    case 'unevenNotes':
      return marks.filter((mark) => mark.kind === 'note');
    default:
      return [];
  }
}

function passage({ startSeconds, endSeconds }: Mark, gainDb: number): Passage {
  return { startSeconds, endSeconds, gainDb };
}

/** A damped low sine: the diaphragm swinging back from a puff of air. */
function addPop(loop: Float32Array, mark: Mark, frequencyHz: number, peakDbfs: number): void {
  const pop = Float32Array.from({ length: framesIn(POP_SECONDS) }, (_, i) => {
    const seconds = i / SAMPLE_RATE_HZ;
    const attack = Math.min(1, seconds / 0.004);
    const close = Math.min(1, (POP_SECONDS - seconds) / 0.02);
    return attack * close * Math.exp(-seconds / 0.03) * Math.sin(2 * Math.PI * frequencyHz * seconds);
  });
  const loudest = pop.reduce((peak, x) => Math.max(peak, Math.abs(x)), 0);
  const start = framesIn(mark.endSeconds - POP_LEAD_SECONDS);
  addWrapped(loop, pop, start, dbToGain(peakDbfs) / loudest);
}

const hum = (cycles: number): number =>
  (Math.sin(2 * Math.PI * cycles) +
    0.5 * Math.sin(4 * Math.PI * cycles) +
    0.35 * Math.sin(6 * Math.PI * cycles)) /
  1.5;

/** White noise through a colour, at an RMS level. */
function addNoise(loop: Float32Array, rms: number, seed: string, colour: readonly Section[]): Float32Array {
  const random = createRandom(seed);
  const white = loop.map(() => random.normal());
  const noise = throughLoop(white, (x) => filter(x, ...colour), 0.1);
  const gain = rms / rmsOf(noise);
  return loop.map((x, i) => x + noise[i] * gain);
}
