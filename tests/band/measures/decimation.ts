const REACH = 10;

/** Bessel function of the first kind, order 0, of an imaginary argument. */
function besselI0(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < 40; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

/** Every `factor`-th sample, band-limited by a Kaiser-windowed sinc (β = 5) without delay. */
export function decimate(samples: Float32Array, factor: number): Float32Array {
  const reach = REACH * factor;
  const taps = Float64Array.from({ length: 2 * reach + 1 }, (_, i) => {
    const x = (i - reach) / factor;
    const window = besselI0(5 * Math.sqrt(Math.max(0, 1 - ((i - reach) / reach) ** 2)));
    return window * (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));
  });
  const gain = taps.reduce((sum, tap) => sum + tap, 0);
  return Float32Array.from({ length: Math.ceil(samples.length / factor) }, (_, k) => {
    const centre = k * factor;
    let sum = 0;
    for (let i = Math.max(-reach, -centre); i <= reach && centre + i < samples.length; i++)
      sum += samples[centre + i] * taps[reach - i];
    return sum / gain;
  });
}
