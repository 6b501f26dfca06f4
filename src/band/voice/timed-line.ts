import { readFileSync } from 'node:fs';
import type { Groove } from '../groove.ts';
import { midiFromName } from '../signal/pitch.ts';
import type { Syllable } from './phrase.ts';

/** [note, beat, length in beats] */
export type ScoredNote = readonly [note: string, beat: number, beats: number];

export interface ScoredSyllable {
  /** CMU phones, as in the label file. */
  phones: string;
  notes: readonly ScoredNote[];
  accentDb: number;
}

/** One line of a song. */
export interface ScoredLine {
  text: string;
  labelFile: string;
  /** Sung with more pressure. */
  effort: number;
  /** Loudness beside the other lines. */
  levelDb: number;
  /** Beats count from here. */
  firstBeat: number;
  syllables: readonly ScoredSyllable[];
}

export const sung = (phones: string, accentDb: number, ...notes: ScoredNote[]): ScoredSyllable => ({
  phones,
  accentDb,
  notes,
});

/** Time before a line's first note, for its first consonants, and after its last. */
const LEAD_SECONDS = 0.5;
const TAIL_SECONDS = 0.6;

/** A line in time: syllables count from `startSeconds` of the loop. */
export interface TimedLine {
  syllables: Syllable[];
  startSeconds: number;
  durationSeconds: number;
}

export function timeLine(line: ScoredLine, groove: Groove): TimedLine {
  const secondsAt = (beat: number): number => groove.secondsAt(line.firstBeat + beat);
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

/** The phone labels of a line, one a line of its file. */
export function labelsOf(line: ScoredLine): string[] {
  const path = new URL(`../labels/${line.labelFile}`, import.meta.url);
  return readFileSync(path, 'utf8').trim().split('\n');
}
