import type { Random } from '../signal/random.ts';
import { SONORANTS, UNVOICED, VOICED_FRICATIVES, VOICED_STOPS, VOWELS } from './phonemes.ts';
import type { SingingStyle, SungPhone, Syllable } from './phrase.ts';
import { pitchWander, STEP_SECONDS, stepsIn } from './pitch-wander.ts';

/** Singers leave for the next note a little before its vowel. */
const LEAD_SECONDS = 0.03;
/** Mistuning beyond this many standard deviations would be a wrong note. */
const MISTUNING_LIMIT = 1.5;
/** A longer gap than this between two notes is a rest. */
const REST_SECONDS = 0.15;
/** Share of a note's wandering that its singer makes up for. */
const SELF_CORRECTION = 0.9;
/** How far below notes within a phrase start, beside its first. */
const APPROACH_SHARE = 0.06;
const VIBRATO_DELAY_SECONDS = 0.24;
const SHORTEST_VIBRATO_NOTE_SECONDS = 0.42;

interface TimedNote {
  startSeconds: number;
  endSeconds: number;
  targetCents: number;
  startsPhrase: boolean;
  endsPhrase: boolean;
}

/** The sung pitch in cents above MIDI 0, one value per millisecond. */
export function pitchContour(
  syllables: readonly Syllable[],
  phones: readonly SungPhone[],
  durationSeconds: number,
  style: SingingStyle,
  random: Random,
): Float64Array {
  const drift = pitchWander(durationSeconds, style.wander, random);
  const notes = timeNotes(syllables, phones, style, random).map((note) => heardInTune(note, drift));
  const cents = glideBetween(notes, durationSeconds, style.glideMs);
  for (let i = 0; i < cents.length; i++) cents[i] = cents[i] + drift[i];
  for (const note of notes) {
    if (note.startsPhrase) addScoop(cents, note, style.scoopCents * random.between(0.7, 1.3));
  }
  for (const note of notes) addApproach(cents, note, style, random);
  for (const note of notes) addVibrato(cents, note, style, random);
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
      const startsPhrase = k === 0 && note.startSeconds - lastEnd > REST_SECONDS;
      lastEnd = note.startSeconds + note.durationSeconds;
      return {
        startSeconds: k === 0 ? vowel.startSeconds : note.startSeconds,
        endSeconds: lastEnd,
        targetCents: note.midi * 100 + (style.detuneCents ?? 0) + error,
        startsPhrase,
      };
    });
  });
  return notes.map((note, k) => {
    const nextStarts = notes[k + 1]?.startSeconds ?? Infinity;
    return {
      ...note,
      endSeconds: Math.min(note.endSeconds, nextStarts),
      endsPhrase: nextStarts - note.endSeconds > REST_SECONDS,
    };
  });
}

/** From note to note as a second-order system, slightly under-damped, so that leaps overshoot (Saitou et al. 2005). */
function glideBetween(notes: readonly TimedNote[], durationSeconds: number, glideMs: number): Float64Array {
  const cents = new Float64Array(stepsIn(durationSeconds));
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

/** Every note is found by ear: it starts a little off, mostly below, and the last of a phrase lets go downwards. */
function addApproach(
  cents: Float64Array,
  note: TimedNote,
  { scoopCents, wander }: SingingStyle,
  random: Random,
): void {
  const missCents = 12 * wander * random.normal() - APPROACH_SHARE * scoopCents * random.between(0.2, 1.2);
  addOver(cents, note.startSeconds, note.endSeconds, (seconds) => {
    const since = seconds - note.startSeconds;
    return missCents * Math.min(1, since / 0.025) * Math.exp(-since / 0.06);
  });
  if (!note.endsPhrase) return;
  const fallCents = wander * random.between(40, 90);
  const start = note.endSeconds - 0.16;
  addOver(cents, start, note.endSeconds + 0.15, (seconds) => {
    const back = Math.max(0, 1 - (seconds - note.endSeconds) / 0.15);
    return -fallCents * Math.min(back, Math.min(1, (seconds - start) / 0.16) ** 2);
  });
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

/** However the voice wanders, singers bring the middle of a note near the pitch they mean. */
function heardInTune(note: TimedNote, drift: Float64Array): TimedNote {
  const [first, end] = [0.2, 0.8].map((part) =>
    Math.round((note.startSeconds + part * (note.endSeconds - note.startSeconds)) / STEP_SECONDS),
  );
  const middle = drift.subarray(first, end);
  const mean = middle.reduce((sum, x) => sum + x, 0) / Math.max(1, middle.length);
  return { ...note, targetCents: note.targetCents - SELF_CORRECTION * mean };
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
