import { closeSync, openSync, readSync } from 'node:fs';

const HEADER_BYTES = 44;
const FRAME_BYTES = 8;

/** Stream a float stereo WAV file of ours, a block at a time, through two arrays as long as a block. */
export function eachBlock<Block extends Float32Array | Float64Array>(
  path: string,
  left: Block,
  right: Block,
  take: (frames: number) => void,
): void {
  const pairs = new Float32Array(2 * left.length);
  const file = openSync(path, 'r');
  for (let at = HEADER_BYTES; ;) {
    const bytes = readSync(file, pairs, 0, pairs.byteLength, at);
    if (bytes === 0) break;
    at += bytes;
    const frames = bytes / FRAME_BYTES;
    split(pairs, left, right, frames);
    take(frames);
  }
  closeSync(file);
}

function split(
  pairs: Float32Array,
  left: Float32Array | Float64Array,
  right: Float32Array | Float64Array,
  frames: number,
): void {
  for (let i = 0; i < frames; i++) {
    left[i] = pairs[2 * i];
    right[i] = pairs[2 * i + 1];
  }
}
