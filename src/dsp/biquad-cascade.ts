import { COEFFICIENTS } from './biquad.ts';

/** Memory of one band: two numbers a channel. */
export const STATES = 4;
const TINY = 1e-30;

/**
 * Two bands in series on a stereo pair, transposed direct form II.
 *
 * Two bands × two channels are four independent recurrences, which keep the processor's multipliers busy where one
 * recurrence would wait for its own result.
 *
 * @param from,to range of samples
 * @param first,second numbers of the bands in the bank
 */
export function processPair(
  left: Float64Array,
  right: Float64Array,
  from: number,
  to: number,
  c: Float64Array,
  z: Float64Array,
  first: number,
  second: number,
): void {
  const k = first * COEFFICIENTS;
  const m = second * COEFFICIENTS;
  const b0 = c[k];
  const b1 = c[k + 1];
  const b2 = c[k + 2];
  const a1 = c[k + 3];
  const a2 = c[k + 4];
  const d0 = c[m];
  const d1 = c[m + 1];
  const d2 = c[m + 2];
  const e1 = c[m + 3];
  const e2 = c[m + 4];
  const o = first * STATES;
  const p = second * STATES;
  let l1 = z[o];
  let l2 = z[o + 1];
  let r1 = z[o + 2];
  let r2 = z[o + 3];
  let m1 = z[p];
  let m2 = z[p + 1];
  let s1 = z[p + 2];
  let s2 = z[p + 3];
  for (let i = from; i < to; i++) {
    const xl = left[i];
    const xr = right[i];
    const yl = b0 * xl + l1;
    const yr = b0 * xr + r1;
    l1 = b1 * xl - a1 * yl + l2;
    r1 = b1 * xr - a1 * yr + r2;
    l2 = b2 * xl - a2 * yl;
    r2 = b2 * xr - a2 * yr;
    const vl = d0 * yl + m1;
    const vr = d0 * yr + s1;
    m1 = d1 * yl - e1 * vl + m2;
    s1 = d1 * yr - e1 * vr + s2;
    m2 = d2 * yl - e2 * vl;
    s2 = d2 * yr - e2 * vr;
    left[i] = vl;
    right[i] = vr;
  }
  z[o] = flush(l1);
  z[o + 1] = flush(l2);
  z[o + 2] = flush(r1);
  z[o + 3] = flush(r2);
  z[p] = flush(m1);
  z[p + 1] = flush(m2);
  z[p + 2] = flush(s1);
  z[p + 3] = flush(s2);
}

/** Three bands in series, as `processPair`: an odd number of bands takes one pass over the samples less. */
export function processTriple(
  left: Float64Array,
  right: Float64Array,
  from: number,
  to: number,
  c: Float64Array,
  z: Float64Array,
  first: number,
  second: number,
  third: number,
): void {
  const k = first * COEFFICIENTS;
  const m = second * COEFFICIENTS;
  const n = third * COEFFICIENTS;
  const b0 = c[k];
  const b1 = c[k + 1];
  const b2 = c[k + 2];
  const a1 = c[k + 3];
  const a2 = c[k + 4];
  const d0 = c[m];
  const d1 = c[m + 1];
  const d2 = c[m + 2];
  const e1 = c[m + 3];
  const e2 = c[m + 4];
  const f0 = c[n];
  const f1 = c[n + 1];
  const f2 = c[n + 2];
  const g1 = c[n + 3];
  const g2 = c[n + 4];
  const o = first * STATES;
  const p = second * STATES;
  const q = third * STATES;
  let l1 = z[o];
  let l2 = z[o + 1];
  let r1 = z[o + 2];
  let r2 = z[o + 3];
  let m1 = z[p];
  let m2 = z[p + 1];
  let s1 = z[p + 2];
  let s2 = z[p + 3];
  let n1 = z[q];
  let n2 = z[q + 1];
  let t1 = z[q + 2];
  let t2 = z[q + 3];
  for (let i = from; i < to; i++) {
    const xl = left[i];
    const xr = right[i];
    const yl = b0 * xl + l1;
    const yr = b0 * xr + r1;
    l1 = b1 * xl - a1 * yl + l2;
    r1 = b1 * xr - a1 * yr + r2;
    l2 = b2 * xl - a2 * yl;
    r2 = b2 * xr - a2 * yr;
    const vl = d0 * yl + m1;
    const vr = d0 * yr + s1;
    m1 = d1 * yl - e1 * vl + m2;
    s1 = d1 * yr - e1 * vr + s2;
    m2 = d2 * yl - e2 * vl;
    s2 = d2 * yr - e2 * vr;
    const wl = f0 * vl + n1;
    const wr = f0 * vr + t1;
    n1 = f1 * vl - g1 * wl + n2;
    t1 = f1 * vr - g1 * wr + t2;
    n2 = f2 * vl - g2 * wl;
    t2 = f2 * vr - g2 * wr;
    left[i] = wl;
    right[i] = wr;
  }
  z[o] = flush(l1);
  z[o + 1] = flush(l2);
  z[o + 2] = flush(r1);
  z[o + 3] = flush(r2);
  z[p] = flush(m1);
  z[p + 1] = flush(m2);
  z[p + 2] = flush(s1);
  z[p + 3] = flush(s2);
  z[q] = flush(n1);
  z[q + 1] = flush(n2);
  z[q + 2] = flush(t1);
  z[q + 3] = flush(t2);
}

/** One band on a stereo pair, transposed direct form II. */
export function processBand(
  left: Float64Array,
  right: Float64Array,
  from: number,
  to: number,
  c: Float64Array,
  z: Float64Array,
  band: number,
): void {
  const k = band * COEFFICIENTS;
  const b0 = c[k];
  const b1 = c[k + 1];
  const b2 = c[k + 2];
  const a1 = c[k + 3];
  const a2 = c[k + 4];
  const o = band * STATES;
  let l1 = z[o];
  let l2 = z[o + 1];
  let r1 = z[o + 2];
  let r2 = z[o + 3];
  for (let i = from; i < to; i++) {
    const xl = left[i];
    const xr = right[i];
    const yl = b0 * xl + l1;
    const yr = b0 * xr + r1;
    l1 = b1 * xl - a1 * yl + l2;
    r1 = b1 * xr - a1 * yr + r2;
    l2 = b2 * xl - a2 * yl;
    r2 = b2 * xr - a2 * yr;
    left[i] = yl;
    right[i] = yr;
  }
  z[o] = flush(l1);
  z[o + 1] = flush(l2);
  z[o + 2] = flush(r1);
  z[o + 3] = flush(r2);
}

/** Decaying filter memory becomes exact silence instead of denormals, which some processors compute very slowly. */
function flush(value: number): number {
  return value < TINY && value > -TINY ? 0 : value;
}
