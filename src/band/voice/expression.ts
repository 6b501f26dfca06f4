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
  /** Where the tongue wanders, over about a fifth of a second; standard deviation 1. */
  unrest: Float64Array;
}

/** How far quiet (unstressed) vowels are raised to the line's mean. */
const VOWEL_LEVELLING = 0.6;
/** Cepstral coefficients that wobble, and how far (nepers): the tongue is never quite still. */
const WOBBLING = 14;
const WOBBLE_NEPERS = 0.02;
/** Share of a wander that is new in each frame. */
const WANDER_RATE = 0.03;
/** A voice is not switched on and off: how a phrase that begins or ends with it comes and goes. */
const ATTACK_SECONDS = 0.05;
const RELEASE_SECONDS = 0.11;
const ATTACK_FROM_DB = -26;
const RELEASE_TO_DB = -30;
/** A hiss swells and dies down at its edges too. */
const HISS_EDGE_SECONDS = 0.03;
const HISS_EDGE_DB = -12;

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
  const unrest = new Float64Array(frames);
  const wobble = new Float64Array(WOBBLING);
  const breaths = breathGroups(phones);

  for (let frame = 0; frame < frames; frame++) {
    const seconds = frame * FRAME_SECONDS;
    for (let d = 0; d < WOBBLING; d++) wobble[d] = wandered(wobble[d], 1, random);
    unrest[frame] = wandered(unrest[frame - 1] ?? 0, 1, random);
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
    const spokenDb = dynamicDb * (1 - 0.6 * sibilance[frame]) + style.sibilanceDb * sibilance[frame];
    levelDb[frame] = spokenDb + fadeDb(breaths, seconds) + hissEdgeDb(phone, seconds);
    effort[frame] = style.effort + 0.06 * dynamicDb + 0.012 * (note.midi - 67);
  }
  levelVowels(melCepstra, phones);
  return {
    melCepstra,
    voicing: smoothed(voicing, 1),
    friction: smoothed(friction, 2),
    sibilance: smoothed(sibilance, 2),
    levelDb: smoothed(levelDb, 3),
    effort: smoothed(effort, 6),
    unrest,
  };
}

/** One step of a slow random walk that keeps a standard deviation of `sd`. */
function wandered(from: number, sd: number, random: Random): number {
  const keep = 1 - WANDER_RATE;
  return keep * from + Math.sqrt(1 - keep ** 2) * sd * random.normal();
}

/** What is sung without a rest. */
interface BreathGroup {
  startSeconds: number;
  endSeconds: number;
  startsVoiced: boolean;
  endsVoiced: boolean;
}

function breathGroups(phones: readonly SungPhone[]): BreathGroup[] {
  const groups: BreathGroup[] = [];
  for (const { name, startSeconds, endSeconds } of phones) {
    const last = groups.at(-1);
    const voiced = VOWELS.has(name) || SONORANTS.has(name);
    if (last && startSeconds - last.endSeconds < 0.01)
      Object.assign(last, { endSeconds, endsVoiced: voiced });
    else groups.push({ startSeconds, endSeconds, startsVoiced: voiced, endsVoiced: voiced });
  }
  return groups;
}

/** Attack and release of the voice, in dB: 0 or below. */
function fadeDb(groups: readonly BreathGroup[], seconds: number): number {
  const group = groups.find((one) => seconds >= one.startSeconds && seconds < one.endSeconds);
  if (!group) return 0;
  const attack = group.startsVoiced ? nearness(seconds - group.startSeconds, ATTACK_SECONDS) : 0;
  const release = group.endsVoiced ? nearness(group.endSeconds - seconds, RELEASE_SECONDS) : 0;
  return ATTACK_FROM_DB * attack + RELEASE_TO_DB * release;
}

/** The edges of an s, f or the like, in dB: 0 or below. */
function hissEdgeDb({ name, startSeconds, endSeconds }: SungPhone, seconds: number): number {
  if (!SIBILANTS.has(name) && name !== 'f' && name !== 'th') return 0;
  const edge = Math.min(HISS_EDGE_SECONDS, (endSeconds - startSeconds) / 2);
  return HISS_EDGE_DB * nearness(Math.min(seconds - startSeconds, endSeconds - seconds), edge);
}

/** 1 at an edge, 0 from `reach` on, with a soft landing. */
const nearness = (distance: number, reach: number): number => Math.max(0, 1 - distance / reach) ** 2;

/** The spoken spectrum at a fractional frame, with a vowel's wobble. */
function articulate(line: SpokenLine, source: number, wobble: Float64Array | null): Float64Array {
  const first = Math.floor(source);
  const from = line.melCepstra[first];
  const to = line.melCepstra[Math.min(line.melCepstra.length - 1, first + 1)];
  return from.map((value, d) => {
    const spoken = value + (to[d] - value) * (source - first);
    return d > 0 ? spoken + WOBBLE_NEPERS * (wobble?.[d] ?? 0) : spoken;
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
