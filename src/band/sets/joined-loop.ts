import { framesIn } from '../signal/sample-rate.ts';

/** As long as its end turns into what comes before its beginning. */
const BLEND_FRAMES = framesIn(0.01);

/**
 * A stretch of longer music made into a loop: its last moment turns into the moment before it, which leads into its
 * beginning.
 */
export function joinedLoop(music: Float32Array, startFrame: number, frames: number): Float32Array {
  if (startFrame < BLEND_FRAMES || startFrame + frames > music.length)
    throw new Error(`a loop of ${frames} frames from ${startFrame} on does not lie inside ${music.length}`);
  const loop = music.slice(startFrame, startFrame + frames);
  for (let i = 0; i < BLEND_FRAMES; i++) {
    const weight = (i + 1) / BLEND_FRAMES;
    const at = frames - BLEND_FRAMES + i;
    loop[at] = loop[at]! + weight * (music[startFrame - BLEND_FRAMES + i]! - loop[at]!);
  }
  return loop;
}
