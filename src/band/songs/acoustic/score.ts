import { createGroove } from '../../groove.ts';
import { framesIn } from '../../signal/sample-rate.ts';

/** 16 bars of three at 80 BPM: exactly 36 seconds. */
export const LOOP_SECONDS = 36;
export const LOOP_FRAMES = framesIn(LOOP_SECONDS);
export const BARS = 16;
export const BEATS_PER_BAR = 3;
const BEATS = BARS * BEATS_PER_BAR;
export const BPM = (60 * BEATS) / LOOP_SECONDS;

export const groove = createGroove(LOOP_SECONDS, BEATS, 'acoustic');

/** A chord as everyone plays it. */
export interface Chord {
  /** Frets from the low E string up; null = not played. */
  frets: readonly (number | null)[];
  /** String (0 = low E) that the thumb plays. */
  thumb: number;
  bassNote: string;
  /** Left hand, then right hand. */
  pianoNotes: readonly [string, string, string, string];
}

const CHORDS = {
  D: { frets: [null, null, 0, 2, 3, 2], thumb: 2, bassNote: 'D2', pianoNotes: ['D3', 'F#4', 'A4', 'D5'] },
  'A/C#': {
    frets: [null, 4, 2, 2, 2, 0],
    thumb: 1,
    bassNote: 'C#2',
    pianoNotes: ['C#3', 'E4', 'A4', 'C#5'],
  },
  Bm7: { frets: [null, 2, 0, 2, 0, 2], thumb: 1, bassNote: 'B1', pianoNotes: ['B2', 'D4', 'F#4', 'A4'] },
  G: { frets: [3, 2, 0, 0, 3, 3], thumb: 0, bassNote: 'G1', pianoNotes: ['G2', 'D4', 'G4', 'B4'] },
  'D/F#': { frets: [2, null, 0, 2, 3, 2], thumb: 0, bassNote: 'F#1', pianoNotes: ['F#2', 'D4', 'F#4', 'A4'] },
  Em7: { frets: [0, 2, 2, 0, 3, 0], thumb: 0, bassNote: 'E1', pianoNotes: ['E2', 'D4', 'G4', 'B4'] },
  A: { frets: [null, 0, 2, 2, 2, 0], thumb: 1, bassNote: 'A1', pianoNotes: ['A2', 'C#4', 'E4', 'A4'] },
} satisfies Record<string, Chord>;

const PROGRESSION = [
  ...(['D', 'A/C#', 'Bm7', 'G'] as const),
  ...(['D', 'A/C#', 'Em7', 'A'] as const),
  ...(['G', 'D/F#', 'Em7', 'A'] as const),
  ...(['G', 'D/F#', 'Bm7', 'A'] as const),
];

/**
 * Four bars each: one guitar and the voice, the piano only where the voice rests; second guitar, piano, bass and shaker join; the chorus
 * with cajón and harmonies; and the chorus again, fuller, until everybody stops in its last bar and lets the chord ring into the verse.
 */
const SECTIONS = ['alone', 'joined', 'chorus', 'full'] as const;
export type Section = (typeof SECTIONS)[number];

export interface Bar {
  firstBeat: number;
  /** 0–3 within its section. */
  place: number;
  section: Section;
  chord: Chord;
  nextChord: Chord;
}

export const bars: readonly Bar[] = PROGRESSION.map((name, bar) => ({
  firstBeat: bar * BEATS_PER_BAR,
  place: bar % 4,
  section: SECTIONS[Math.floor(bar / 4)],
  chord: CHORDS[name],
  nextChord: CHORDS[PROGRESSION[(bar + 1) % BARS]],
}));
