import { powerDb } from '../../band/measures/frame-power.ts';
import type { Stereo } from '../../mixes/measures.ts';

const RATE = 48000;

/** How much before and after a moment it is compared with. */
const AROUND_SECONDS = 0.3;

/** From a second of the lap to another one. */
export type Moment = readonly [fromSeconds: number, toSeconds: number];

/** How far a sound rises at some moments above the 0.3 s on either side of each, in dB of power; the mean of them. */
export function standsOutDb(sound: Stereo, moments: readonly Moment[]): number {
  const rises = moments.map(([from, to]) => {
    const there = meanPower(sound, [from, to]);
    const before = meanPower(sound, [from - AROUND_SECONDS, from]);
    const after = meanPower(sound, [to, to + AROUND_SECONDS]);
    return powerDb(there) - powerDb((before + after) / 2);
  });
  return rises.reduce((sum, rise) => sum + rise, 0) / rises.length;
}

/** The lap is a loop: what lies before its start is its end. */
function meanPower(sound: Stereo, [fromSeconds, toSeconds]: Moment): number {
  const { length } = sound[0];
  const [from, to] = [Math.round(fromSeconds * RATE), Math.round(toSeconds * RATE)];
  let sum = 0;
  for (let i = from; i < to; i++) {
    const at = (i + length) % length;
    sum += sound[0][at] ** 2 + sound[1][at] ** 2;
  }
  return sum / Math.max(1, 2 * (to - from));
}
