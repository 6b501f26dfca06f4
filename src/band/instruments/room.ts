import { filter, highPass } from '../signal/filter.ts';
import { createRandom, type Random } from '../signal/random.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';

/** x, y, z in metres. */
export type Position = readonly [number, number, number];

/** A rectangular room with one source in it. */
export interface Room {
  seed: string;
  sizeMetres: Position;
  sourceMetres: Position;
  /** Time to fall by 60 dB. */
  decaySeconds: number;
  /** Level of the early reflections and of the diffuse tail, relative to the direct sound. */
  earlyGain: number;
  tailGain: number;
}

const SPEED_OF_SOUND = 343;
const REFLECTION = 0.72;
const TAIL_STARTS_SECONDS = 0.012;

/** What a microphone hears of the room besides the direct sound; time 0 is the direct sound's arrival. */
export function roomResponse(room: Room, microphoneMetres: Position): Float32Array {
  const random = createRandom(`${room.seed} ${microphoneMetres.join(' ')}`);
  const response = new Float32Array(framesIn(room.decaySeconds * 1.1 + 0.06));
  addReflections(response, room, microphoneMetres, random);
  addTail(response, room, random);
  return filter(response, highPass(90));
}

/** Mirror images of the source up to second order (Allen & Berkley 1979), with random signs for scattering surfaces. */
function addReflections(response: Float32Array, room: Room, microphone: Position, random: Random): void {
  const directMetres = distance(room.sourceMetres, microphone);
  for (let x = -2; x <= 2; x++) {
    for (let y = -2; y <= 2; y++) {
      for (let z = -1; z <= 1; z++) {
        const bounces = Math.abs(x) + Math.abs(y) + Math.abs(z);
        if (bounces === 0) continue;
        const image = imageOf(room, [x, y, z]);
        const metres = distance(image, microphone);
        const gain =
          room.earlyGain *
          REFLECTION ** bounces *
          (directMetres / metres) *
          (random.uniform() < 0.5 ? -1 : 1);
        const at = Math.round(((metres - directMetres) / SPEED_OF_SOUND) * SAMPLE_RATE_HZ);
        // Two taps: a wall is duller than an impulse.
        if (at < response.length) response[at] = response[at] + 0.7 * gain;
        if (at + 1 < response.length) response[at + 1] = response[at + 1] + 0.3 * gain;
      }
    }
  }
}

/** Exponentially decaying noise that grows duller as it fades. */
function addTail(response: Float32Array, room: Room, random: Random): void {
  let noise = 0;
  for (let i = framesIn(TAIL_STARTS_SECONDS); i < response.length; i++) {
    const seconds = i / SAMPLE_RATE_HZ;
    const brightness = 0.75 * Math.exp(-seconds / (room.decaySeconds * 0.5)) + 0.08;
    noise += (random.normal() - noise) * brightness;
    const decay = Math.pow(10, (-3 * seconds) / room.decaySeconds);
    const onset = Math.min(1, (seconds - TAIL_STARTS_SECONDS) / 0.02);
    response[i] = response[i] + ((noise * decay * onset) / Math.sqrt(brightness)) * room.tailGain * 0.06;
  }
}

/** The source mirrored `order` times along each axis. */
function imageOf({ sizeMetres, sourceMetres }: Room, order: Position): Position {
  const along = (axis: 0 | 1 | 2): number => {
    const within = order[axis] % 2 === 0 ? sourceMetres[axis] : sizeMetres[axis] - sourceMetres[axis];
    return order[axis] * sizeMetres[axis] + within;
  };
  return [along(0), along(1), along(2)];
}

const distance = (a: Position, b: Position): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
