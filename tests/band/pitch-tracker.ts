import { SAMPLE_RATE_HZ } from '../../src/band/signal/sample-rate.ts';

const WINDOW = 1920;
const HOP = 480;
const LOWEST_HZ = 130;
const HIGHEST_HZ = 900;
const THRESHOLD = 0.1;

/**
 * Fundamental in Hz every 10 ms, NaN where there is none: YIN (de Cheveigné & Kawahara 2002), steps 2 to 5, on 40 ms windows.
 */
export function trackPitch(samples: Float32Array): number[] {
  const longest = Math.ceil(SAMPLE_RATE_HZ / LOWEST_HZ);
  const found: number[] = [];
  for (let start = 0; start + WINDOW + longest + 1 < samples.length; start += HOP) {
    const difference = normalisedDifference(samples.subarray(start, start + WINDOW + longest + 1), longest);
    found.push(SAMPLE_RATE_HZ / bestLag(difference));
  }
  return found;
}

/** Cumulative-mean-normalised difference for lags 0 to `longest`. */
function normalisedDifference(samples: Float32Array, longest: number): Float64Array {
  const difference = new Float64Array(longest + 1).fill(1);
  let sum = 0;
  for (let lag = 1; lag <= longest; lag++) {
    let d = 0;
    for (let i = 0; i < WINDOW; i++) d += (samples[i] - samples[i + lag]) ** 2;
    sum += d;
    difference[lag] = sum > 0 ? (d * lag) / sum : 1;
  }
  return difference;
}

/** First dip below the threshold, refined by a parabola; NaN if nothing repeats. */
function bestLag(difference: Float64Array): number {
  const shortest = Math.floor(SAMPLE_RATE_HZ / HIGHEST_HZ);
  let lag = difference.findIndex((d, i) => i >= shortest && d < THRESHOLD);
  if (lag < 0) return NaN;
  while (lag + 1 < difference.length - 1 && difference[lag + 1] < difference[lag]) lag++;
  const [before, at, after] = [difference[lag - 1], difference[lag], difference[lag + 1]];
  const curvature = before - 2 * at + after;
  return lag + (curvature > 0 ? (0.5 * (before - after)) / curvature : 0);
}
