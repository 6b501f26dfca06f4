import { cajonHit, type CajonStroke } from '../../instruments/cajon.ts';
import { roomResponse, type Room } from '../../instruments/room.ts';
import { shakerStroke } from '../../instruments/shaker.ts';
import { convolveLoop } from '../../signal/convolution.ts';
import { mix } from '../../signal/level.ts';
import { addWrapped } from '../../signal/loop.ts';
import { createRandom } from '../../signal/random.ts';
import { framesIn } from '../../signal/sample-rate.ts';
import type { Take } from '../../take.ts';
import { bars, groove, LOOP_FRAMES, type Section } from './score.ts';

/** [beat in the bar, stroke, velocity] */
type Hits = readonly (readonly [beat: number, stroke: CajonStroke, velocity: number])[];

const CAJON: Record<Section, Hits> = {
  alone: [],
  joined: [],
  chorus: [
    [0, 'bass', 0.8],
    [1, 'slap', 0.55],
    [2, 'slap', 0.62],
    [2.5, 'slap', 0.24],
  ],
  full: [
    [0, 'bass', 0.88],
    [0.5, 'slap', 0.2],
    [1, 'slap', 0.64],
    [1.5, 'bass', 0.52],
    [2, 'slap', 0.72],
    [2.5, 'slap', 0.3],
  ],
};
/** A last bar that says something is coming. */
const PICK_UP: Hits = [
  [1.5, 'bass', 0.5],
  [2, 'slap', 0.45],
  [2.5, 'slap', 0.6],
  [2.75, 'slap', 0.5],
];

const SHAKER_LEVEL: Record<Section, number> = { alone: 0, joined: 0.6, chorus: 0.8, full: 0.92 };
const SWING_SECONDS = 0.055;

const ROOM: Room = {
  seed: 'wooden room',
  sizeMetres: [5.2, 4.1, 2.7],
  sourceMetres: [2.0, 2.1, 0.6],
  decaySeconds: 0.34,
  earlyGain: 0.3,
  tailGain: 0.3,
};
const MICROPHONE = [2.7, 2.5, 0.8] as const;

/** A cajón, one microphone in front; it joins at the end of bar 8. */
export function playCajon(): Take {
  const random = createRandom('acoustic cajon');
  const track = new Float32Array(LOOP_FRAMES);
  for (const { section, place, firstBeat } of bars) {
    const joins = section === 'joined' && place === 3;
    const hits =
      joins || (section === 'chorus' && place === 3)
        ? [...CAJON[section].slice(0, 2), ...PICK_UP]
        : CAJON[section];
    for (const [beat, stroke, velocity] of hits) {
      const struck = Math.max(0.1, Math.min(1, velocity + 0.05 * random.normal()));
      const lateMs = stroke === 'slap' ? 6 : 0;
      const frame = groove.frameAt(firstBeat + beat, lateMs + 4 * random.normal());
      addWrapped(track, cajonHit(stroke, struck, random), frame);
    }
  }
  return { channels: [inRoom(track, 0.8)], marks: [] };
}

/** A shaker in eighths, from bar 5 on. */
export function playShaker(): Take {
  const random = createRandom('acoustic shaker');
  const track = new Float32Array(LOOP_FRAMES);
  for (const { section, firstBeat } of bars) {
    if (SHAKER_LEVEL[section] === 0) continue;
    for (let eighth = 0; eighth < 6; eighth++) {
      const accent = eighth === 0 ? 1 : eighth % 2 === 0 ? 0.8 : 0.5;
      const velocity = SHAKER_LEVEL[section] * accent + 0.05 * random.normal();
      const swing = SWING_SECONDS * random.between(0.85, 1.2);
      const frame = groove.frameAt(firstBeat + eighth / 2, 2 + 5 * random.normal()) - framesIn(swing);
      addWrapped(track, shakerStroke(Math.max(0.12, Math.min(1, velocity)), swing, random), frame);
    }
  }
  return { channels: [inRoom(track, 0.35)], marks: [] };
}

const inRoom = (dry: Float32Array, gain: number): Float32Array =>
  mix([dry, 1], [convolveLoop(dry, roomResponse(ROOM, MICROPHONE)), gain]);
