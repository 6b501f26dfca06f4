import { absoluteSum, kaiserSinc } from './kaiser-sinc.ts';

/**
 * Peaks between the samples: the oversampling detector of ITU-R BS.1770-5 Annex 2, at 4×, with 24-tap
 * Kaiser-sinc kernels in place of the Annex's 12 taps.
 */
const TAPS = 24;
const HALF = TAPS / 2;
/** Flat within 0.05 dB up to 0.42 of the sample rate; a higher beta misses more of white noise near Nyquist. */
const BETA = 4.5;
const [, quarter, middle] = kaiserSinc(4, TAPS, BETA) as [Float64Array, Float64Array, Float64Array];

// The ¾ kernel is the ¼ kernel reversed, so both come from its even half E and odd half O as E ± O,
// and the larger magnitude of the two is |E| + |O|. The ½ kernel is symmetric.
export const EVEN = new Float64Array(HALF);
export const ODD = new Float64Array(HALF);
export const MIDDLE = new Float64Array(HALF);
for (let k = 0; k < HALF; k++) {
  EVEN[k] = (quarter[k] + quarter[TAPS - 1 - k]) / 2;
  ODD[k] = (quarter[k] - quarter[TAPS - 1 - k]) / 2;
  MIDDLE[k] = (middle[k] + middle[TAPS - 1 - k]) / 2;
}

/** Samples before an index that the detector reads. */
export const PEAK_HISTORY = TAPS - 1;

/** Delay of the detector in samples: index i stands for the time from sample i − 12 up to sample i − 11. */
export const PEAK_DELAY = HALF;

/** Covers the rounding of the bounds below. */
export const ROUNDING = 1 + 1e-12;

/** No interpolated value exceeds the largest sample in its window times this. */
export const PEAK_BOUND = Math.max(absoluteSum(quarter), absoluteSum(middle)) * ROUNDING;

/**
 * No 4× value exceeds the larger sample beside it by more than BEND_BOUND times the sharpest bend (second difference) in
 * its window plus STEP_BOUND times the steepest step. A kernel less the straight line between the two samples has no
 * sum; summed up twice it is its answer to bends, and what is left at the end its answer to a slope. Bends are small
 * where bass is steep, so most of loud music need not be interpolated.
 */
const bounds = [answers(quarter), answers(middle)];
export const BEND_BOUND = Math.max(...bounds.map(({ bend }) => bend)) * ROUNDING;
export const STEP_BOUND = Math.max(...bounds.map(({ step }) => step)) * ROUNDING;

function answers(kernel: Float64Array): { bend: number; step: number } {
  let centre = 0;
  for (let k = 0; k < TAPS; k++) centre += kernel[k] * (k - (HALF - 1));
  // The kernel stands for the nearest quarter between the two middle samples.
  const place = Math.round(4 * centre) / 4;
  let sum = 0;
  let twice = 0;
  let bend = 0;
  for (let k = 0; k < TAPS; k++) {
    sum += kernel[k];
    if (k === HALF - 1) sum -= 1 - place;
    if (k === HALF) sum -= place;
    twice += sum;
    bend += Math.abs(twice);
  }
  return { bend, step: Math.abs(twice) };
}

/** Numbers of a search for the highest peak. They live in an array because numbers passed from call to call are boxed. */
export const SEARCH = {
  /** The highest magnitude found so far (linear, ≥ 0). */
  peak: 0,
  /** The most by which a peak can exceed the samples beside it in the windows that are searched; Infinity when not known. */
  rise: 1,
} as const;
export const SEARCH_LENGTH = 2;

/**
 * Raise `search[SEARCH.peak]` to the 4×-oversampled magnitude of `samples` at indices `from` ≤ i < `to`, interpolating
 * only where it can be exceeded. NaN never wins.
 */
export function searchPeak(samples: Float64Array, from: number, to: number, search: Float64Array): void {
  const rise = search[SEARCH.rise];
  let peak = search[SEARCH.peak];
  let enough = (peak - rise) / ROUNDING;
  for (let i = from; i < to; i += 2) {
    const next = i + 1 < to ? i + 1 : i;
    // One comparison after the other: nearly all fail, which the processor foresees, as it cannot foresee a maximum.
    if (
      Math.abs(samples[i - HALF]) <= enough &&
      Math.abs(samples[i - HALF + 1]) <= enough &&
      Math.abs(samples[next - HALF + 1]) <= enough
    )
      continue;
    // Two neighbours at a time, because they share the coefficients; here and not in a function, whose answer would be boxed.
    let even1 = 0;
    let even2 = 0;
    let odd1 = 0;
    let odd2 = 0;
    let middle1 = 0;
    let middle2 = 0;
    for (let k = 0; k < HALF; k++) {
      const early1 = samples[i - PEAK_HISTORY + k];
      const early2 = samples[next - PEAK_HISTORY + k];
      const late1 = samples[i - k];
      const late2 = samples[next - k];
      even1 += EVEN[k] * (early1 + late1);
      even2 += EVEN[k] * (early2 + late2);
      odd1 += ODD[k] * (early1 - late1);
      odd2 += ODD[k] * (early2 - late2);
      middle1 += MIDDLE[k] * (early1 + late1);
      middle2 += MIDDLE[k] * (early2 + late2);
    }
    const found = Math.max(
      Math.abs(samples[i - HALF]),
      Math.abs(even1) + Math.abs(odd1),
      Math.abs(middle1),
      Math.abs(samples[next - HALF]),
      Math.abs(even2) + Math.abs(odd2),
      Math.abs(middle2),
    );
    if (found > peak) {
      peak = found;
      enough = (peak - rise) / ROUNDING;
    }
  }
  search[SEARCH.peak] = peak;
}
