import type { Random } from '../signal/random.ts';
import { sourceFrameAt } from './phrase-alignment.ts';
import { SIBILANTS, SONORANTS, UNVOICED, VOICED_FRICATIVES, VOWELS } from './phonemes.ts';
import { FRAME_SECONDS, type SingingStyle, type SungPhone, type Syllable } from './phrase.ts';
import type { SpokenLine } from './spoken-line.ts';

/** What the voice does in each frame of 5 ms; every array has one entry a frame. */
export interface Expression {
  /** Mel-cepstrum, null in silence. */
  melCepstra: (Float64Array | null)[];
  /** 0–1: share of the vocal folds in the sound. */
  voicing: Float64Array;
  /** 0–1: noise on top of a voiced fricative's tone. */
  friction: Float64Array;
  /** 0–1: how much of an s, sh or the like it is. */
  sibilance: Float64Array;
  levelDb: Float64Array;
  /** −1 to 1.2: louder is brighter. */
  effort: Float64Array;
}

/** Speech smooths over formants; sharpening them a little reads as singing. */
const FORMANT_SHARPENING = 1.06;
/** How far quiet (unstressed) vowels are raised to the line's mean. */
const VOWEL_LEVELLING = 0.6;
/** Cepstral coefficients that wobble: the tongue is never quite still. */
const WOBBLING = 14;

export function express(
  line: SpokenLine,
  syllables: readonly Syllable[],
  phones: readonly SungPhone[],
  durationSeconds: number,
  style: SingingStyle,
  random: Random,
): Expression {
  const frames = Math.ceil(durationSeconds / FRAME_SECONDS) + 2;
  const melCepstra: (Float64Array | null)[] = [];
  const voicing = new Float64Array(frames);
  const friction = new Float64Array(frames);
  const sibilance = new Float64Array(frames);
  const levelDb = new Float64Array(frames);
  const effort = new Float64Array(frames);
  const unevennessDb = syllables.map(() => random.normal() * style.unevennessDb);
  const wobble = new Float64Array(WOBBLING);

  for (let frame = 0; frame < frames; frame++) {
    const seconds = frame * FRAME_SECONDS;
    for (let d = 0; d < WOBBLING; d++) wobble[d] = wobble[d] + (random.normal() * 0.1 - wobble[d]) * 0.07;
    const phone = phones.find((sung) => seconds >= sung.startSeconds && seconds < sung.endSeconds);
    if (!phone) {
      melCepstra.push(null);
      continue;
    }
    const source = Math.min(line.melCepstra.length - 1, Math.max(0, sourceFrameAt(phone, seconds)));
    melCepstra.push(articulate(line, source, VOWELS.has(phone.name) ? wobble : null));
    voicing[frame] = voicingOf(phone.name, line.voiced[Math.floor(source)]);
    friction[frame] = VOICED_FRICATIVES.has(phone.name) ? 1 : 0;
    sibilance[frame] = SIBILANTS.has(phone.name) ? 1 : phone.name === 't' ? 0.5 : 0;
    const syllable = syllables[phone.syllable];
    const note =
      syllable.notes.findLast((candidate) => seconds >= candidate.startSeconds - 0.02) ?? syllable.notes[0];
    const swellDb = swellOf((seconds - note.startSeconds) / note.durationSeconds, note.durationSeconds);
    const dynamicDb = syllable.accentDb + unevennessDb[phone.syllable] + swellDb;
    // A sibilant is made at the teeth: singing louder hardly changes it.
    levelDb[frame] = dynamicDb * (1 - 0.6 * sibilance[frame]) + style.sibilanceDb * sibilance[frame];
    effort[frame] = style.effort + 0.06 * dynamicDb + 0.012 * (note.midi - 67);
  }
  levelVowels(melCepstra, phones);
  return {
    melCepstra,
    voicing: smoothed(voicing, 1),
    friction: smoothed(friction, 2),
    sibilance: smoothed(sibilance, 2),
    levelDb: smoothed(levelDb, 6),
    effort: smoothed(effort, 6),
  };
}

/** The spoken spectrum at a fractional frame, articulated more clearly. */
function articulate(line: SpokenLine, source: number, wobble: Float64Array | null): Float64Array {
  const first = Math.floor(source);
  const from = line.melCepstra[first];
  const to = line.melCepstra[Math.min(line.melCepstra.length - 1, first + 1)];
  return from.map((value, d) => {
    const spoken = value + (to[d] - value) * (source - first);
    return (d < 2 ? spoken : spoken * FORMANT_SHARPENING) + (d > 0 ? 0.1 * (wobble?.[d] ?? 0) : 0);
  });
}

function voicingOf(phone: string, spokenVoiced: number): number {
  if (VOWELS.has(phone) || SONORANTS.has(phone)) return 1;
  return UNVOICED.has(phone) ? 0 : spokenVoiced;
}

/** Long notes swell and then fade. @param part 0–1 through the note */
function swellOf(part: number, durationSeconds: number): number {
  if (durationSeconds <= 0.5) return 0;
  return 2.2 * Math.sin(Math.PI * Math.min(1, Math.max(0, part))) - 9 * Math.max(0, part - 0.75);
}

/** Raise weak vowels towards the line's mean: a sung note sustains where speech would swallow it. */
function levelVowels(melCepstra: readonly (Float64Array | null)[], phones: readonly SungPhone[]): void {
  const vowels = phones.flatMap((phone) => {
    const middle = melCepstra[Math.round((phone.startSeconds + phone.endSeconds) / 2 / FRAME_SECONDS)];
    return VOWELS.has(phone.name) && middle ? [{ phone, loudness: middle[0] }] : [];
  });
  const mean = vowels.reduce((sum, vowel) => sum + vowel.loudness, 0) / vowels.length;
  const edge = 0.02;
  for (const { phone, loudness } of vowels) {
    const start = phone.startSeconds - edge;
    const end = phone.endSeconds + edge;
    for (let frame = Math.max(0, Math.round(start / FRAME_SECONDS)); frame * FRAME_SECONDS < end; frame++) {
      const cepstrum = melCepstra[frame];
      const seconds = frame * FRAME_SECONDS;
      const fade = Math.min(1, Math.max(0, Math.min(seconds - start, end - seconds) / (2 * edge)));
      if (cepstrum) cepstrum[0] = cepstrum[0] + (mean - loudness) * VOWEL_LEVELLING * fade;
    }
  }
}

/** Moving average over `reach` frames to either side. */
function smoothed(values: Float64Array, reach: number): Float64Array {
  return values.map((_, i) => {
    const near = values.subarray(Math.max(0, i - reach), i + reach + 1);
    return near.reduce((sum, value) => sum + value, 0) / near.length;
  });
}
