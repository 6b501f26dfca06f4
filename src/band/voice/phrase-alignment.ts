import type { Random } from '../signal/random.ts';
import { DIPHTHONGS, VOWELS } from './phonemes.ts';
import { FRAME_SECONDS, type SingingStyle, type SungPhone, type Syllable } from './phrase.ts';
import type { SpokenLine, SpokenPhone } from './spoken-line.ts';

/** Sung consonants are a little shorter than spoken ones. */
const CONSONANT_SCALE = 0.8;
const LONGEST_S_SECONDS = 0.11;
const LONGEST_CONSONANT_SECONDS = 0.085;
/** Consonants between two vowels take at most this share of the time between their onsets, or the words lose their vowels. */
const CONSONANT_SHARE = 0.52;
const SHORTEST_VOWEL_SECONDS = 0.09;
/** A line's last syllable may close up to this long after its note. */
const LATE_CODA_SECONDS = 0.12;

/** A syllable with its phones taken apart around the vowel. */
interface Parts {
  onset: SpokenPhone[];
  vowel: SpokenPhone;
  coda: SpokenPhone[];
  /** When the vowel begins: the syllable's beat. */
  beatSeconds: number;
  noteEndSeconds: number;
}

/**
 * Place the spoken phones in musical time: each vowel begins on its beat, consonants keep nearly their spoken length just before it,
 * and the vowel holds until the next syllable's consonants.
 */
export function alignPhrase(
  line: SpokenLine,
  syllables: readonly Syllable[],
  style: SingingStyle,
  random: Random,
): SungPhone[] {
  const parts = takeApart(line, syllables, style, random);
  const squeeze = consonantSqueeze(parts);
  const sung: SungPhone[] = [];
  let previousEnd = -Infinity;

  parts.forEach((part, i) => {
    const place = (phone: SpokenPhone, startSeconds: number, endSeconds: number): number => {
      const { name, firstFrame: sourceFirst, endFrame: sourceEnd } = phone;
      sung.push({ name, syllable: i, startSeconds, endSeconds, sourceFirst, sourceEnd });
      return endSeconds;
    };
    const onset = part.onset.map((phone) => spokenSeconds(phone) * squeeze[i]);
    const onsetFit = Math.min(1, Math.max(0.3, (part.beatSeconds - previousEnd) / sum(onset)));
    let at = part.beatSeconds - sum(onset) * onsetFit;
    part.onset.forEach((phone, k) => (at = place(phone, at, at + onset[k] * onsetFit)));

    const limit = closingTime(part, parts[i + 1], squeeze[i + 1]);
    const coda = part.coda.map((phone) => spokenSeconds(phone) * (squeeze[i + 1] ?? 1));
    const shortestVowel = Math.min(SHORTEST_VOWEL_SECONDS, (limit - part.beatSeconds) / 2);
    const codaRoom = Math.max(0.02, limit - part.beatSeconds - shortestVowel);
    const codaFit = i + 1 < parts.length ? Math.min(1, codaRoom / sum(coda)) : 1;
    const vowelEnd = Math.max(part.beatSeconds + shortestVowel, limit - sum(coda) * codaFit);
    at = place(part.vowel, part.beatSeconds, vowelEnd);
    part.coda.forEach((phone, k) => (at = place(phone, at, at + coda[k] * codaFit)));
    previousEnd = at;
  });
  return sung;
}

/**
 * Where in the spoken line (in frames) a sung phone is at a time. Consonants run through evenly; a vowel longer than speech holds its
 * middle, and a diphthong turns late.
 */
export function sourceFrameAt(phone: SungPhone, seconds: number): number {
  const duration = phone.endSeconds - phone.startSeconds;
  const frames = phone.sourceEnd - phone.sourceFirst;
  const spoken = frames * FRAME_SECONDS;
  const since = Math.min(duration, Math.max(0, seconds - phone.startSeconds));
  if (!VOWELS.has(phone.name) || duration <= spoken * 1.15)
    return phone.sourceFirst + (since / duration) * frames;

  const turns = DIPHTHONGS.has(phone.name);
  const [holdFrom, holdTo] = turns ? [0.34, 0.46] : [0.45, 0.58];
  const attack = Math.min(spoken * holdFrom * 1.1, duration * 0.3);
  const release = turns
    ? Math.min(Math.max(spoken * (1 - holdTo) * 1.25, 0.09), duration * 0.4)
    : Math.min(spoken * (1 - holdTo), duration * 0.3);
  const within = (): number => {
    if (since < attack) return holdFrom * (since / attack);
    if (since > duration - release) return holdTo + (1 - holdTo) * ((since - duration + release) / release);
    return holdFrom + (holdTo - holdFrom) * ((since - attack) / Math.max(1e-6, duration - attack - release));
  };
  return phone.sourceFirst + frames * within();
}

function takeApart(
  line: SpokenLine,
  syllables: readonly Syllable[],
  style: SingingStyle,
  random: Random,
): Parts[] {
  const phones = line.phones.filter((phone) => phone.name !== 'pau');
  let next = 0;
  const parts = syllables.map((syllable) => {
    const own = phones.slice(next, next + syllable.phones.length);
    next += own.length;
    const spoken = own.map((phone) => phone.name).join(' ');
    if (spoken !== syllable.phones.join(' ')) {
      throw new Error(`The score says "${syllable.phones.join(' ')}" where the labels say "${spoken}"`);
    }
    const vowel = own.findIndex((phone) => VOWELS.has(phone.name));
    const lastNote = syllable.notes.at(-1)!;
    return {
      onset: own.slice(0, vowel),
      vowel: own[vowel],
      coda: own.slice(vowel + 1),
      beatSeconds: syllable.notes[0].startSeconds + (random.normal() * style.mistimingMs) / 1000,
      noteEndSeconds: lastNote.startSeconds + lastNote.durationSeconds,
    };
  });
  if (next !== phones.length)
    throw new Error(`The score ends ${phones.length - next} phones before the labels do`);
  return parts;
}

/** How much the consonants before each syllable's vowel must shrink; entry i + 1 also holds for syllable i's coda. */
function consonantSqueeze(parts: readonly Parts[]): number[] {
  const squeeze = parts.map(() => 1);
  for (let i = 0; i + 1 < parts.length; i++) {
    const apart = parts[i + 1].beatSeconds - parts[i].beatSeconds;
    const cluster = sum([...parts[i].coda, ...parts[i + 1].onset].map(spokenSeconds));
    if (cluster > CONSONANT_SHARE * apart)
      squeeze[i + 1] = Math.max(0.45, (CONSONANT_SHARE * apart) / cluster);
  }
  return squeeze;
}

/** When a syllable must have closed: at its note's end, or where the next one's consonants begin if that is near. */
function closingTime(part: Parts, next: Parts | undefined, nextSqueeze = 1): number {
  if (!next) return part.noteEndSeconds;
  const nextStarts = next.beatSeconds - sum(next.onset.map(spokenSeconds)) * nextSqueeze;
  const latest = part.noteEndSeconds + LATE_CODA_SECONDS;
  return nextStarts < latest ? nextStarts : part.noteEndSeconds;
}

function spokenSeconds(phone: SpokenPhone): number {
  const seconds = (phone.endFrame - phone.firstFrame) * FRAME_SECONDS;
  if (VOWELS.has(phone.name)) return seconds;
  const longest = phone.name === 's' ? LONGEST_S_SECONDS : LONGEST_CONSONANT_SECONDS;
  return Math.min(seconds * CONSONANT_SCALE, longest);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, x) => total + x, 0);
