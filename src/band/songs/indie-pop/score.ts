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

/** Four bars of verse, four of chorus, played twice. */
const PROGRESSION = ['G', 'D/F#', 'Em', 'C', 'G', 'D/F#', 'C', 'Dsus4'] as const;

export interface Bar {
  firstBeat: number;
  /** 0–7 within verse and chorus. */
  place: number;
  section: 'verse' | 'chorus';
  chord: Chord;
  /** From the third beat on. */
  secondChord: Chord;
  nextChord: Chord;
}

export const bars: readonly Bar[] = Array.from({ length: BARS }, (_, bar) => {
  const place = bar % PROGRESSION.length;
  const chord: Chord = CHORDS[PROGRESSION[place]];
  return {
    firstBeat: bar * BEATS_PER_BAR,
    place,
    section: place < 4 ? 'verse' : 'chorus',
    chord,
    secondChord: PROGRESSION[place] === 'Dsus4' ? CHORDS.D : chord,
    nextChord: CHORDS[PROGRESSION[(place + 1) % PROGRESSION.length]],
  };
});
