import type { Random } from '../../signal/random.ts';
import { BEATS_PER_BAR, type Bar } from './score.ts';

/** Which of the two guitars: the second joins at bar 5. */
export type GuitarTake = 'first' | 'second';

/** One string struck once. */
export interface Stroke {
  beat: number;
  /** 0 = low E. */
  string: number;
  fret: number;
  /** 0–1. */
  velocity: number;
  /** After the first string of a strum. */
  delaySeconds: number;
  touch: 'finger' | 'pick';
  endBeat: number;
}

/** Order of the fingers after the thumb: inwards and back. */
const FINGERS = [3, 4, 5, 4, 3];
/** The second guitar's falling figures. */
const FALLING = [5, 4, 3, 5, 4, 3];
/** Crossing time of all six strings. */
const CROSSING_SECONDS = { quick: 0.016, slow: 0.034, rolled: 0.22 };

/** Fingerpicked in the verse, strummed in the chorus, one slow chord at the end. */
export function strokesOf(bar: Bar, take: GuitarTake, random: Random): Stroke[] {
  switch (bar.section) {
    case 'alone':
      return take === 'first' ? picked(bar, 1) : [];
    case 'joined':
      return take === 'first' ? picked(bar, 1.08) : answered(bar);
    case 'chorus':
      return strummed(bar, CHORUS_STRUMS, random);
    case 'full':
      return bar.place === 3 ? settled(bar, take) : strummed(bar, FULL_STRUMS, random);
  }
}

/** Thumb on one, then the fingers in eighths; every other bar the thumb and the ring finger pinch. */
function picked(bar: Bar, lift: number): Stroke[] {
  const { chord, place } = bar;
  const thumb = fingered(bar, 0, chord.thumb, 0.62 * lift);
  const fingers = FINGERS.map((string, i) =>
    fingered(bar, (i + 1) / 2, string, (i % 2 === 1 ? 0.5 : 0.4) * lift),
  );
  const pinch = { ...fingered(bar, 0, 5, 0.46 * lift), delaySeconds: 0.004 };
  return place % 2 === 0 ? [thumb, pinch, ...fingers] : [thumb, ...fingers];
}

/** The same chords from the top down, without the thumb, a little softer. */
const answered = (bar: Bar): Stroke[] =>
  FALLING.map((string, i) => fingered(bar, i / 2, string, i === 0 ? 0.5 : i === 3 ? 0.46 : 0.4));

const fingered = (bar: Bar, beat: number, string: number, velocity: number): Stroke => ({
  ...stringOf(bar.chord.frets, string),
  beat: bar.firstBeat + beat,
  velocity,
  delaySeconds: 0,
  touch: 'finger',
  endBeat: bar.firstBeat + BEATS_PER_BAR,
});

interface Strum {
  /** In the bar. */
  beat: number;
  direction: 'down' | 'up';
  velocity: number;
  strings: number;
}

const CHORUS_STRUMS: readonly Strum[] = [
  { beat: 0, direction: 'down', velocity: 0.74, strings: 6 },
  { beat: 1, direction: 'down', velocity: 0.56, strings: 5 },
  { beat: 1.5, direction: 'up', velocity: 0.4, strings: 3 },
  { beat: 2, direction: 'down', velocity: 0.62, strings: 5 },
  { beat: 2.5, direction: 'up', velocity: 0.46, strings: 4 },
];
const FULL_STRUMS: readonly Strum[] = [
  { beat: 0, direction: 'down', velocity: 0.95, strings: 6 },
  { beat: 0.5, direction: 'up', velocity: 0.4, strings: 3 },
  { beat: 1, direction: 'down', velocity: 0.66, strings: 5 },
  { beat: 1.5, direction: 'up', velocity: 0.5, strings: 4 },
  { beat: 1.75, direction: 'down', velocity: 0.34, strings: 3 },
  { beat: 2, direction: 'down', velocity: 0.78, strings: 5 },
  { beat: 2.25, direction: 'up', velocity: 0.36, strings: 3 },
  { beat: 2.5, direction: 'up', velocity: 0.58, strings: 4 },
];

const strummed = (bar: Bar, strums: readonly Strum[], random: Random): Stroke[] =>
  strums.flatMap((strum) => {
    const { quick, slow } = CROSSING_SECONDS;
    const crossing = (quick + (slow - quick) * (1 - strum.velocity)) * random.between(0.85, 1.15);
    return across(bar, strum, crossing);
  });

/** The last bar: one soft chord from the bottom up; the first guitar leads back into the verse. */
function settled(bar: Bar, take: GuitarTake): Stroke[] {
  const chord = across(
    bar,
    { beat: 0, direction: 'down', velocity: 0.6, strings: 6 },
    CROSSING_SECONDS.rolled,
  );
  if (take === 'second') return chord;
  return [...chord, fingered(bar, 1.5, 3, 0.4), fingered(bar, 2, 4, 0.44), fingered(bar, 2.5, 5, 0.48)];
}

/** A pick across the strings that a chord sounds; the bass is left out after the first strum and rings on. */
function across(bar: Bar, { beat, direction, velocity, strings }: Strum, crossingSeconds: number): Stroke[] {
  const sounding = bar.chord.frets.flatMap((fret, string) => (fret === null ? [] : [string]));
  const crossed = direction === 'down' ? sounding.slice(-strings) : sounding.toReversed().slice(0, strings);
  return crossed.map((string, order) => ({
    ...fingered(
      bar,
      beat,
      string,
      velocity * (direction === 'down' ? 1 - 0.04 * order : 0.95 - 0.06 * order),
    ),
    delaySeconds: (crossingSeconds * order) / 5,
    touch: 'pick',
  }));
}

function stringOf(frets: readonly (number | null)[], string: number): { string: number; fret: number } {
  const fret = frets[string];
  if (fret === null) throw new Error(`String ${string} is not fretted in this chord`);
  return { string, fret };
}
