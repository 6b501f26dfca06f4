import { throughGuitarBody } from '../../instruments/guitar-body.ts';
import type { Pluck } from '../../instruments/pluck.ts';
import { playString, type StringBuild } from '../../instruments/string.ts';
import { mix } from '../../signal/level.ts';
import { frequencyHzFromMidi, midiFromName } from '../../signal/pitch.ts';
import { createRandom, type Random } from '../../signal/random.ts';
import { framesIn } from '../../signal/sample-rate.ts';
import type { Take } from '../../take.ts';
import { bars, groove, LOOP_FRAMES, type Bar } from './score.ts';

const OPEN_STRINGS = ['E2', 'A2', 'D3', 'G3', 'B3', 'E4'].map(midiFromName);
/** Heard at the bridge, where a steel string is brightest. */
const STEEL: StringBuild = {
  pickupPosition: 0.11,
  stiffness: -0.16,
  edge: { softHz: 3000, velocityHz: 10_500 },
};
const EIGHTHS_PER_BAR = 6;
/** Order of the fingers after the thumb: inwards and back. */
const FINGERS = [3, 4, 5, 4, 3];

interface Stroke {
  beat: number;
  string: number;
  fret: number;
  velocity: number;
  /** After the first string of a strum. */
  delaySeconds: number;
  touch: 'finger' | 'pick';
  endBeat: number;
}

/** Which of the two takes of the same part: the second joins at bar 5. */
export type GuitarTake = 'first' | 'second';

/** A steel-string guitar: fingerpicked in the verse, strummed in the chorus, played twice to be panned apart. */
export function playGuitar(take: GuitarTake): Take {
  const seed = `acoustic guitar ${take}`;
  const random = createRandom(seed);
  const tuning = OPEN_STRINGS.map(() => 1 + 0.0006 * random.normal());
  const plucks: Pluck[][] = OPEN_STRINGS.map(() => []);
  const heard = take === 'first' ? bars : bars.filter((bar) => bar.section !== 'alone');
  for (const bar of heard) {
    const strokes = bar.section === 'alone' || bar.section === 'joined' ? picked(bar) : strummed(bar, random);
    const beats = new Map<number, number>();
    for (const stroke of strokes) {
      if (!beats.has(stroke.beat)) beats.set(stroke.beat, groove.frameAt(stroke.beat, 5 * random.normal()));
      const own = plucks[stroke.string];
      own.push(
        pluckOf(stroke, beats.get(stroke.beat)!, tuning[stroke.string], `${seed} ${own.length}`, random),
      );
    }
  }
  const strings = plucks.map((own): [Float32Array, number] => [playString(own, LOOP_FRAMES, STEEL), 0.5]);
  return { channels: [throughGuitarBody(mix(...strings), take)], marks: [] };
}

function pluckOf(stroke: Stroke, beatFrame: number, tuning: number, seed: string, random: Random): Pluck {
  const { string, fret, touch } = stroke;
  const frequencyHz = frequencyHzFromMidi(OPEN_STRINGS[string] + fret) * tuning;
  const pick = touch === 'pick';
  return {
    startFrame: beatFrame + framesIn(stroke.delaySeconds),
    frequencyHz,
    velocity: Math.max(0.12, Math.min(1, stroke.velocity * random.between(0.86, 1.14))),
    position: pick ? random.between(0.13, 0.19) : random.between(0.18, 0.26),
    decaySeconds: 4.6 * Math.pow(110 / frequencyHz, 0.32),
    damping: pick ? 0.12 : 0.14,
    scratch: pick ? 0.2 : 0.11,
    releaseFrame: groove.frameAt(stroke.endBeat, -25 + 8 * random.normal()),
    seed,
  };
}

/** Thumb on one, then the fingers in eighths; every other bar the thumb and the ring finger pinch. */
function picked({ firstBeat, chord, place }: Bar): Stroke[] {
  const thumb: Stroke = {
    ...stringOf(chord.frets, chord.thumb),
    beat: firstBeat,
    velocity: 0.62,
    delaySeconds: 0,
    touch: 'finger',
    endBeat: firstBeat + 3,
  };
  const fingers = FINGERS.map((string, i): Stroke => ({
    ...stringOf(chord.frets, string),
    beat: firstBeat + (i + 1) / 2,
    velocity: i % 2 === 1 ? 0.5 : 0.4,
    delaySeconds: 0,
    touch: 'finger',
    endBeat: firstBeat + 3,
  }));
  const pinch: Stroke = { ...thumb, ...stringOf(chord.frets, 5), velocity: 0.46, delaySeconds: 0.004 };
  return place % 2 === 0 ? [thumb, pinch, ...fingers] : [thumb, ...fingers];
}

const STRUMS = [
  { eighth: 0, direction: 'down', velocity: 0.82, strings: 6 },
  { eighth: 2, direction: 'down', velocity: 0.6, strings: 5 },
  { eighth: 3, direction: 'up', velocity: 0.42, strings: 3 },
  { eighth: 4, direction: 'down', velocity: 0.66, strings: 5 },
  { eighth: 5, direction: 'up', velocity: 0.48, strings: 4 },
] as const;

function strummed({ firstBeat, chord, section }: Bar, random: Random): Stroke[] {
  const lift = section === 'full' ? 1.1 : 0.96;
  return STRUMS.flatMap(({ eighth, direction, velocity, strings }) => {
    const sounding = chord.frets.flatMap((fret, string) => (fret === null ? [] : [string]));
    // The bass is left out after the first strum: it rings on.
    const crossed = direction === 'down' ? sounding.slice(-strings) : sounding.toReversed().slice(0, strings);
    const crossingSeconds = (0.016 + 0.016 * (1 - velocity)) * random.between(0.85, 1.15);
    return crossed.map((string, order): Stroke => ({
      ...stringOf(chord.frets, string),
      beat: firstBeat + (eighth * 3) / EIGHTHS_PER_BAR,
      velocity: velocity * lift * (direction === 'down' ? 1 - 0.04 * order : 0.95 - 0.06 * order),
      delaySeconds: (crossingSeconds * order) / 5,
      touch: 'pick',
      endBeat: firstBeat + 3,
    }));
  });
}

function stringOf(frets: readonly (number | null)[], string: number): { string: number; fret: number } {
  const fret = frets[string];
  if (fret === null) throw new Error(`String ${string} is not fretted in this chord`);
  return { string, fret };
}
