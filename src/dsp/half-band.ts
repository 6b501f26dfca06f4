/*
 * Oversampling by two: linear-phase half-band FIRs, of which every second tap is 0 and the centre is ½, so that one output
 * of two is a sample of the input and the other a sum over pairs of taps (P. P. Vaidyanathan, "Multirate Systems and
 * Filter Banks", 1993, §4.6).
 *
 * A kernel holds the taps of the pairs, nearest first. Buffers hold the past before index `from`. Samples are made in
 * fours, so that up to three more than asked for are written; they mean nothing.
 */

/**
 * Pairs of taps for a half-band with a wide transition: exact at the Chebyshev nodes of the pass band, which comes close
 * to the smallest largest error.
 *
 * @param passband highest frequency to keep, as a share of the lower of the two rates; well below ½
 */
export function wideHalfBand(pairs: number, passband: number): Float64Array {
  const rows = Array.from({ length: pairs }, (_, j) => {
    const w = 2 * Math.PI * passband * Math.cos(((2 * j + 1) * Math.PI) / (4 * pairs));
    return [...Array.from({ length: pairs }, (_, k) => 2 * Math.cos((k + 0.5) * w)), 1];
  });
  // Gauss-Jordan; the last column becomes the answer.
  for (let c = 0; c < pairs; c++) {
    const pivot = rows[c].map((value) => value / rows[c][c]);
    for (let r = 0; r < pairs; r++) {
      const factor = rows[r][c];
      rows[r] = r === c ? pivot : rows[r].map((value, k) => value - factor * pivot[k]);
    }
  }
  return Float64Array.from(rows, (row) => row[pairs]);
}

/** Samples of the past that are read by `interpolate` (low rate) and `decimate` (high rate). */
export const interpolationHistory = (pairs: number): number => 2 * pairs - 1;
export const decimationHistory = (pairs: number): number => 4 * pairs - 3;

/** Write 2 · `count` samples from `to` on; they come `pairs` − ½ low-rate samples late. */
export function interpolate(
  kernel: Float64Array,
  source: Float64Array,
  from: number,
  target: Float64Array,
  to: number,
  count: number,
): void {
  const pairs = kernel.length;
  // Four outputs at a time: each sample is loaded once and handed from pair to pair.
  for (let i = 0; i < count; i += 4) {
    const next = from + i - pairs + 1;
    const o = to + 2 * i;
    let b0 = source[next - 1];
    let b1 = source[next];
    let b2 = source[next + 1];
    let b3 = source[next + 2];
    let a0 = b1;
    let a1 = b2;
    let a2 = b3;
    let a3 = source[next + 3];
    target[o + 1] = a0;
    target[o + 3] = a1;
    target[o + 5] = a2;
    target[o + 7] = a3;
    const nearest = kernel[0];
    let s0 = nearest * (b0 + a0);
    let s1 = nearest * (b1 + a1);
    let s2 = nearest * (b2 + a2);
    let s3 = nearest * (b3 + a3);
    for (let k = 1; k < pairs; k++) {
      b3 = b2;
      b2 = b1;
      b1 = b0;
      b0 = source[next - 1 - k];
      a0 = a1;
      a1 = a2;
      a2 = a3;
      a3 = source[next + 3 + k];
      const tap = kernel[k];
      s0 += tap * (b0 + a0);
      s1 += tap * (b1 + a1);
      s2 += tap * (b2 + a2);
      s3 += tap * (b3 + a3);
    }
    target[o] = s0;
    target[o + 2] = s1;
    target[o + 4] = s2;
    target[o + 6] = s3;
  }
}

/** Write `count` samples from `to` on out of 2 · `count`; they come 2 · `pairs` − 2 high-rate samples late. */
export function decimate(
  kernel: Float64Array,
  source: Float64Array,
  from: number,
  target: Float64Array,
  to: number,
  count: number,
): void {
  const pairs = kernel.length;
  for (let i = 0; i < count; i += 4) {
    const centre = from + 2 * i + 2 - 2 * pairs;
    let b0 = source[centre - 1];
    let b1 = source[centre + 1];
    let b2 = source[centre + 3];
    let b3 = source[centre + 5];
    let a0 = b1;
    let a1 = b2;
    let a2 = b3;
    let a3 = source[centre + 7];
    const nearest = kernel[0];
    let s0 = source[centre] + nearest * (b0 + a0);
    let s1 = source[centre + 2] + nearest * (b1 + a1);
    let s2 = source[centre + 4] + nearest * (b2 + a2);
    let s3 = source[centre + 6] + nearest * (b3 + a3);
    for (let k = 1; k < pairs; k++) {
      b3 = b2;
      b2 = b1;
      b1 = b0;
      b0 = source[centre - 1 - 2 * k];
      a0 = a1;
      a1 = a2;
      a2 = a3;
      a3 = source[centre + 7 + 2 * k];
      const tap = kernel[k];
      s0 += tap * (b0 + a0);
      s1 += tap * (b1 + a1);
      s2 += tap * (b2 + a2);
      s3 += tap * (b3 + a3);
    }
    target[to + i] = 0.5 * s0;
    target[to + i + 1] = 0.5 * s1;
    target[to + i + 2] = 0.5 * s2;
    target[to + i + 3] = 0.5 * s3;
  }
}
