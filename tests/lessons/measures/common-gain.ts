import type { Stereo } from '../../mixes/measures.ts';

/** 1 ms at 48 kHz: shorter than any compressor or limiter moves. */
const WINDOW_FRAMES = 48;

/**
 * A part of a sound under the gain that turned the whole sound from `before` to `after`: what a compressor on the sum
 * does to one part, which the part sent through it alone would not show.
 */
export function turnedWithWhole(part: Stereo, before: Stereo, after: Stereo): Stereo {
  const turned: Stereo = [new Float32Array(part[0].length), new Float32Array(part[1].length)];
  for (let from = 0; from < part[0].length; from += WINDOW_FRAMES) {
    const to = Math.min(part[0].length, from + WINDOW_FRAMES);
    const was = energyWithin(before, from, to);
    const gain = was > 0 ? Math.sqrt(energyWithin(after, from, to) / was) : 1;
    for (const side of [0, 1] as const)
      for (let i = from; i < to; i++) turned[side][i] = gain * part[side][i];
  }
  return turned;
}

function energyWithin(sound: Stereo, from: number, to: number): number {
  let energy = 0;
  for (const side of sound) for (let i = from; i < to; i++) energy += side[i] ** 2;
  return energy;
}
