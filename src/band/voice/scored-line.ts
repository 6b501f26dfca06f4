import { readFileSync } from 'node:fs';
import { dbToGain } from '../../dsp/decibels.ts';
import type { Groove } from '../groove.ts';
import { rmsOf } from '../signal/level.ts';
import { addWrapped } from '../signal/loop.ts';
import { midiFromName } from '../signal/pitch.ts';
import { framesIn } from '../signal/sample-rate.ts';
import type { Mark } from '../take.ts';
import type { HtsVoice } from './hts-voice.ts';
import type { SingingStyle, Syllable } from './phrase.ts';
import { sing } from './singer.ts';
import { speakLine } from './spoken-line.ts';

/** [note, beat, length in beats] */
export type ScoredNote = readonly [note: string, beat: number, beats: number];

interface ScoredSyllable {
  /** CMU phones, as in the label file. */
  phones: string;
  notes: readonly ScoredNote[];
  accentDb: number;
}

/** One line of a song; beats count from wherever its melody starts. */
export interface ScoredLine {
  text: string;
  labelFile: string;
  /** Sung with more pressure. */
  effort: number;
  /** Loudness beside the other lines. */
  levelDb: number;
  syllables: readonly ScoredSyllable[];
}

/** A syllable of a score: its phones, its emphasis and its notes. */
export const sung = (phones: string, accentDb: number, ...notes: ScoredNote[]): ScoredSyllable => ({
  phones,
  accentDb,
  notes,
});

/** Time before a line's first note, for its first consonants, and after its last. */
const LEAD_SECONDS = 0.5;
const TAIL_SECONDS = 0.6;
/** Level of a line of 0 dB before microphone and room. */
const LINE_RMS = 0.08;

/** Sing one line into a loop. Tells when its phrase starts (half a second before its first note) and what sounds when. */
export function addSungLine(
  track: Float32Array,
  voice: HtsVoice,
  line: ScoredLine,
  firstBeat: number,
  groove: Groove,
  style: SingingStyle,
): { startSeconds: number; marks: Mark[] } {
  const { syllables, startSeconds, durationSeconds } = timeLine(line, firstBeat, groove);
  const phrase = sing(voice, speakLine(voice, labelsOf(line)), syllables, durationSeconds, style);
  // A good take is even from line to line; how uneven it ships, the song's faults decide.
  const evenGain = (LINE_RMS * dbToGain(line.levelDb)) / rmsOf(phrase.samples);
  addWrapped(track, phrase.samples, framesIn(startSeconds), evenGain);
  const phones = phrase.phones.map((phone) => ({
    kind: 'phone' as const,
    name: phone.name,
    startSeconds: startSeconds + phone.startSeconds,
    endSeconds: startSeconds + phone.endSeconds,
  }));
  const whole: Mark = {
    kind: 'line',
    name: line.text,
    startSeconds: phones[0].startSeconds,
    endSeconds: phones.at(-1)!.endSeconds,
  };
  return { startSeconds, marks: [...phones, whole] };
}

/** The score's beats as seconds from the start of the phrase. */
function timeLine(
  line: ScoredLine,
  firstBeat: number,
  groove: Groove,
): { syllables: Syllable[]; startSeconds: number; durationSeconds: number } {
  const secondsAt = (beat: number): number => groove.secondsAt(firstBeat + beat);
  const startSeconds = secondsAt(line.syllables[0].notes[0][1]) - LEAD_SECONDS;
  const syllables = line.syllables.map(({ phones, accentDb, notes }) => ({
    phones: phones.split(' '),
    accentDb,
    notes: notes.map(([name, beat, beats]) => ({
      midi: midiFromName(name),
      startSeconds: secondsAt(beat) - startSeconds,
      durationSeconds: beats * groove.beatSeconds,
    })),
  }));
  const last = syllables.at(-1)!.notes.at(-1)!;
  return {
    syllables,
    startSeconds,
    durationSeconds: last.startSeconds + last.durationSeconds + TAIL_SECONDS,
  };
}

function labelsOf(line: ScoredLine): string[] {
  const path = new URL(`../labels/${line.labelFile}`, import.meta.url);
  return readFileSync(path, 'utf8').trim().split('\n');
}
