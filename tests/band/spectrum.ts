import { fft } from '../../src/analysis/fft.ts';
import { SAMPLE_RATE_HZ } from '../../src/band/signal/sample-rate.ts';

/** Power per bin of a Blackman-Harris-windowed stretch whose length is a power of two. */
export function powerSpectrum(samples: Float32Array): Float64Array {
  const size = samples.length;
  const imaginary = new Float64Array(size);
  const real = Float64Array.from(samples, (x, i) => {
    const turn = (2 * Math.PI * i) / size;
    return (
      x * (0.35875 - 0.48829 * Math.cos(turn) + 0.14128 * Math.cos(2 * turn) - 0.01168 * Math.cos(3 * turn))
    );
  });
  fft(real, imaginary);
  return Float64Array.from({ length: size / 2 }, (_, k) => real[k] ** 2 + imaginary[k] ** 2);
}

/** Frequency in Hz of the strongest partial within ±3 % of a guess, by a parabola through the log spectrum. */
export function partialHz(samples: Float32Array, guessHz: number): number {
  const power = powerSpectrum(samples);
  const binHz = SAMPLE_RATE_HZ / samples.length;
  let peak = Math.ceil((0.97 * guessHz) / binHz);
  for (let k = peak; k <= (1.03 * guessHz) / binHz; k++) if (power[k] > power[peak]) peak = k;
  const [a, b, c] = [power[peak - 1], power[peak], power[peak + 1]].map(Math.log);
  return (peak + (0.5 * (a - c)) / (a - 2 * b + c)) * binHz;
}
