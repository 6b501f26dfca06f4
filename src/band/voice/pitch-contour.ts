import type { Random } from '../signal/random.ts';
import { SONORANTS, UNVOICED, VOICED_FRICATIVES, VOICED_STOPS, VOWELS } from './phonemes.ts';
import type { SingingStyle, SungPhone, Syllable } from './phrase.ts';

/** Steps of the contour. */
const STEP_SECONDS = 0.001;
/** Singers leave for the next note a little before its vowel. */
const LEAD_SECONDS = 0.03;
/** Mistuning beyond this many standard deviations would be a wrong note. */
const MISTUNING_LIMIT = 1.5;
const VIBRATO_DELAY_SECONDS = 0.24;
const SHORTEST_VIBRATO_NOTE_SECONDS = 0.42;

interface TimedNote {
  startSeconds: number;
  endSeconds: number;
  targetCents: number;
  startsPhrase: boolean;
}

/** The sung pitch in cents above MIDI 0, one value per millisecond. */
export function pitchContour(
  syllables: readonly Syllable[],
  phones: readonly SungPhone[],
  durationSeconds: number,
  style: SingingStyle,
  random: Random,
): Float64Array {
  const notes = timeNotes(syllables, phones, style, random);
  const cents = glideBetween(notes, durationSeconds, style.glideMs);
  for (const note of notes) {
    if (note.startsPhrase) addScoop(cents, note, style.scoopCents * random.between(0.7, 1.3));
  }
  for (const note of notes) addVibrato(cents, note, style, random);
  addDrift(cents, style.wander, random);
  for (const phone of phones) addConsonantPull(cents, phone, style.wander);
  return cents;
}

/** A note starts where its syllable's vowel does, not where the score says. */
function timeNotes(
  syllables: readonly Syllable[],
  phones: readonly SungPhone[],
  style: SingingStyle,
  random: Random,
): TimedNote[] {
  let lastEnd = -Infinity;
  const notes = syllables.flatMap((syllable, i) => {
    const vowel = phones.find((phone) => phone.syllable === i && VOWELS.has(phone.name))!;
    return syllable.notes.map((note, k) => {
      const error =
        Math.max(-MISTUNING_LIMIT, Math.min(MISTUNING_LIMIT, random.normal())) * style.mistuningCents;
      const startsPhrase = k === 0 && note.startSeconds - lastEnd > 0.15;
      lastEnd = note.startSeconds + note.durationSeconds;
      return {
        startSeconds: k === 0 ? vowel.startSeconds : note.startSeconds,
        endSeconds: lastEnd,
        targetCents: note.midi * 100 + error,
        startsPhrase,
      };
    });
  });
  return notes.map((note, k) => ({
    ...note,
    endSeconds: Math.min(note.endSeconds, notes[k + 1]?.startSeconds ?? Infinity),
  }));
}

/** From note to note as a second-order system, slightly under-damped, so that leaps overshoot (Saitou et al. 2005). */
function glideBetween(notes: readonly TimedNote[], durationSeconds: number, glideMs: number): Float64Array {
  const cents = new Float64Array(Math.ceil(durationSeconds / STEP_SECONDS) + 1);
  const damping = 0.78;
  const speed = (2 * Math.PI * 0.62 * 1000) / glideMs;
  let current = 0;
  let position = notes[0].targetCents;
  let velocity = 0;
  for (let i = 0; i < cents.length; i++) {
    while (notes[current + 1] && i * STEP_SECONDS >= notes[current + 1].startSeconds - LEAD_SECONDS)
      current++;
    const pull = speed ** 2 * (notes[current].targetCents - position) - 2 * damping * speed * velocity;
    velocity += pull * STEP_SECONDS;
    position += velocity * STEP_SECONDS;
    cents[i] = position;
  }
  return cents;
}

/** Slide into the note from below. */
function addScoop(cents: Float64Array, note: TimedNote, depthCents: number): void {
  const start = note.startSeconds - 0.05;
  addOver(
    cents,
    start - 0.3,
    start + 0.4,
    (seconds) => -depthCents * Math.exp(-Math.max(0, seconds - start) / 0.055),
  );
}

/** Only on held notes: it starts late, grows, speeds up a little and stops before the note does. */
function addVibrato(cents: Float64Array, note: TimedNote, style: SingingStyle, random: Random): void {
  const length = note.endSeconds - note.startSeconds;
  if (length < SHORTEST_VIBRATO_NOTE_SECONDS) return;
  const depth = style.vibratoCents * Math.min(1, (length - 0.3) / 0.6) * random.between(0.8, 1.2);
  const rateHz = style.vibratoHz * random.between(0.94, 1.06);
  const start = note.startSeconds + VIBRATO_DELAY_SECONDS;
  let phase = random.between(0, 0.6);
  addOver(cents, start, note.endSeconds, (seconds) => {
    const since = seconds - start;
    const swell = Math.min(1, since / 0.35) * Math.min(1, Math.max(0, (note.endSeconds - seconds) / 0.08));
    phase += 2 * Math.PI * rateHz * (1 + 0.04 * since) * STEP_SECONDS;
    return depth * swell * Math.sin(phase);
  });
}

/** No voice holds still: a slow wander and a fast flutter. */
function addDrift(cents: Float64Array, wander: number, random: Random): void {
  let slow = 0;
  let fast = 0;
  for (let i = 0; i < cents.length; i++) {
    slow += (random.normal() * 128 - slow) * 0.012;
    fast += (random.normal() * 64 - fast) * 0.08;
    cents[i] = cents[i] + wander * slow + wander * fast;
  }
}

/** Closing the mouth lowers the pitch for a moment; an unvoiced consonant lets it jump. */
function addConsonantPull(cents: Float64Array, phone: SungPhone, wander: number): void {
  const dip =
    VOICED_FRICATIVES.has(phone.name) || VOICED_STOPS.has(phone.name)
      ? 55
      : SONORANTS.has(phone.name)
        ? 14
        : 0;
  const length = phone.endSeconds - phone.startSeconds + 0.02;
  if (dip > 0) {
    addOver(cents, phone.startSeconds, phone.endSeconds + 0.02, (seconds) => {
      return -wander * dip * Math.sin(Math.PI * Math.min(1, (seconds - phone.startSeconds) / length));
    });
  }
  if (UNVOICED.has(phone.name)) {
    addOver(cents, phone.endSeconds, phone.endSeconds + 0.06, (seconds) => {
      return wander * 30 * Math.exp(-(seconds - phone.endSeconds) / 0.018);
    });
  }
}

function addOver(
  cents: Float64Array,
  fromSeconds: number,
  toSeconds: number,
  offset: (seconds: number) => number,
): void {
  const first = Math.max(0, Math.floor(fromSeconds / STEP_SECONDS));
  const end = Math.min(cents.length, Math.ceil(toSeconds / STEP_SECONDS));
  for (let i = first; i < end; i++) cents[i] = cents[i] + offset(i * STEP_SECONDS);
}
