/** Modified Bessel function of the first kind, order 0, by its power series (Abramowitz & Stegun 9.6.12). */
function besselI0(x: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; k < 60; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

/**
 * A band-limited interpolator, split into one FIR per fraction of a sample.
 *
 * `kernels[p][k]` (k = 0 … taps − 1, oldest sample first) weighs the `taps` samples that end at index i;
 * the result is the signal at time i − taps / 2 + p / phases, in samples. Kernel 0 is the sample itself, and
 * kernel `phases − p` is kernel p reversed in time. Every kernel has gain 1 at 0 Hz.
 *
 * Sinc times a Kaiser window: Kaiser & Schafer 1980, "On the use of the I0-sinh window for spectrum analysis".
 *
 * @param phases outputs for each input sample
 * @param taps even length of each kernel, in input samples
 * @param beta shape of the window: higher is more stop-band attenuation and a wider transition
 */
export function kaiserSinc(phases: number, taps: number, beta: number): Float64Array[] {
  const half = taps / 2;
  const kernels: Float64Array[] = [];
  for (let phase = 0; phase < phases; phase++) {
    const kernel = new Float64Array(taps);
    let sum = 0;
    for (let k = 0; k < taps; k++) {
      const time = k - (half - 1) - phase / phases;
      const window = besselI0(beta * Math.sqrt(Math.max(0, 1 - (time / half) ** 2))) / besselI0(beta);
      kernel[k] = sinc(time) * window;
      sum += kernel[k];
    }
    for (let k = 0; k < taps; k++) kernel[k] /= sum;
    kernels.push(kernel);
  }
  return kernels;
}

/** sin(πt) / πt, exactly 0 at whole t other than 0. */
function sinc(time: number): number {
  if (time === 0) return 1;
  if (Number.isInteger(time)) return 0;
  return Math.sin(Math.PI * time) / (Math.PI * time);
}

/** The largest output a FIR can give for input within ±1: the sum of its absolute taps. */
export function absoluteSum(kernel: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < kernel.length; k++) sum += Math.abs(kernel[k]);
  return sum;
}
