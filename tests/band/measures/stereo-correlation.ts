import { filter, highPass, lowPass, type Section } from '../../../src/band/signal/filter.ts';

/** Q of the two sections of a fourth-order Butterworth filter. */
const FOURTH_ORDER_Q = [0.541_196, 1.306_563] as const;

const fourthOrder = (pass: (hz: number, q: number) => Section, hz: number): Section[] =>
  FOURTH_ORDER_Q.map((q) => pass(hz, q));

/** Only what lies above a frequency, 24 dB per octave. */
export const above = (samples: Float32Array, hz: number): Float32Array =>
  filter(samples, ...fourthOrder(highPass, hz));

/** Only what lies below a frequency, 24 dB per octave. */
export const below = (samples: Float32Array, hz: number): Float32Array =>
  filter(samples, ...fourthOrder(lowPass, hz));

/** Zero-lag correlation of the two channels, −1 to 1; 1 for mono. */
export function correlation(channels: readonly Float32Array[]): number {
  const [left, right = left] = channels;
  let product = 0;
  let leftEnergy = 0;
  let rightEnergy = 0;
  for (let i = 0; i < left.length; i++) {
    product += left[i] * right[i];
    leftEnergy += left[i] ** 2;
    rightEnergy += right[i] ** 2;
  }
  return product / Math.sqrt(leftEnergy * rightEnergy + 1e-20);
}

/** Correlation overall, of the lows and of the top. */
export const correlations = (
  channels: readonly Float32Array[],
): { overall: number; below150Hz: number; above2kHz: number } => ({
  overall: correlation(channels),
  below150Hz: correlation(channels.map((channel) => below(channel, 150))),
  above2kHz: correlation(channels.map((channel) => above(channel, 2000))),
});
