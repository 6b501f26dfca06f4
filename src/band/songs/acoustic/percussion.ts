import { cajonHit, type CajonStroke } from '../../instruments/cajon.ts';
import { roomResponse, type Room } from '../../instruments/room.ts';
import { shakerStroke } from '../../instruments/shaker.ts';
import { roomTone } from '../../instruments/vocal-booth.ts';
import { convolveLoop } from '../../signal/convolution.ts';
import { mix } from '../../signal/level.ts';
import { addWrapped } from '../../signal/loop.ts';
import { createRandom, type Random } from '../../signal/random.ts';
import { framesIn } from '../../signal/sample-rate.ts';
import type { Take } from '../../take.ts';
import { bars, BEATS_PER_BAR, groove, LOOP_FRAMES, type Bar, type Section } from './score.ts';

/** [beat in the bar, stroke, velocity] */
type Hits = readonly (readonly [beat: number, stroke: CajonStroke, velocity: number])[];

const CAJON: Record<Section, Hits> = {
  alone: [],
  joined: [],
  chorus: [
    [0, 'bass', 0.8],
    [1, 'slap', 0.62],
    [2, 'slap', 0.68],
    [2.5, 'slap', 0.15],
  ],
  full: [
    [0, 'bass', 0.92],
    [0.5, 'slap', 0.15],
    [1, 'slap', 0.74],
    [1.25, 'slap', 0.12],
    [1.5, 'bass', 0.66],
    [2, 'slap', 0.82],
    [2.5, 'slap', 0.18],
    [2.75, 'slap', 0.14],
  ],
};
/** A last bar that says something is coming. */
const PICK_UP: Hits = [
  [1.5, 'bass', 0.6],
  [2, 'slap', 0.56],
  [2.5, 'slap', 0.66],
  [2.75, 'slap', 0.58],
];
/** The end: one stroke, and the room. */
const STOP: Hits = [[0, 'bass', 0.72]];

/** Velocity of a shaker's strokes, spaced evenly over a bar: eighths, and sixteenths when everybody plays. */
const SHAKES: Record<Section, readonly number[]> = {
  alone: [],
  joined: [0.62, 0.4, 0.54, 0.4, 0.56, 0.44],
  chorus: [0.76, 0.5, 0.66, 0.5, 0.68, 0.52],
  full: [0.95, 0.34, 0.6, 0.38, 0.84, 0.34, 0.62, 0.4, 0.86, 0.36, 0.64, 0.46],
};
/** The beads' way from wall to wall. */
const SWING_SECONDS = 0.085;

const ROOM: Room = {
  seed: 'wooden room',
  sizeMetres: [5.2, 4.1, 2.7],
  sourceMetres: [2.0, 2.1, 0.6],
  decaySeconds: 0.34,
  earlyGain: 0.3,
  tailGain: 0.3,
};
const MICROPHONE = [2.7, 2.5, 0.8] as const;
const ROOM_TONE_GAIN = 4e-4;

/** A cajón, one microphone in front; it joins at the end of bar 8. */
export function playCajon(): Take {
  const random = createRandom('acoustic cajon');
  const track = new Float32Array(LOOP_FRAMES);
  for (const bar of bars) {
    for (const [beat, stroke, velocity] of hitsOf(bar)) {
      const struck = Math.max(0.1, Math.min(1, velocity * (1 + 0.07 * random.normal())));
      const lateMs = stroke === 'slap' ? 6 : 0;
      const frame = groove.frameAt(bar.firstBeat + beat, lateMs + 4 * random.normal());
      addWrapped(track, cajonHit(stroke, struck, random), frame);
    }
  }
  return { channels: [inRoom(track, 0.8, random)], marks: [] };
}

function hitsOf({ section, place }: Bar): Hits {
  if (place !== 3) return CAJON[section];
  switch (section) {
    case 'alone':
      return [];
    case 'joined':
    case 'chorus':
      return [...CAJON[section].slice(0, 2), ...PICK_UP];
    case 'full':
      return STOP;
  }
}

/** A shaker from bar 5 on; it stops with the cajón. */
export function playShaker(): Take {
  const random = createRandom('acoustic shaker');
  const track = new Float32Array(LOOP_FRAMES);
  for (const { section, place, firstBeat } of bars) {
    const stops = section === 'full' && place === 3;
    const strokes = stops ? SHAKES[section].slice(0, 1) : SHAKES[section];
    strokes.forEach((accent, i) => {
      const velocity = accent * (1 + 0.08 * random.normal());
      const swing = SWING_SECONDS * random.between(0.85, 1.15);
      const beat = firstBeat + (i * BEATS_PER_BAR) / SHAKES[section].length;
      const frame = groove.frameAt(beat, 2 + 5 * random.normal()) - framesIn(swing);
      addWrapped(track, shakerStroke(Math.max(0.12, Math.min(1, velocity)), swing, random), frame);
    });
  }
  return { channels: [inRoom(track, 0.35, random)], marks: [] };
}

const inRoom = (dry: Float32Array, gain: number, random: Random): Float32Array =>
  mix(
    [dry, 1],
    [convolveLoop(dry, roomResponse(ROOM, MICROPHONE)), gain],
    [roomTone(dry.length, random), ROOM_TONE_GAIN],
  );
