import type { BiquadShape } from './biquad.ts';
import { dbToGain } from './decibels.ts';

/** A polynomial in s: constant, s, s². */
type Polynomial = readonly [number, number, number];

/** An analog filter of first or second order; s = j at its corner or centre. */
export interface AnalogFilter {
  readonly zeros: Polynomial;
  readonly poles: Polynomial;
}

export type MatchedShape = BiquadShape | 'firstOrderHighPass' | 'firstOrderLowPass';

/** Corners and centres stay below this share of the sample rate. */
const HIGHEST_CORNER = 0.49;
/** Where a filter meets its prototype besides 0 Hz, in radians a sample: its corner, but no higher than a quarter of the rate … */
const HIGHEST_MATCH = Math.PI / 2;
/** … and 0.425 of the sample rate. With these two, no filter of the EQ strays by more than 0.5 dB below 0.45 of the rate. */
const UPPER_MATCH = 0.85 * Math.PI;

/**
 * The filter that a band is named after, as it would be without a sample rate.
 *
 * Bells and shelves after R. Bristow-Johnson, "Cookbook formulae for audio equalizer biquad filter coefficients":
 * the gain counts at a bell's centre and, halved, at a shelf's corner.
 */
export function analogFilter(shape: MatchedShape, gainDb: number, q: number): AnalogFilter {
  const a = dbToGain(gainDb / 2);
  const slope = Math.sqrt(a) / q;
  switch (shape) {
    case 'firstOrderHighPass':
      return { zeros: [0, 1, 0], poles: [1, 1, 0] };
    case 'firstOrderLowPass':
      return { zeros: [1, 0, 0], poles: [1, 1, 0] };
    case 'highPass':
      return { zeros: [0, 0, 1], poles: [1, 1 / q, 1] };
    case 'lowPass':
      return { zeros: [1, 0, 0], poles: [1, 1 / q, 1] };
    case 'bell':
      return { zeros: [1, a / q, 1], poles: [1, 1 / (a * q), 1] };
    case 'lowShelf':
      return { zeros: [a * a, a * slope, a], poles: [1, slope, a] };
    case 'highShelf':
      return { zeros: [a, a * slope, a * a], poles: [a, slope, 1] };
  }
}

/** Gain in dB of an analog filter at a frequency, relative to its corner or centre. */
export function analogGainDb(filter: AnalogFilter, relativeFrequency: number): number {
  return 10 * Math.log10(analogPower(filter, relativeFrequency));
}

/**
 * Write coefficients whose response follows the analog filter up to 0.45 of the sample rate, where those of the
 * bilinear transform are squeezed towards half the rate.
 *
 * After M. Vicanek, "Matched second order digital filters" (2016): poles by impulse invariance; zeros, of minimum
 * phase, from the magnitude at three frequencies. His third condition, the slope at the corner, is here the gain at
 * 0.425 of the rate.
 *
 * @param into,offset where [b0, b1, b2, a1, a2] go, as in biquad.ts
 * @param gainDb gain of a bell or shelf; at 0 it is the identity, with the poles of that place
 */
export function designMatched(
  into: Float64Array,
  offset: number,
  shape: MatchedShape,
  sampleRate: number,
  frequencyHz: number,
  gainDb: number,
  q: number,
): void {
  const corner = (2 * Math.PI * Math.min(frequencyHz, HIGHEST_CORNER * sampleRate)) / sampleRate;
  const gained = shape === 'bell' || shape === 'lowShelf' || shape === 'highShelf';
  // A boost and its cut are inverse. Of the two, the one whose poles are narrower or lower can be met more closely.
  const inverted = gained && (shape === 'highShelf' ? gainDb > 0 : gainDb < 0);
  const filter = analogFilter(shape, inverted ? -gainDb : gainDb, q);
  const [a1, a2] = digitalPoles(filter.poles, corner);
  const flat = gained && gainDb === 0;
  const [b0, b1, b2] = flat ? [1, a1, a2] : digitalZeros(filter, corner, a1, a2);
  into.set(inverted ? [1 / b0, a1 / b0, a2 / b0, b1 / b0, b2 / b0] : [b0, b1, b2, a1, a2], offset);
}

/** a1 and a2 by impulse invariance, z = e^s. */
function digitalPoles([constant, linear, square]: Polynomial, corner: number): [number, number] {
  if (square === 0) return [-Math.exp((-corner * constant) / linear), 0];
  const w = corner * Math.sqrt(constant / square);
  const damping = linear / (2 * Math.sqrt(constant * square));
  const radius = Math.exp(-damping * w);
  const turn =
    damping <= 1
      ? Math.cos(Math.sqrt(1 - damping * damping) * w)
      : Math.cosh(Math.sqrt(damping * damping - 1) * w);
  return [-2 * radius * turn, radius * radius];
}

/**
 * b0, b1, b2 that give the analog magnitude with these poles.
 *
 * The squared magnitude of 1 + a1 z⁻¹ + a2 z⁻² is A0 φ0 + A1 φ1 + A2 φ2 with φ0 = cos²(w/2), φ1 = sin²(w/2),
 * φ2 = 4 φ0 φ1; likewise B for the zeros, so that B is linear in the squared magnitudes asked for.
 */
function digitalZeros(
  filter: AnalogFilter,
  corner: number,
  a1: number,
  a2: number,
): [number, number, number] {
  const wantedPower = (w: number): number => {
    const high = Math.sin(w / 2) ** 2;
    const low = 1 - high;
    const poles = (1 + a1 + a2) ** 2 * low + (1 - a1 + a2) ** 2 * high - 16 * a2 * low * high;
    return poles * analogPower(filter, w / corner);
  };
  const match = Math.min(corner, HIGHEST_MATCH);
  const matchHigh = Math.sin(match / 2) ** 2;
  const [constant, linear] = filter.zeros;
  if (constant === 0) {
    // High-pass: every zero lies at 0 Hz, and one gain is left to choose.
    const gain = Math.sqrt(wantedPower(match) / (4 * matchHigh) ** (linear === 0 ? 2 : 1));
    return linear === 0 ? [gain, -2 * gain, gain] : [gain, -gain, 0];
  }
  const upperHigh = Math.sin(UPPER_MATCH / 2) ** 2;
  const p0 = wantedPower(0);
  // At each of the two frequencies: B1 + 4 φ0 B2 = (power − B0 φ0) / φ1.
  const atMatch = (wantedPower(match) - p0 * (1 - matchHigh)) / matchHigh;
  const atUpper = (wantedPower(UPPER_MATCH) - p0 * (1 - upperHigh)) / upperHigh;
  const p2 = (atMatch - atUpper) / (4 * (upperHigh - matchHigh));
  const p1 = atMatch - 4 * (1 - matchHigh) * p2;
  const atZero = Math.sqrt(p0);
  const atNyquist = Math.sqrt(Math.max(0, p1));
  const mean = (atZero + atNyquist) / 2;
  const b0 = (mean + Math.sqrt(Math.max(0, mean * mean + p2))) / 2;
  return [b0, (atZero - atNyquist) / 2, -p2 / (4 * b0)];
}

function analogPower({ zeros, poles }: AnalogFilter, relativeFrequency: number): number {
  return power(zeros, relativeFrequency) / power(poles, relativeFrequency);
}

function power([constant, linear, square]: Polynomial, w: number): number {
  return (constant - square * w * w) ** 2 + (linear * w) ** 2;
}
