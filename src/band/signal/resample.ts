const HALF_TAPS = 32;
const STEPS = 512;

/** Hann-windowed sinc at 1/512-sample steps; linear interpolation between them errs below −100 dB. */
const kernel = Float64Array.from({ length: HALF_TAPS * STEPS + 2 }, (_, i) => {
  const x = i / STEPS;
  if (x >= HALF_TAPS) return 0;
  const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  return sinc * (0.5 + 0.5 * Math.cos((Math.PI * x) / HALF_TAPS));
});

function kernelAt(distance: number): number {
  const position = Math.abs(distance) * STEPS;
  const index = Math.floor(position);
  return kernel[index] + (kernel[index + 1] - kernel[index]) * (position - index);
}

/**
 * Read `samples` at `step` input samples per output sample, band-limited by a windowed sinc (Smith & Gossett 1984).
 * Meant for steps near or below 1: a step above 1 would need a lower cut-off.
 */
export function resample(samples: Float32Array, step: number): Float32Array {
  const out = new Float32Array(Math.floor(samples.length / step));
  for (let i = 0; i < out.length; i++) {
    const position = i * step;
    const centre = Math.floor(position);
    const first = Math.max(0, centre - HALF_TAPS + 1);
    const last = Math.min(samples.length - 1, centre + HALF_TAPS);
    let sum = 0;
    for (let k = first; k <= last; k++) sum += samples[k] * kernelAt(position - k);
    out[i] = sum;
  }
  return out;
}
