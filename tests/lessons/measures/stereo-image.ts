import { powerDb } from '../../band/measures/frame-power.ts';
import { above, below } from '../../band/measures/stereo-correlation.ts';
import type { Stereo } from '../../mixes/measures.ts';

/** Only a region of both channels, 24 dB per octave at its ends; all of it where none is named. */
export function region([left, right]: Stereo, fromHz = 0, toHz = Infinity): Stereo {
  const cut = (side: Float32Array): Float32Array => {
    const high = fromHz > 0 ? above(side, fromHz) : side;
    return toHz < 24_000 ? below(high, toHz) : high;
  };
  return [cut(left), cut(right)];
}

const energyOf = (samples: Float32Array): number => samples.reduce((sum, value) => sum + value * value, 0);

/** Mono has no side at all; this stands for it. */
const MONO_DB = -60;

/** Level of the side, (L − R) / 2, against that of the middle, (L + R) / 2, in dB. */
export function widthDb([left, right]: Stereo): number {
  const middle = left.map((value, i) => (value + right[i]) / 2);
  const side = left.map((value, i) => (value - right[i]) / 2);
  return Math.max(MONO_DB, powerDb(energyOf(side)) - powerDb(energyOf(middle)));
}

/** Where a sound stands by the levels of the two sides, −100 left … 100 right: the pan pot's own quarter circle. */
export function placePercent([left, right]: Stereo): number {
  const angle = Math.atan2(Math.sqrt(energyOf(right)), Math.sqrt(energyOf(left)));
  return 100 * (angle / (Math.PI / 4) - 1);
}
