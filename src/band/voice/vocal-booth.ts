import { roomResponse, type Room } from '../instruments/room.ts';
import { convolveLoop } from '../signal/convolution.ts';
import { bell, filter, highPass, highShelf, lowPass, type Section } from '../signal/filter.ts';
import { mix } from '../signal/level.ts';
import { throughLoop } from '../signal/loop.ts';
import type { Random } from '../signal/random.ts';
import { framesIn } from '../signal/sample-rate.ts';

const BOOTH: Room = {
  seed: 'small booth',
  sizeMetres: [2.4, 1.9, 2.3],
  sourceMetres: [1.0, 0.8, 1.5],
  decaySeconds: 0.18,
  earlyGain: 0.1,
  tailGain: 0.06,
};
const MICROPHONE = [1.3, 1.05, 1.5] as const;
const ROOM_TONE_GAIN = 6e-4;
const BREATH_SECONDS = 0.32;

/** A singer in a small booth: microphone with its own tone, the walls, and what a preamplifier sounds like when nobody sings. */
export function recordVoice(dry: Float32Array, tone: readonly Section[], random: Random): Float32Array {
  const microphone = throughLoop(dry, (x) => filter(x, highPass(70), ...tone));
  const walls = convolveLoop(microphone, roomResponse(BOOTH, MICROPHONE));
  return mix([microphone, 1], [walls, 1], [roomTone(dry.length, random), ROOM_TONE_GAIN]);
}

/** A breath before a line: noise that swells and stops. */
export function breathIn(random: Random): Float32Array {
  const noise = Float32Array.from({ length: framesIn(BREATH_SECONDS) }, (_, i) => {
    const part = i / framesIn(BREATH_SECONDS);
    return random.normal() * 1.6 * part ** 1.3 * (1 - part) ** 0.35;
  });
  return filter(noise, highPass(900), lowPass(3200), highShelf(4000, 7), bell(5200, 2, 6));
}

/** Mostly low, never silent. RMS 1 before the filter. */
function roomTone(frames: number, random: Random): Float32Array {
  const white = new Float32Array(frames).map(() => random.normal());
  return throughLoop(white, (x) => filter(x, highPass(60), highShelf(500, -6)), 0.2);
}
