import { BUTTERWORTH_Q, COEFFICIENTS, designBiquad, type BiquadShape } from '../../dsp/biquad.ts';
import { SAMPLE_RATE_HZ } from './sample-rate.ts';

/** Coefficients b0, b1, b2, a1, a2 of one second-order section. */
export type Section = Float64Array;

export const lowPass = (frequencyHz: number, q = BUTTERWORTH_Q): Section =>
  design('lowPass', frequencyHz, 0, q);

export const highPass = (frequencyHz: number, q = BUTTERWORTH_Q): Section =>
  design('highPass', frequencyHz, 0, q);

export const bell = (frequencyHz: number, q: number, gainDb: number): Section =>
  design('bell', frequencyHz, gainDb, q);

export const lowShelf = (frequencyHz: number, gainDb: number): Section =>
  design('lowShelf', frequencyHz, gainDb, BUTTERWORTH_Q);

export const highShelf = (frequencyHz: number, gainDb: number): Section =>
  design('highShelf', frequencyHz, gainDb, BUTTERWORTH_Q);

function design(shape: BiquadShape, frequencyHz: number, gainDb: number, q: number): Section {
  const section = new Float64Array(COEFFICIENTS);
  designBiquad(section, 0, shape, SAMPLE_RATE_HZ, frequencyHz, gainDb, q);
  return section;
}

/** A filtered copy; the sections run in series (transposed direct form II) from silence. */
export function filter(samples: Float32Array, ...sections: Section[]): Float32Array {
  const out = Float32Array.from(samples);
  for (const section of sections) {
    const [b0, b1, b2, a1, a2] = section;
    let z1 = 0;
    let z2 = 0;
    for (let i = 0; i < out.length; i++) {
      const x = out[i];
      const y = b0 * x + z1;
      z1 = b1 * x - a1 * y + z2;
      z2 = b2 * x - a2 * y;
      out[i] = y;
    }
  }
  return out;
}
