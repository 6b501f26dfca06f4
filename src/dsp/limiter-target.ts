import {
  BEND_BOUND,
  EVEN,
  MIDDLE,
  ODD,
  PEAK_BOUND,
  PEAK_DELAY,
  PEAK_HISTORY,
  ROUNDING,
  STEP_BOUND,
} from './interpolated-peak.ts';

/**
 * Between two 4× samples a band-limited crest rises by at most 1 / cos(π / 8) = 1.0824 (ITU-R BS.1770-5 Annex 2,
 * attachment 1).
 */
const CREST_RISE = 1.083;

/**
 * Write the gain that brings each stretch between two samples of both channels to `limit`, 1 where it is below.
 * Index i of the channels stands for the time from sample i − 12 up to sample i − 11.
 *
 * @param from,to range of `gains`; the channels are read PEAK_HISTORY places later, and from there PEAK_HISTORY back
 * @returns false if all gains are 1
 */
export function writeTargetGains(
  left: Float64Array,
  right: Float64Array,
  from: number,
  to: number,
  limit: number,
  gains: Float64Array,
): boolean {
  const loudest = Math.max(loudestOf(left, from, to), right === left ? 0 : loudestOf(right, from, to));
  if (loudest * PEAK_BOUND * CREST_RISE <= limit) {
    for (let i = from; i < to; i++) gains[i] = 1;
    return false;
  }
  for (let i = from; i < to; i++) gains[i] = limit;
  raiseToPeaks(left, from, to, limit, gains);
  if (right !== left) raiseToPeaks(right, from, to, limit, gains);
  let limiting = false;
  for (let i = from; i < to; i++) {
    const peak = gains[i];
    if (peak > limit) {
      gains[i] = limit / peak;
      limiting = true;
    } else {
      gains[i] = 1;
    }
  }
  return limiting;
}

/**
 * Raise `peaks` to what this channel reaches between its samples, where that is above `limit`.
 *
 * Peaks are read at 4×, and crests between those by parabolas, so that less is left over than the 0.69 dB that 4× alone
 * can miss. The loop is whole, because a call for every sample would cost as much as its work.
 */
function raiseToPeaks(
  samples: Float64Array,
  from: number,
  to: number,
  limit: number,
  peaks: Float64Array,
): void {
  const even = EVEN;
  const odd = ODD;
  const middle = MIDDLE;
  let steepest = 0;
  let sharpest = 0;
  let before = samples[from + 1] - samples[from];
  for (let k = from + 2; k < to + PEAK_HISTORY; k++) {
    const step = samples[k] - samples[k - 1];
    const bend = Math.abs(step - before);
    if (bend > sharpest) sharpest = bend;
    if (Math.abs(before) > steepest) steepest = Math.abs(before);
    before = step;
  }
  if (Math.abs(before) > steepest) steepest = Math.abs(before);
  // A stretch whose ends stay below this cannot reach the limit between them.
  const enough = (limit / CREST_RISE - sharpest * BEND_BOUND - steepest * STEP_BOUND) / ROUNDING;
  for (let i = from; i < to; i++) {
    const index = PEAK_HISTORY + i;
    const a = samples[index - PEAK_DELAY];
    const e = samples[index - PEAK_DELAY + 1];
    // Two comparisons, which the processor foresees, and not a maximum, which it cannot.
    if (Math.abs(a) <= enough && Math.abs(e) <= enough) continue;
    let evenSum = 0;
    let oddSum = 0;
    let c = 0;
    for (let k = 0; k < PEAK_DELAY; k++) {
      const early = samples[i + k];
      const late = samples[index - k];
      evenSum += even[k] * (early + late);
      oddSum += odd[k] * (early - late);
      c += middle[k] * (early + late);
    }
    let peak = Math.max(Math.abs(a), Math.abs(e), Math.abs(evenSum) + Math.abs(oddSum), Math.abs(c));
    if (peak * CREST_RISE > limit) {
      const b = evenSum + oddSum;
      const d = evenSum - oddSum;
      if (turns(a, b, c, d, e)) peak = Math.max(peak, crest(a, b, c, d, e));
    }
    if (peak > peaks[i]) peaks[i] = peak;
  }
}

/** Whether the curve through five equally spaced values has a crest or a trough: its slopes at the ends differ in sign. */
function turns(a: number, b: number, c: number, d: number, e: number): boolean {
  return (4 * b - 3 * a - c) * (c - 4 * d + 3 * e) <= 0;
}

/** Largest magnitude at the vertices of the parabolas through three neighbours of five values; 0 if there is none. */
function crest(a: number, b: number, c: number, d: number, e: number): number {
  return Math.max(vertex(a, b, c), vertex(b, c, d), vertex(c, d, e));
}

/** Magnitude of the vertex of the parabola through three values, 0 if it does not lie between the outer two. */
function vertex(before: number, here: number, after: number): number {
  const bend = before - 2 * here + after;
  const tilt = (after - before) / 2;
  return Math.abs(tilt) < Math.abs(bend) ? Math.abs(here - (tilt * tilt) / (2 * bend)) : 0;
}

function loudestOf(samples: Float64Array, from: number, to: number): number {
  let loudest = 0;
  for (let k = from; k < to + PEAK_HISTORY; k++) {
    const size = Math.abs(samples[k]);
    if (size > loudest) loudest = size;
  }
  return loudest;
}
