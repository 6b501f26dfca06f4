/** Left and right gain of a strip. */
export interface PanGains {
  readonly left: number;
  readonly right: number;
}

/**
 * Place a strip between left (−1) and right (+1).
 *
 * Mono: the −3 dB constant-power law, sin/cos: centre puts 0.7071 into each side, so the power heard in a room stays the
 * same wherever the sound stands. Stereo: balance, which leaves both sides at 1 in the centre and turns the far side
 * down along the same quarter cosine; it never sums a side into the other.
 */
export function panGains(pan: number, stereo: boolean): PanGains {
  const place = Math.min(1, Math.max(-1, pan));
  if (stereo) {
    return {
      left: place > 0 ? Math.cos((place * Math.PI) / 2) : 1,
      right: place < 0 ? Math.cos((place * Math.PI) / 2) : 1,
    };
  }
  const angle = ((place + 1) * Math.PI) / 4;
  return { left: Math.cos(angle), right: Math.sin(angle) };
}
