import { COEFFICIENTS } from './biquad.ts';

/*
 * Sections of first or second order in series, transposed direct form II with the output put into the memories'
 * equations:
 *
 *   y  = b0 x + s1
 *   s1 ← k1 x − a1 s1 + s2      k1 = b1 − a1 b0
 *   s2 ← k2 x − a2 s1           k2 = b2 − a2 b0
 *
 * A section then waits for itself through one multiplication and one addition instead of two additions more, and one
 * that is the identity (b = a) has k1 = k2 = 0: it changes no bit, wherever its poles are.
 *
 * A bank is one array of [b0, k1, k2, a1, a2] a section. The kernels are as large as sixteen floating-point registers
 * allow: three sections at once, or two on two channels, take longer than one after the other.
 */

/** Memory of one section: s1 and s2 of the left channel, then of the right. */
export const STATES = 4;
/** Of one channel. */
const CHANNEL_STATES = 2;
const TINY = 1e-30;

/** Write sections given as [b0, b1, b2, a1, a2] in the form that the kernels for standing sections take. */
export function toBank(coefficients: Float64Array, bank: Float64Array): void {
  for (let k = 0; k < bank.length; k += COEFFICIENTS) {
    const b0 = coefficients[k];
    const a1 = coefficients[k + 3];
    const a2 = coefficients[k + 4];
    bank[k] = b0;
    bank[k + 1] = coefficients[k + 1] - a1 * b0;
    bank[k + 2] = coefficients[k + 2] - a2 * b0;
    bank[k + 3] = a1;
    bank[k + 4] = a2;
  }
}

/**
 * Two sections in series on one channel.
 *
 * @param from,to range of samples
 * @param first,second places of the sections in the bank
 * @param channel 0 left, 1 right: whose memory to use
 */
export function processPair(
  samples: Float64Array,
  from: number,
  to: number,
  bank: Float64Array,
  state: Float64Array,
  first: number,
  second: number,
  channel: number,
): void {
  const k = first * COEFFICIENTS;
  const b0 = bank[k];
  const k1 = bank[k + 1];
  const k2 = bank[k + 2];
  const a1 = bank[k + 3];
  const a2 = bank[k + 4];
  const m = second * COEFFICIENTS;
  const d0 = bank[m];
  const m1 = bank[m + 1];
  const m2 = bank[m + 2];
  const c1 = bank[m + 3];
  const c2 = bank[m + 4];
  const s = first * STATES + channel * CHANNEL_STATES;
  const t = second * STATES + channel * CHANNEL_STATES;
  let s1 = state[s];
  let s2 = state[s + 1];
  let t1 = state[t];
  let t2 = state[t + 1];
  for (let i = from; i < to; i++) {
    const x = samples[i];
    const y = b0 * x + s1;
    const next1 = k1 * x + s2 - a1 * s1;
    s2 = k2 * x - a2 * s1;
    s1 = next1;
    samples[i] = d0 * y + t1;
    const next2 = m1 * y + t2 - c1 * t1;
    t2 = m2 * y - c2 * t1;
    t1 = next2;
  }
  state[s] = flush(s1);
  state[s + 1] = flush(s2);
  state[t] = flush(t1);
  state[t + 1] = flush(t2);
}

/** One section on one channel. */
export function processSingle(
  samples: Float64Array,
  from: number,
  to: number,
  bank: Float64Array,
  state: Float64Array,
  section: number,
  channel: number,
): void {
  const k = section * COEFFICIENTS;
  const b0 = bank[k];
  const k1 = bank[k + 1];
  const k2 = bank[k + 2];
  const a1 = bank[k + 3];
  const a2 = bank[k + 4];
  const s = section * STATES + channel * CHANNEL_STATES;
  let s1 = state[s];
  let s2 = state[s + 1];
  for (let i = from; i < to; i++) {
    const x = samples[i];
    samples[i] = b0 * x + s1;
    const next = k1 * x + s2 - a1 * s1;
    s2 = k2 * x - a2 * s1;
    s1 = next;
  }
  state[s] = flush(s1);
  state[s + 1] = flush(s2);
}

/** One section on both channels: two recurrences that do not wait for each other. */
export function processSingleStereo(
  left: Float64Array,
  right: Float64Array,
  from: number,
  to: number,
  bank: Float64Array,
  state: Float64Array,
  section: number,
): void {
  const k = section * COEFFICIENTS;
  const b0 = bank[k];
  const k1 = bank[k + 1];
  const k2 = bank[k + 2];
  const a1 = bank[k + 3];
  const a2 = bank[k + 4];
  const s = section * STATES;
  let l1 = state[s];
  let l2 = state[s + 1];
  let r1 = state[s + 2];
  let r2 = state[s + 3];
  for (let i = from; i < to; i++) {
    const x = left[i];
    left[i] = b0 * x + l1;
    const nextLeft = k1 * x + l2 - a1 * l1;
    l2 = k2 * x - a2 * l1;
    l1 = nextLeft;
    const u = right[i];
    right[i] = b0 * u + r1;
    const nextRight = k1 * u + r2 - a1 * r1;
    r2 = k2 * u - a2 * r1;
    r1 = nextRight;
  }
  state[s] = flush(l1);
  state[s + 1] = flush(l2);
  state[s + 2] = flush(r1);
  state[s + 3] = flush(r2);
}

/**
 * One section on one channel on its way from some coefficients [b0, b1, b2, a1, a2] to others, which keeps the gain at
 * 0 Hz and at half the rate where both have the same. Its memory is that of the other kernels.
 *
 * @param weights for each sample of the range, from its start: 0 = `start`, 1 = `target`
 */
export function processMoving(
  samples: Float64Array,
  from: number,
  to: number,
  start: Float64Array,
  target: Float64Array,
  weights: Float64Array,
  state: Float64Array,
  section: number,
  channel: number,
): void {
  const k = section * COEFFICIENTS;
  const b0 = start[k];
  const b1 = start[k + 1];
  const b2 = start[k + 2];
  const a1 = start[k + 3];
  const a2 = start[k + 4];
  const toB0 = target[k] - b0;
  const toB1 = target[k + 1] - b1;
  const toB2 = target[k + 2] - b2;
  const toA1 = target[k + 3] - a1;
  const toA2 = target[k + 4] - a2;
  const s = section * STATES + channel * CHANNEL_STATES;
  let s1 = state[s];
  let s2 = state[s + 1];
  for (let i = from; i < to; i++) {
    const weight = weights[i - from];
    const x = samples[i];
    const y = (b0 + weight * toB0) * x + s1;
    s1 = (b1 + weight * toB1) * x - (a1 + weight * toA1) * y + s2;
    s2 = (b2 + weight * toB2) * x - (a2 + weight * toA2) * y;
    samples[i] = y;
  }
  state[s] = flush(s1);
  state[s + 1] = flush(s2);
}

/** Decaying memory becomes exact silence instead of denormals, which some processors compute very slowly. */
function flush(value: number): number {
  return value < TINY && value > -TINY ? 0 : value;
}
