import { framesIn, SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';
import { frequencyHzFromMidi } from '../signal/pitch.ts';
import { harmonicTone, keyLevel, squarePartial } from './harmonic-tone.ts';

export interface LeadNote {
  midi: number;
  startSeconds: number;
  durationSeconds: number;
}

const GLIDE_SECONDS = 0.045;
const VIBRATO_HZ = 5.2;
const VIBRATO_CENTS = 14;
const VIBRATO_DELAY_SECONDS = 0.35;
const ATTACK_SECONDS = 0.012;
const RELEASE_SECONDS = 0.18;
const BRIGHTNESS = 0.86;

/** A phrase on a synthesizer with one voice: hollow, sliding from note to note. Times count from the phrase's start. */
export function squareLead(notes: readonly LeadNote[]): Float32Array {
  const last = notes.at(-1)!;
  const holdSeconds = last.startSeconds + last.durationSeconds;
  const key = keyLevel(ATTACK_SECONDS, holdSeconds, RELEASE_SECONDS);
  const highestMidi = Math.max(...notes.map((note) => note.midi));
  let current = 0;
  let midi = notes[0].midi;
  return harmonicTone({
    frames: framesIn(holdSeconds + RELEASE_SECONDS),
    frequencyHzAt(seconds) {
      while (notes[current + 1] && seconds >= notes[current + 1].startSeconds) current++;
      midi += ((notes[current].midi - midi) * 3) / (GLIDE_SECONDS * SAMPLE_RATE_HZ);
      const held = seconds - notes[current].startSeconds - VIBRATO_DELAY_SECONDS;
      const depth = VIBRATO_CENTS * Math.min(1, Math.max(0, held / 0.3));
      return frequencyHzFromMidi(midi + (depth / 100) * Math.sin(2 * Math.PI * VIBRATO_HZ * held));
    },
    highestHz: frequencyHzFromMidi(highestMidi + VIBRATO_CENTS / 100),
    partialGain: squarePartial,
    brightnessAt: () => BRIGHTNESS,
    levelAt: key,
    startCycle: 0,
  });
}
