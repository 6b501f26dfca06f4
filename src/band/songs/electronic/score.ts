import { createGrid } from '../../groove.ts';
import { framesIn } from '../../signal/sample-rate.ts';

/** 64 beats in exactly 40 seconds: 96 beats a minute, and the loop is a whole number of frames. */
export const LOOP_SECONDS = 40;
export const LOOP_FRAMES = framesIn(LOOP_SECONDS);
export const BARS = 16;
export const BEATS_PER_BAR = 4;
const BEATS = BARS * BEATS_PER_BAR;
export const BPM = (60 * BEATS) / LOOP_SECONDS;

export const groove = createGrid(LOOP_SECONDS, BEATS);

export interface Chord {
  bassNote: string;
  padNotes: readonly string[];
  /** From low to high, for broken chords. */
  arpNotes: readonly string[];
}

/** The bass stays where the kick is: the chord of Eb stands on its third. */
const CHORDS = {
  Fm: { bassNote: 'F1', padNotes: ['F3', 'Ab3', 'C4', 'Eb4'], arpNotes: ['F4', 'Ab4', 'C5', 'Eb5'] },
  Db: { bassNote: 'Db2', padNotes: ['Db3', 'F3', 'Ab3', 'C4'], arpNotes: ['F4', 'Ab4', 'C5', 'Db5'] },
  Ab: { bassNote: 'Ab1', padNotes: ['Eb3', 'Ab3', 'C4', 'Eb4'], arpNotes: ['Eb4', 'Ab4', 'C5', 'Eb5'] },
  Eb: { bassNote: 'G1', padNotes: ['Eb3', 'G3', 'Bb3', 'F4'], arpNotes: ['Eb4', 'G4', 'Bb4', 'F5'] },
} satisfies Record<string, Chord>;

/** Four bars each: almost nothing, then a beat that builds, then everything, then everything harder and higher. */
export type Section = 'verse' | 'lift' | 'hook' | 'drop';

const SECTIONS: readonly { section: Section; chords: readonly (keyof typeof CHORDS)[] }[] = [
  { section: 'verse', chords: ['Fm', 'Db', 'Ab', 'Eb'] },
  { section: 'lift', chords: ['Fm', 'Db', 'Ab', 'Eb'] },
  { section: 'hook', chords: ['Db', 'Eb', 'Fm', 'Ab'] },
  { section: 'drop', chords: ['Db', 'Eb', 'Fm', 'Ab'] },
];
export const BARS_PER_SECTION = 4;

export interface Bar {
  firstBeat: number;
  /** 0–3 within the section. */
  place: number;
  section: Section;
  chord: Chord;
  nextChord: Chord;
}

const chordOf = (bar: number): Chord => {
  const { chords } = SECTIONS[Math.floor(bar / BARS_PER_SECTION) % SECTIONS.length];
  return CHORDS[chords[bar % BARS_PER_SECTION]];
};

export const bars: readonly Bar[] = Array.from({ length: BARS }, (_, bar) => ({
  firstBeat: bar * BEATS_PER_BAR,
  place: bar % BARS_PER_SECTION,
  section: SECTIONS[Math.floor(bar / BARS_PER_SECTION)].section,
  chord: chordOf(bar),
  nextChord: chordOf(bar + 1),
}));
