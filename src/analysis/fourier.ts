/**
 * Fast Fourier transform of a complex signal, in place: decimation in time, radix 2 (Cooley & Tukey 1965), with the
 * twiddle factors of one length worked out beforehand.
 */
export class Fourier {
  readonly length: number;
  private readonly cosines: Float64Array;
  private readonly sines: Float64Array;
  private readonly reversed: Uint32Array;

  /** @param length a power of two */
  constructor(length: number) {
    const bits = Math.log2(length);
    if (!Number.isInteger(bits)) throw new Error(`expected a power of two, got ${length}`);
    this.length = length;
    this.cosines = Float64Array.from({ length: length / 2 }, (_, k) => Math.cos((2 * Math.PI * k) / length));
    this.sines = Float64Array.from({ length: length / 2 }, (_, k) => -Math.sin((2 * Math.PI * k) / length));
    this.reversed = new Uint32Array(length);
    for (let i = 1; i < length; i++)
      this.reversed[i] = (this.reversed[i >> 1] >> 1) | ((i & 1) << (bits - 1));
  }

  transform(real: Float64Array, imaginary: Float64Array): void {
    const { length, cosines, sines, reversed } = this;
    for (let i = 0; i < length; i++) {
      const j = reversed[i];
      if (j <= i) continue;
      const re = real[i];
      const im = imaginary[i];
      real[i] = real[j];
      imaginary[i] = imaginary[j];
      real[j] = re;
      imaginary[j] = im;
    }
    for (let half = 1; half < length; half *= 2) {
      const stride = length / (2 * half);
      for (let start = 0; start < length; start += 2 * half)
        for (let k = 0; k < half; k++) {
          const c = cosines[k * stride];
          const s = sines[k * stride];
          const top = start + k;
          const bottom = top + half;
          const re = real[bottom] * c - imaginary[bottom] * s;
          const im = real[bottom] * s + imaginary[bottom] * c;
          real[bottom] = real[top] - re;
          imaginary[bottom] = imaginary[top] - im;
          real[top] += re;
          imaginary[top] += im;
        }
    }
  }
}
