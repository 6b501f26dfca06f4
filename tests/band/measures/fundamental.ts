import { decimate } from './decimation.ts';
import { SAMPLE_RATE_HZ } from '../../../src/band/signal/sample-rate.ts';

const FACTOR = 3;
const RATE_HZ = SAMPLE_RATE_HZ / FACTOR;
const WINDOW = 640;
const HOP = 160;
/** Window and longest lag, with room to spare. */
const SPAN = 1024;
/** 16 kHz / 20 = 800 Hz down to 16 kHz / 230 = 70 Hz. */
const SHORTEST_LAG = 20;
const LONGEST_LAG = 230;
const DIP = 0.15;
const SILENCE = 1e-7;

/** Frames of the original rate from one estimate to the next (10 ms), and from its start to its middle. */
export const STEP_FRAMES = HOP * FACTOR;
export const MIDDLE_FRAMES = (SPAN * FACTOR) / 2;

export interface Fundamental {
  /** Hz; 0 in silence. */
  hz: number;
  /** 0–1: what does not repeat from period to period, of power. */
  aperiodicity: number;
  /** Mean square of the 40 ms. */
  power: number;
}

/** The fundamental every 10 ms, by YIN (de Cheveigné & Kawahara 2002) on 40 ms at 16 kHz. */
export function trackFundamental(samples: Float32Array): Fundamental[] {
  const low = decimate(samples, FACTOR);
  const found: Fundamental[] = [];
  for (let start = 0; start + SPAN < low.length; start += HOP) found.push(estimate(low, start));
  return found;
}

function estimate(low: Float32Array, start: number): Fundamental {
  let energy = 0;
  for (let i = start; i < start + WINDOW; i++) energy += low[i] ** 2;
  const power = energy / WINDOW;
  if (energy < SILENCE) return { hz: 0, aperiodicity: 1, power };
  const dips = normalisedDifference(low, start);
  let lag = dips.findIndex((dip, i) => i >= SHORTEST_LAG && i < LONGEST_LAG && dip < DIP);
  if (lag >= 0) while (lag + 1 < LONGEST_LAG && dips[lag + 1] < dips[lag]) lag++;
  else lag = lowestFrom(dips, SHORTEST_LAG, LONGEST_LAG);
  const [before, at, after] = [dips[lag - 1], dips[lag], dips[lag + 1]];
  const bend = before - 2 * at + after;
  const offset = Math.abs(bend) > 1e-9 ? Math.max(-1, Math.min(1, (0.5 * (before - after)) / bend)) : 0;
  return { hz: RATE_HZ / (lag + offset), aperiodicity: Math.max(1e-4, Math.min(1, at)), power };
}

/** Cumulative-mean-normalised difference, lags 0 to one beyond the longest. */
function normalisedDifference(low: Float32Array, start: number): Float64Array {
  const dips = new Float64Array(LONGEST_LAG + 2).fill(1);
  let sum = 0;
  for (let lag = 1; lag < dips.length; lag++) {
    let difference = 0;
    for (let i = start; i < start + WINDOW; i++) difference += (low[i] - low[i + lag]) ** 2;
    sum += difference;
    dips[lag] = (difference * lag) / Math.max(sum, 1e-12);
  }
  return dips;
}

function lowestFrom(values: Float64Array, from: number, to: number): number {
  let lowest = from;
  for (let i = from; i < to; i++) if (values[i] < values[lowest]) lowest = i;
  return lowest;
}
