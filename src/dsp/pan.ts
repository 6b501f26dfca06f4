import { choiceOf } from './parameter.ts';

/** Left and right gain of a strip. */
export interface PanGains {
  readonly left: number;
  readonly right: number;
}

/** How loud a mono stem is on each side when it stands in the centre. */
export const PAN_LAW = choiceOf('Pan law', ['−3 dB', '−4.5 dB', '−6 dB']);

/** Powers to which each law raises the quarter circle: 2^(−p/2) in the centre. */
const LAW_POWERS = [1, 1.5, 2];

/**
 * Place a strip between left (−1) and right (+1).
 *
 * Mono: sine and cosine, raised to a power by the law (a place in PAN_LAW's list). −3 dB keeps the power the same in
 * every place, as heard in a room; −6 dB keeps the sum of both sides the same, as heard in mono (cos² + sin² = 1);
 * −4.5 dB lies between, where L^(4/3) + R^(4/3) = 1.
 * Stereo: balance, at any law: both sides stay at 1 in the centre, and the far side is turned down along the same
 * quarter cosine; it never sums a side into the other.
 */
export function panGains(pan: number, stereo: boolean, law = 0): PanGains {
  const place = Math.min(1, Math.max(-1, pan));
  if (stereo) {
    return {
      left: place > 0 ? Math.cos((place * Math.PI) / 2) : 1,
      right: place < 0 ? Math.cos((place * Math.PI) / 2) : 1,
    };
  }
  const angle = ((place + 1) * Math.PI) / 4;
  const power = LAW_POWERS[law] ?? LAW_POWERS[PAN_LAW.default];
  return { left: Math.pow(Math.cos(angle), power), right: Math.pow(Math.sin(angle), power) };
}
