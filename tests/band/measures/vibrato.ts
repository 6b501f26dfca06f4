import { fft } from '../../../src/analysis/fft.ts';

const SIZE = 512;
const RATE_HZ = 100;
const BIN_HZ = RATE_HZ / SIZE;
const DRIFT_ENDS_HZ = 0.8;
const SLOWEST_HZ = 3.5;
const FASTEST_HZ = 8.5;
const SMALLEST_CENTS = 8;

export interface Vibrato {
  rateHz: number;
  /** Half of what it spans. */
  extentCents: number;
}

/** The vibrato of a held note, of at least 8 cents and half of all the pitch does. @param cents about 0, every 10 ms */
export function vibratoOf(cents: Float64Array): Vibrato | null {
  const windowed = cents.map((c, i) => c * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / (cents.length - 1))));
  const power = powerOf(windowed);
  const within = (bin: number): boolean => bin * BIN_HZ >= SLOWEST_HZ && bin * BIN_HZ <= FASTEST_HZ;
  const inBand = power.map((p, bin) => (within(bin) ? p : 0));
  const moving = power.reduce((sum, p, bin) => sum + (bin * BIN_HZ > DRIFT_ENDS_HZ ? p : 0), 0);
  const vibrating = inBand.reduce((sum, p) => sum + p, 0);
  if (vibrating <= 0.5 * moving) return null;
  // Parseval: the variance of what lies in the band.
  const variance =
    powerOf(cents).reduce((sum, p, bin) => sum + (within(bin) ? 2 * p : 0), 0) / (SIZE * cents.length);
  const extentCents = Math.sqrt(2 * variance);
  if (extentCents <= SMALLEST_CENTS) return null;
  return { rateHz: inBand.indexOf(Math.max(...inBand)) * BIN_HZ, extentCents };
}

function powerOf(cents: Float64Array): Float64Array {
  const real = new Float64Array(SIZE);
  const imaginary = new Float64Array(SIZE);
  real.set(cents.subarray(0, SIZE));
  fft(real, imaginary);
  return Float64Array.from({ length: SIZE / 2 + 1 }, (_, k) => real[k] ** 2 + imaginary[k] ** 2);
}
