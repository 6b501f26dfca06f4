/** Seeded uniform random numbers in [0, 1): mulberry32 (Ettinger 2017), integer arithmetic only. */
export class UniformNoise {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
}

/**
 * Samples of ±1 as integers of `bits` bit with flat triangular dither, ±1 step (Lipshitz, Wannamaker & Vanderkooy,
 * "Quantization and dither: a theoretical survey", JAES 40(5), 1992). What does not fit stops at full scale.
 */
export function ditheredTo(bits: 16 | 24, samples: Float32Array, noise: UniformNoise): Int32Array {
  const scale = 2 ** (bits - 1);
  const integers = new Int32Array(samples.length);
  for (let i = 0; i < samples.length; i++) {
    const value = Math.round(samples[i] * scale + noise.next() - noise.next());
    integers[i] = Math.max(-scale, Math.min(scale - 1, value));
  }
  return integers;
}
