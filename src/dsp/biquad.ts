/**
 * Second-order filter coefficients, after R. Bristow-Johnson, "Cookbook formulae for audio equalizer biquad filter
 * coefficients" (2005): H(z) = (b0 + b1 z⁻¹ + b2 z⁻²) / (1 + a1 z⁻¹ + a2 z⁻²).
 *
 * Stored flat as [b0, b1, b2, a1, a2] so that a bank of bands is one array.
 */
export const COEFFICIENTS = 5;

export type BiquadShape = 'highPass' | 'lowShelf' | 'bell' | 'highShelf' | 'lowPass';

/** Q of a maximally flat (Butterworth) second-order pass filter or shelf. */
export const BUTTERWORTH_Q = Math.SQRT1_2;

/**
 * Write the coefficients of one band.
 *
 * @param frequencyHz corner or centre, kept below 0.49 of the sample rate
 * @param gainDb gain of a bell or shelf; ignored by pass filters
 */
export function designBiquad(
  into: Float64Array,
  offset: number,
  shape: BiquadShape,
  sampleRate: number,
  frequencyHz: number,
  gainDb: number,
  q: number,
): void {
  const w = (2 * Math.PI * Math.min(frequencyHz, 0.49 * sampleRate)) / sampleRate;
  const cos = Math.cos(w);
  const alpha = Math.sin(w) / (2 * q);
  const a = Math.pow(10, gainDb / 40);
  const shelf = 2 * Math.sqrt(a) * alpha;
  let b0: number, b1: number, b2: number, a0: number, a1: number, a2: number;
  switch (shape) {
    case 'highPass':
      b0 = (1 + cos) / 2;
      b1 = -(1 + cos);
      b2 = b0;
      a0 = 1 + alpha;
      a1 = -2 * cos;
      a2 = 1 - alpha;
      break;
    case 'lowPass':
      b0 = (1 - cos) / 2;
      b1 = 1 - cos;
      b2 = b0;
      a0 = 1 + alpha;
      a1 = -2 * cos;
      a2 = 1 - alpha;
      break;
    case 'bell':
      b0 = 1 + alpha * a;
      b1 = -2 * cos;
      b2 = 1 - alpha * a;
      a0 = 1 + alpha / a;
      a1 = b1;
      a2 = 1 - alpha / a;
      break;
    case 'lowShelf':
      b0 = a * (a + 1 - (a - 1) * cos + shelf);
      b1 = 2 * a * (a - 1 - (a + 1) * cos);
      b2 = a * (a + 1 - (a - 1) * cos - shelf);
      a0 = a + 1 + (a - 1) * cos + shelf;
      a1 = -2 * (a - 1 + (a + 1) * cos);
      a2 = a + 1 + (a - 1) * cos - shelf;
      break;
    case 'highShelf':
      b0 = a * (a + 1 + (a - 1) * cos + shelf);
      b1 = -2 * a * (a - 1 + (a + 1) * cos);
      b2 = a * (a + 1 + (a - 1) * cos - shelf);
      a0 = a + 1 - (a - 1) * cos + shelf;
      a1 = 2 * (a - 1 - (a + 1) * cos);
      a2 = a + 1 - (a - 1) * cos - shelf;
      break;
  }
  into[offset] = b0 / a0;
  into[offset + 1] = b1 / a0;
  into[offset + 2] = b2 / a0;
  into[offset + 3] = a1 / a0;
  into[offset + 4] = a2 / a0;
}

/** Gain in dB of one band at a frequency, from its coefficients: the curve that a picture of it should show. */
export function biquadGainDb(
  coefficients: ArrayLike<number>,
  offset: number,
  sampleRate: number,
  frequencyHz: number,
): number {
  const w = (2 * Math.PI * frequencyHz) / sampleRate;
  const power = (c0: number, c1: number, c2: number): number => {
    const re = c0 + c1 * Math.cos(w) + c2 * Math.cos(2 * w);
    const im = c1 * Math.sin(w) + c2 * Math.sin(2 * w);
    return re * re + im * im;
  };
  const zeros = power(coefficients[offset], coefficients[offset + 1], coefficients[offset + 2]);
  const poles = power(1, coefficients[offset + 3], coefficients[offset + 4]);
  return 10 * Math.log10(zeros / poles);
}
