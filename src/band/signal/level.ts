/** Largest absolute sample of all channels. */
export function peakOf(...channels: Float32Array[]): number {
  let peak = 0;
  for (const channel of channels) for (const x of channel) peak = Math.max(peak, Math.abs(x));
  return peak;
}

/** Root mean square. */
export function rmsOf(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length);
}

/** Multiply every sample in place. */
export function scale(samples: Float32Array, gain: number): void {
  for (let i = 0; i < samples.length; i++) samples[i] = samples[i] * gain;
}

/** Sum of equally long signals, each with its own gain factor. */
export function mix(...parts: [signal: Float32Array, gain: number][]): Float32Array {
  const out = new Float32Array(parts[0][0].length);
  for (const [signal, gain] of parts) {
    for (let i = 0; i < out.length; i++) out[i] = out[i] + signal[i] * gain;
  }
  return out;
}
