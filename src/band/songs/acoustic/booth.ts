import { roomTone } from '../../instruments/vocal-booth.ts';
import { roomResponse, type Room } from '../../instruments/room.ts';
import { convolveLoop } from '../../signal/convolution.ts';
import { filter, highPass, type Section } from '../../signal/filter.ts';
import { mix } from '../../signal/level.ts';
import { throughLoop } from '../../signal/loop.ts';
import type { Random } from '../../signal/random.ts';

/** A little larger and livelier than the band's. */
const BOOTH: Room = {
  seed: 'small booth',
  sizeMetres: [2.4, 1.9, 2.3],
  sourceMetres: [1.0, 0.8, 1.5],
  decaySeconds: 0.18,
  earlyGain: 0.1,
  tailGain: 0.06,
};
const MICROPHONE_METRES = [1.3, 1.05, 1.5] as const;
const ROOM_TONE_GAIN = 6e-4;

/** A dry voice through its microphone's tone, the booth's walls, and what a preamplifier sounds like when nobody sings. */
export function recordVoice(dry: Float32Array, tone: readonly Section[], random: Random): Float32Array {
  const microphone = throughLoop(dry, (x) => filter(x, highPass(70), ...tone));
  const walls = convolveLoop(microphone, roomResponse(BOOTH, MICROPHONE_METRES));
  return mix([microphone, 1], [walls, 1], [roomTone(dry.length, random), ROOM_TONE_GAIN]);
}
