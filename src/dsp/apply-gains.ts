/** Multiply `frames` frames of two channels from `start` by their gains. */
export function applyGains(
  left: Float64Array,
  right: Float64Array,
  start: number,
  frames: number,
  gains: Float64Array,
): void {
  for (let i = 0; i < frames; i++) {
    const gain = gains[i];
    left[start + i] *= gain;
    right[start + i] *= gain;
  }
}

/** The same for one channel. */
export function applyGainsMono(
  samples: Float64Array,
  start: number,
  frames: number,
  gains: Float64Array,
): void {
  for (let i = 0; i < frames; i++) samples[start + i] *= gains[i];
}
