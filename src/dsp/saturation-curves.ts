/*
 * The curves of the saturator, without memory, and with first- or second-order antiderivative antialiasing: J. Parker,
 * V. Zavalishin, E. Le Bivic, "Reducing the aliasing of nonlinear waveshaping using continuous-time convolution",
 * DAFx-16, 2016; S. Bilbao, F. Esqueda, J. Parker, V. Välimäki, "Antiderivative antialiasing for memoryless
 * nonlinearities", IEEE Signal Processing Letters 24(7), 2017. The signal is taken as straight lines between samples,
 * the curve applied to the lines, and the result averaged over the time around each sample.
 */

/** A static curve, in terms of the input x: scale · (f(gain · x + bias) − f(bias) − linear · gain · x). */
export interface Curve {
  /** f clips hard at ±1 (and takes no bias) instead of bending towards ±1. */
  readonly hard: boolean;
  readonly gain: number;
  readonly bias: number;
  /** Share of the driven input that is taken away, to leave only what the curve adds. */
  readonly linear: number;
  readonly scale: number;
}

/** y = x / √(1 + x²): slope 1 at 0, bends towards ±1. */
export function soft(x: number): number {
  return x / Math.sqrt(1 + x * x);
}

/** Slope of `soft`. */
export function softSlope(x: number): number {
  return Math.pow(1 + x * x, -1.5);
}

/** The curve at one input, without any antialiasing. */
export function curveAt({ hard, gain, bias, linear, scale }: Curve, x: number): number {
  const driven = gain * x;
  const bent = hard ? Math.min(1, Math.max(-1, driven)) : soft(driven + bias) - soft(bias);
  return scale * (bent - linear * driven);
}

/**
 * Shape `count` samples of `source` from `from` on into `target` from `to` on, one sample late.
 * Reads two samples before `from`, and keeps no state of its own.
 */
export function shape(
  curve: Curve,
  source: Float64Array,
  from: number,
  target: Float64Array,
  to: number,
  count: number,
): void {
  if (curve.hard) shapeHard(curve, source, from, target, to, count);
  else shapeSoft(curve, source, from, target, to, count);
}

/**
 * The mean of f over a straight line from a to b is (F(b) − F(a)) / (b − a), and with F = √(1 + x²) that is
 * (a + b) / (√(1 + a²) + √(1 + b²)): nothing cancels, however close a and b are.
 * Two of them averaged are centred on a sample.
 */
function shapeSoft(
  { gain, bias, linear, scale }: Curve,
  source: Float64Array,
  from: number,
  target: Float64Array,
  to: number,
  count: number,
): void {
  const rest = soft(bias);
  const halfScale = 0.5 * scale;
  const taken = 0.25 * scale * linear;
  let x0 = gain * source[from - 2];
  let x1 = gain * source[from - 1];
  let root = Math.sqrt(1 + (x1 + bias) * (x1 + bias));
  let mean = (x0 + x1 + 2 * bias) / (Math.sqrt(1 + (x0 + bias) * (x0 + bias)) + root) - rest;
  for (let i = 0; i < count; i++) {
    const x2 = gain * source[from + i];
    const nextRoot = Math.sqrt(1 + (x2 + bias) * (x2 + bias));
    const nextMean = (x1 + x2 + 2 * bias) / (root + nextRoot) - rest;
    target[to + i] = halfScale * (mean + nextMean) - taken * (x0 + 2 * x1 + x2);
    x0 = x1;
    x1 = x2;
    root = nextRoot;
    mean = nextMean;
  }
}

/**
 * Second order: the mean over the lines on both sides of a sample, weighted by a triangle. A hard clip is x minus what
 * is above 1, minus what is below −1.
 */
function shapeHard(
  { gain, linear, scale }: Curve,
  source: Float64Array,
  from: number,
  target: Float64Array,
  to: number,
  count: number,
): void {
  const kept = (1 - linear) / 6;
  let x0 = gain * source[from - 2];
  let x1 = gain * source[from - 1];
  for (let i = 0; i < count; i++) {
    const x2 = gain * source[from + i];
    let y = kept * (x0 + 4 * x1 + x2);
    if (x0 > 1 || x1 > 1 || x2 > 1) y -= excess(x1 - 1, x0 - 1) + excess(x1 - 1, x2 - 1);
    if (x0 < -1 || x1 < -1 || x2 < -1) y += excess(-1 - x1, -1 - x0) + excess(-1 - x1, -1 - x2);
    target[to + i] = scale * y;
    x0 = x1;
    x1 = x2;
  }
}

/** ∫ (1 − t) · max(0, line from `near` to `far`) dt for t = 0 … 1, in forms that do not cancel. */
function excess(near: number, far: number): number {
  if (near <= 0) {
    if (far <= 0) return 0;
    const share = far / (far - near);
    return (far * share * share) / 6;
  }
  if (far >= 0) return (2 * near + far) / 6;
  const share = near / (near - far);
  return (near * share * (3 - share)) / 6;
}
