import { convolveLoop } from '../signal/convolution.ts';
import { bell, filter, highPass, highShelf, lowPass } from '../signal/filter.ts';
import { throughLoop } from '../signal/loop.ts';
import type { Random } from '../signal/random.ts';
import { framesIn } from '../signal/sample-rate.ts';
import { roomResponse, type Room } from './room.ts';

/** Breaths differ in length and depth. */
const BREATH_SECONDS = [0.3, 0.42] as const;

const BOOTH: Room = {
  seed: 'booth',
  sizeMetres: [2.2, 1.8, 2.3],
  sourceMetres: [0.9, 0.8, 1.5],
  decaySeconds: 0.16,
  earlyGain: 0.1,
  tailGain: 0.05,
};
const MICROPHONE_METRES = [1.2, 1.0, 1.5] as const;

/** What a small booth adds to a loop sung in it. */
export const boothOf = (loop: Float32Array): Float32Array =>
  convolveLoop(loop, roomResponse(BOOTH, MICROPHONE_METRES));

/** A breath before the line: noise that swells, flutters and fades as the mouth gets ready. */
export function breathIn(random: Random): Float32Array {
  const frames = framesIn(random.between(...BREATH_SECONDS));
  const depth = random.between(0.75, 1.25);
  const turbulence = random.between(20, 34);
  const noise = Float32Array.from({ length: frames }, (_, i) => {
    const part = i / frames;
    const swell = 2.6 * part ** 1.3 * (1 - part) ** 0.9;
    const flutter = 1 + 0.2 * Math.sin(turbulence * part) * Math.sin(1.7 * turbulence * part);
    return random.normal() * depth * swell * flutter;
  });
  const throatHz = random.between(1500, 1900);
  return filter(
    noise,
    highPass(700),
    lowPass(3600),
    highShelf(4000, 6),
    bell(throatHz, 3, 5),
    bell(5200, 2, 5),
  );
}

/** What a booth and a preamplifier sound like when nobody sings: mostly low, never silent. RMS 1. */
export function roomTone(frames: number, random: Random): Float32Array {
  const white = new Float32Array(frames).map(() => random.normal());
  return throughLoop(white, (x) => filter(x, highPass(60), highShelf(500, -6)), 0.2);
}
