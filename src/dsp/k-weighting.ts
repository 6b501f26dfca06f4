/**
 * K-weighting of ITU-R BS.1770-5 Annex 1 (head shelf, then RLB high-pass) for any sample rate.
 *
 * The standard prints coefficients for 48 kHz only. These are the analogue corner, Q and gain that give them back
 * through the bilinear transform (De Man, "Evaluation of implementations of the EBU R128 loudness measurement",
 * AES 145, 2018), transformed again for the rate at hand.
 */
const SHELF_HZ = 1681.974450955533;
const SHELF_Q = 0.7071752369554196;
const SHELF_GAIN_DB = 3.999843853973347;
const SHELF_MIDBAND_EXPONENT = 0.4996667741545416;
const HIGH_PASS_HZ = 38.13547087602444;
const HIGH_PASS_Q = 0.5003270373238773;

/** Values of filter state held for each channel. */
export const K_STATE_LENGTH = 4;

/**
 * Seven coefficients: shelf b0, b1, b2, a1, a2 (a0 = 1), then high-pass a1, a2 (its numerator is 1, −2, 1).
 */
export function kWeighting(sampleRate: number): Float64Array {
  const k = Math.tan((Math.PI * SHELF_HZ) / sampleRate);
  const high = Math.pow(10, SHELF_GAIN_DB / 20);
  const mid = Math.pow(high, SHELF_MIDBAND_EXPONENT);
  const a0 = 1 + k / SHELF_Q + k * k;
  const h = Math.tan((Math.PI * HIGH_PASS_HZ) / sampleRate);
  const highPassA0 = highPassNormaliser(sampleRate);
  // Table 2 leaves its numerator undivided by a0, which adds 0.04 dB at 48 kHz; keep that gain at every rate.
  const gain = highPassNormaliser(48000) / highPassA0 / a0;
  return Float64Array.of(
    (high + (mid * k) / SHELF_Q + k * k) * gain,
    2 * (k * k - high) * gain,
    (high - (mid * k) / SHELF_Q + k * k) * gain,
    (2 * (k * k - 1)) / a0,
    (1 - k / SHELF_Q + k * k) / a0,
    (2 * (h * h - 1)) / highPassA0,
    (1 - h / HIGH_PASS_Q + h * h) / highPassA0,
  );
}

function highPassNormaliser(sampleRate: number): number {
  const h = Math.tan((Math.PI * HIGH_PASS_HZ) / sampleRate);
  return 1 + h / HIGH_PASS_Q + h * h;
}

/**
 * Sum of squares of K-weighted samples `from` ≤ i < `to` of one channel.
 * `state` holds this channel's K_STATE_LENGTH values from `offset` on and is updated.
 */
export function kWeightedEnergy(
  samples: ArrayLike<number>,
  from: number,
  to: number,
  coefficients: Float64Array,
  state: Float64Array,
  offset: number,
): number {
  const b0 = coefficients[0];
  const b1 = coefficients[1];
  const b2 = coefficients[2];
  const a1 = coefficients[3];
  const a2 = coefficients[4];
  const c1 = coefficients[5];
  const c2 = coefficients[6];
  let shelf1 = state[offset];
  let shelf2 = state[offset + 1];
  let pass1 = state[offset + 2];
  let pass2 = state[offset + 3];
  let energy = 0;
  for (let i = from; i < to; i++) {
    const x = samples[i];
    const y = b0 * x + shelf1;
    shelf1 = b1 * x + shelf2 - a1 * y;
    shelf2 = b2 * x - a2 * y;
    const z = y + pass1;
    pass1 = pass2 - 2 * y - c1 * z;
    pass2 = y - c2 * z;
    energy += z * z;
  }
  state[offset] = shelf1;
  state[offset + 1] = shelf2;
  state[offset + 2] = pass1;
  state[offset + 3] = pass2;
  return energy;
}

/** As kWeightedEnergy for two channels at once, weighted and summed: the two recurrences overlap in the processor. */
export function kWeightedStereoEnergy(
  left: ArrayLike<number>,
  right: ArrayLike<number>,
  from: number,
  to: number,
  coefficients: Float64Array,
  state: Float64Array,
  leftWeight: number,
  rightWeight: number,
): number {
  const b0 = coefficients[0];
  const b1 = coefficients[1];
  const b2 = coefficients[2];
  const a1 = coefficients[3];
  const a2 = coefficients[4];
  const c1 = coefficients[5];
  const c2 = coefficients[6];
  let shelf1L = state[0];
  let shelf2L = state[1];
  let pass1L = state[2];
  let pass2L = state[3];
  let shelf1R = state[4];
  let shelf2R = state[5];
  let pass1R = state[6];
  let pass2R = state[7];
  let energyL = 0;
  let energyR = 0;
  for (let i = from; i < to; i++) {
    const xL = left[i];
    const xR = right[i];
    const yL = b0 * xL + shelf1L;
    const yR = b0 * xR + shelf1R;
    // y enters last: what waits for the sample before it is as short as can be.
    shelf1L = b1 * xL + shelf2L - a1 * yL;
    shelf1R = b1 * xR + shelf2R - a1 * yR;
    shelf2L = b2 * xL - a2 * yL;
    shelf2R = b2 * xR - a2 * yR;
    const zL = yL + pass1L;
    const zR = yR + pass1R;
    pass1L = pass2L - 2 * yL - c1 * zL;
    pass1R = pass2R - 2 * yR - c1 * zR;
    pass2L = yL - c2 * zL;
    pass2R = yR - c2 * zR;
    energyL += zL * zL;
    energyR += zR * zR;
  }
  state[0] = shelf1L;
  state[1] = shelf2L;
  state[2] = pass1L;
  state[3] = pass2L;
  state[4] = shelf1R;
  state[5] = shelf2R;
  state[6] = pass1R;
  state[7] = pass2R;
  return leftWeight * energyL + rightWeight * energyR;
}

/** Zero whatever has decayed towards denormals (slow arithmetic) or is not a usable number (bad input). */
export function settleState(state: Float64Array): void {
  for (let i = 0; i < state.length; i++) {
    const magnitude = Math.abs(state[i]);
    if (!(magnitude > 1e-30 && magnitude < 1e30)) state[i] = 0;
  }
}
