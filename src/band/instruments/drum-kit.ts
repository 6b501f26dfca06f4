import { convolveLoop } from '../signal/convolution.ts';
import { filter, highPass, highShelf, lowPass, lowShelf, type Section } from '../signal/filter.ts';
import { mix } from '../signal/level.ts';
import { delayed, throughLoop } from '../signal/loop.ts';
import { framesIn } from '../signal/sample-rate.ts';
import { roomResponse, type Position, type Room } from './room.ts';

/** The drums of a kit, each as a dry loop. */
export interface KitSounds {
  kick: Float32Array;
  snare: Float32Array;
  hats: Float32Array;
  crash: Float32Array;
  toms: Float32Array;
  /** Played by somebody who stands in the same room. */
  tambourine: Float32Array;
}

/** The tracks of a recording. */
export interface KitTracks {
  kick: Float32Array;
  snare: Float32Array;
  overheadLeft: Float32Array;
  overheadRight: Float32Array;
}

const LIVE_ROOM: Room = {
  seed: 'live room',
  sizeMetres: [6.2, 4.8, 2.9],
  sourceMetres: [2.1, 2.4, 1.0],
  decaySeconds: 0.42,
  earlyGain: 0.5,
  tailGain: 0.5,
};
const LEFT_MICROPHONE: Position = [3.6, 2.0, 1.5];
const RIGHT_MICROPHONE: Position = [3.95, 2.35, 1.5];

/** Close microphones on kick and snare, a pair overhead; every drum reaches every microphone, later and duller. */
export function recordKit(kit: KitSounds): KitTracks {
  const kick = mix(
    [kit.kick, 1],
    [arriving(kit.snare, 1.6, lowPass(1800)), 0.05],
    [arriving(kit.hats, 2.2, lowPass(5000)), 0.02],
    [arriving(kit.toms, 1.2, lowPass(900)), 0.12],
  );
  const wires = through(kit.snare, highPass(2500));
  const snare = mix(
    [kit.snare, 1],
    [wires, 0.35],
    [arriving(kit.hats, 1.1, highPass(500), highShelf(8000, -8)), 0.1],
    [arriving(kit.kick, 1.6, lowPass(2500)), 0.1],
    [arriving(kit.crash, 2.6, highShelf(6000, -6)), 0.03],
  );
  const room = mix(
    [kit.kick, 0.55],
    [kit.snare, 0.9],
    [kit.hats, 0.7],
    [kit.crash, 0.5],
    [kit.toms, 0.7],
    [kit.tambourine, 0.25],
  );
  return {
    kick: through(kick, lowShelf(90, 3)),
    snare: through(snare, highPass(55)),
    overheadLeft: overhead(
      kit,
      room,
      LEFT_MICROPHONE,
      { hats: 1.1, crash: 0.7, toms: 0.7, tambourine: 0.45 },
      [2.4, 3.4],
    ),
    overheadRight: overhead(
      kit,
      room,
      RIGHT_MICROPHONE,
      { hats: 0.65, crash: 1.1, toms: 1.1, tambourine: 1 },
      [3.1, 2.6],
    ),
  };
}

/** Kick and snare reach both microphones alike, so they stay in the middle. */
function overhead(
  kit: KitSounds,
  room: Float32Array,
  microphone: Position,
  gains: { hats: number; crash: number; toms: number; tambourine: number },
  [hatsMs, crashMs]: [number, number],
): Float32Array {
  const direct = mix(
    [arriving(kit.kick, 3.3), 0.2],
    [arriving(kit.snare, 3.0), 0.55],
    [arriving(kit.hats, hatsMs), 0.6 * gains.hats],
    [arriving(kit.crash, crashMs), 0.7 * gains.crash],
    [arriving(kit.toms, 3.1), 0.6 * gains.toms],
    [arriving(kit.tambourine, 5.2), 0.8 * gains.tambourine],
    [convolveLoop(room, roomResponse(LIVE_ROOM, microphone)), 0.5],
  );
  // Air and the off-axis capsule take the edge off the cymbals.
  return through(direct, highShelf(6000, -5));
}

const through = (loop: Float32Array, ...sections: Section[]): Float32Array =>
  throughLoop(loop, (x) => filter(x, ...sections));

function arriving(loop: Float32Array, delayMs: number, ...sections: Section[]): Float32Array {
  return delayed(through(loop, ...sections), framesIn(delayMs / 1000));
}
