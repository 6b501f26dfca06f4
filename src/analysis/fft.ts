const twiddles = new Map<number, { cosine: Float64Array; sine: Float64Array }>();

function twiddlesFor(size: number): { cosine: Float64Array; sine: Float64Array } {
  let found = twiddles.get(size);
  if (!found) {
    const angle = (k: number): number => (2 * Math.PI * k) / size;
    found = {
      cosine: Float64Array.from({ length: size / 2 }, (_, k) => Math.cos(angle(k))),
      sine: Float64Array.from({ length: size / 2 }, (_, k) => Math.sin(angle(k))),
    };
    twiddles.set(size, found);
  }
  return found;
}

function reverseBits(real: Float64Array, imaginary: Float64Array): void {
  const size = real.length;
  for (let i = 1, j = 0; i < size; i++) {
    let bit = size >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [real[i], real[j]] = [real[j], real[i]];
      [imaginary[i], imaginary[j]] = [imaginary[j], imaginary[i]];
    }
  }
}

function transform(real: Float64Array, imaginary: Float64Array, direction: 1 | -1): void {
  const size = real.length;
  const { cosine, sine } = twiddlesFor(size);
  reverseBits(real, imaginary);
  for (let span = 2; span <= size; span *= 2) {
    const half = span / 2;
    const stride = size / span;
    for (let start = 0; start < size; start += span) {
      for (let k = 0; k < half; k++) {
        const wr = cosine[k * stride];
        const wi = -direction * sine[k * stride];
        const a = start + k;
        const b = a + half;
        const re = real[b] * wr - imaginary[b] * wi;
        const im = real[b] * wi + imaginary[b] * wr;
        real[b] = real[a] - re;
        imaginary[b] = imaginary[a] - im;
        real[a] = real[a] + re;
        imaginary[a] = imaginary[a] + im;
      }
    }
  }
}

/** In-place complex FFT (radix 2, Cooley & Tukey 1965); both arrays have the same power-of-two length. */
export function fft(real: Float64Array, imaginary: Float64Array): void {
  transform(real, imaginary, 1);
}

/** In-place inverse of {@link fft}, scaled by 1/length. */
export function inverseFft(real: Float64Array, imaginary: Float64Array): void {
  transform(real, imaginary, -1);
  const scale = 1 / real.length;
  for (let i = 0; i < real.length; i++) {
    real[i] = real[i] * scale;
    imaginary[i] = imaginary[i] * scale;
  }
}
