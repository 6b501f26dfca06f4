import { createGroove } from '../../groove.ts';
import { framesIn } from '../../signal/sample-rate.ts';

/** 64 beats in exactly 36 seconds, so that the loop is a whole number of frames. */
export const LOOP_SECONDS = 36;
export const LOOP_FRAMES = framesIn(LOOP_SECONDS);
export const BARS = 16;
export const BEATS_PER_BAR = 4;
const BEATS = BARS * BEATS_PER_BAR;
export const BPM = (60 * BEATS) / LOOP_SECONDS;

export const groove = createGroove(LOOP_SECONDS, BEATS, 'indie pop');

/** Sixteenths off the beat lean late, in beats. */
export const SWING = 0.035;

/** A chord as the band plays it. */
export interface Chord {
  /** Frets from the low E string up; null = not played. */
  frets: readonly (number | null)[];
  bassNote: string;
  keysNotes: readonly string[];
}

const CHORDS = {
  G: { frets: [3, 2, 0, 0, 3, 3], bassNote: 'G1', keysNotes: ['B3', 'D4', 'G4', 'A4'] },
  'D/F#': { frets: [2, null, 0, 2, 3, 2], bassNote: 'F#1', keysNotes: ['A3', 'D4', 'F#4', 'A4'] },
  Em: { frets: [0, 2, 2, 0, 3, 3], bassNote: 'E1', keysNotes: ['B3', 'D4', 'E4', 'G4'] },
  C: { frets: [null, 3, 2, 0, 3, 3], bassNote: 'C2', keysNotes: ['G3', 'D4', 'E4', 'G4'] },
  Dsus4: { frets: [null, null, 0, 2, 3, 3], bassNote: 'D2', keysNotes: ['A3', 'D4', 'G4', 'A4'] },
  D: { frets: [null, null, 0, 2, 3, 2], bassNote: 'D2', keysNotes: ['A3', 'D4', 'F#4', 'A4'] },
} satisfies Record<string, Chord>;

/** Eight bars of chords, played twice. */
const PROGRESSION = ['G', 'D/F#', 'Em', 'C', 'G', 'D/F#', 'C', 'Dsus4'] as const;

/** The form, four bars each: a small start, the band comes in, everything falls away and builds again, all together. */
export type Section = 'verse' | 'lift' | 'break' | 'chorus';
const FORM: readonly Section[] = ['verse', 'lift', 'break', 'chorus'];
const BARS_PER_SECTION = 4;

export interface Bar {
  firstBeat: number;
  section: Section;
  /** 0–3 within the section. */
  place: number;
  chord: Chord;
  /** From the third beat on. */
  secondChord: Chord;
  nextChord: Chord;
}

export const bars: readonly Bar[] = Array.from({ length: BARS }, (_, bar) => {
  const name = PROGRESSION[bar % PROGRESSION.length];
  const chord: Chord = CHORDS[name];
  return {
    firstBeat: bar * BEATS_PER_BAR,
    section: FORM[Math.floor(bar / BARS_PER_SECTION)],
    place: bar % BARS_PER_SECTION,
    chord,
    secondChord: name === 'Dsus4' ? CHORDS.D : chord,
    nextChord: CHORDS[PROGRESSION[(bar + 1) % PROGRESSION.length]],
  };
});

/** In the first half of the break the band holds still. */
export const isStill = ({ section, place }: Bar): boolean => section === 'break' && place < 2;
