import { filter, highPass, lowPass } from '../signal/filter.ts';
import { frequencyHzFromMidi } from '../signal/pitch.ts';
import { framesIn } from '../signal/sample-rate.ts';
import { throughValve } from '../signal/waveshaper.ts';
import { harmonicTone, keyLevel } from './harmonic-tone.ts';

export interface SubBassNote {
  midi: number;
  holdSeconds: number;
  /** The pitch it slides to, in the last part of the note. */
  slideToMidi?: number;
}

const ATTACK_SECONDS = 0.006;
const RELEASE_SECONDS = 0.06;
/** The note dies away like the drum that it once was. */
const FALL_SECONDS = 1.5;
const SLIDE_SECONDS = 0.16;
/** A sine with a trace of its second and third harmonic. */
const PARTIALS = [1, 0.22, 0.1];
const DRIVE = 3.4;
const BIAS = 0.25;

/** A long low sine, to be saturated. */
export function subBassNote(note: SubBassNote): Float32Array {
  const from = note.midi;
  const to = note.slideToMidi ?? from;
  const key = keyLevel(ATTACK_SECONDS, note.holdSeconds, RELEASE_SECONDS);
  return harmonicTone({
    frames: framesIn(note.holdSeconds + RELEASE_SECONDS),
    frequencyHzAt(seconds) {
      const part = Math.min(1, Math.max(0, (seconds - note.holdSeconds + SLIDE_SECONDS) / SLIDE_SECONDS));
      return frequencyHzFromMidi(from + (to - from) * part);
    },
    highestHz: frequencyHzFromMidi(Math.max(from, to)),
    partialGain: (n) => PARTIALS[n - 1] ?? 0,
    brightnessAt: () => 1,
    levelAt: (seconds) => 0.7 * key(seconds) * Math.exp(-seconds / FALL_SECONDS),
    startCycle: 0,
  });
}

/** Saturate notes that do not overlap, so that they are heard where they cannot be felt. */
export const saturatedBass = (notes: Float32Array): Float32Array =>
  filter(throughValve(notes, DRIVE, BIAS), highPass(25), lowPass(1500, 0.6));
