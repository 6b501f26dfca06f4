import { joinedLoop } from './joined-loop.ts';
import { throughCodec, type LossyCodec } from './lossy.ts';

/** How far a decoder may be early or late. */
const LARGEST_LAG_FRAMES = 3000;
/** This much is compared to find out. */
const COMPARED_FRAMES = 20_000;

/**
 * A loop as a codec leaves it, to the sample in its place and without a seam.
 *
 * Three laps are coded and the middle one is taken. Blocks of the codec do not divide a lap, so no two laps are coded
 * alike, and the middle one has to be joined anew.
 */
export function codedLoop(loop: readonly Float32Array[], codec: LossyCodec): Float32Array[] {
  const frames = loop[0]!.length;
  const laps = loop.map((channel) =>
    Float32Array.from({ length: 3 * frames }, (_, i) => channel[i % frames]!),
  );
  const decoded = throughCodec(laps, codec);
  const start = frames + lagFrames(laps[0]!, decoded[0]!, frames);
  return decoded.map((channel) => joinedLoop(channel, start, frames));
}

/** How many samples the decoded sound is late, by the highest correlation around `from`. */
function lagFrames(original: Float32Array, decoded: Float32Array, from: number): number {
  let best = { lag: 0, sum: -Infinity };
  for (let lag = -LARGEST_LAG_FRAMES; lag <= LARGEST_LAG_FRAMES; lag++) {
    let sum = 0;
    for (let i = from; i < from + COMPARED_FRAMES; i++) sum += original[i]! * decoded[i + lag]!;
    if (sum > best.sum) best = { lag, sum };
  }
  return best.lag;
}
