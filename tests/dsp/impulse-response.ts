import { fft, inverseFft } from '../../src/analysis/fft.ts';

/** Smallest power of two that holds `frames`. */
function fftSize(frames: number): number {
  return 2 ** Math.ceil(Math.log2(frames));
}

/** What lies in a band around `centreHz`, `octaves` wide, with smooth edges and no shift in time. */
export function bandOf(
  samples: Float64Array,
  sampleRate: number,
  centreHz: number,
  octaves: number,
): Float64Array {
  const size = fftSize(1.2 * samples.length);
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  re.set(samples);
  fft(re, im);
  for (let k = 0; k < size; k++) {
    const away = Math.abs(Math.log2((Math.min(k, size - k) * sampleRate) / size / centreHz));
    const gain = 1 / Math.sqrt(1 + Math.pow((2 * away) / octaves, 8));
    re[k] *= gain;
    im[k] *= gain;
  }
  inverseFft(re, im);
  return re.subarray(0, samples.length);
}

/** RT60 in seconds from the fall between −5 and −35 dB of the backward integral (M. R. Schroeder 1965; ISO 3382-1, T30). */
export function decaySeconds(response: Float64Array, sampleRate: number): number {
  const levelsDb = new Float64Array(response.length);
  let energy = 0;
  for (let i = response.length - 1; i >= 0; i--) {
    energy += response[i] ** 2;
    levelsDb[i] = 10 * Math.log10(energy);
  }
  const from = levelsDb.findIndex((level) => level < levelsDb[0] - 5);
  const to = levelsDb.findIndex((level) => level < levelsDb[0] - 35);
  let n = 0;
  let [sumT, sumL, sumTT, sumTL] = [0, 0, 0, 0];
  for (let i = from; i < to; i++, n++) {
    const t = i / sampleRate;
    sumT += t;
    sumL += levelsDb[i];
    sumTT += t * t;
    sumTL += t * levelsDb[i];
  }
  return (-60 * (n * sumTT - sumT * sumT)) / (n * sumTL - sumT * sumL);
}

/**
 * Normalised echo density around a sample: the share of a 20 ms Hann window that is further out than the window's own
 * standard deviation, over the share in Gaussian noise, erfc(1/√2) = 0.3173. 0 for lone echoes, about 1 once they have
 * merged (J. S. Abel & P. Huang, "A simple, robust measure of reverberation echo density", 121st AES Convention, 2006).
 */
export function echoDensity(response: Float64Array, sampleRate: number, centre: number): number {
  const length = Math.round(0.02 * sampleRate);
  const start = centre - (length >> 1);
  const window = (i: number): number => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / length);
  const sample = (i: number): number => response[start + i] ?? 0;
  let weight = 0;
  let variance = 0;
  for (let i = 0; i < length; i++) {
    weight += window(i);
    variance += window(i) * sample(i) ** 2;
  }
  const deviation = Math.sqrt(variance / weight);
  let outside = 0;
  for (let i = 0; i < length; i++) if (Math.abs(sample(i)) > deviation) outside += window(i);
  return outside / weight / 0.3173;
}

/** Geometric over arithmetic mean of the power spectrum in a band: e^−γ = 0.56 for Gaussian noise, near 0 for a few rings. */
export function spectralFlatness(
  samples: Float64Array,
  sampleRate: number,
  fromHz: number,
  toHz: number,
): number {
  const size = fftSize(samples.length);
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  re.set(samples);
  fft(re, im);
  let logSum = 0;
  let sum = 0;
  let n = 0;
  for (let k = Math.ceil((fromHz * size) / sampleRate); k < (toHz * size) / sampleRate; k++, n++) {
    const power = re[k] ** 2 + im[k] ** 2;
    logSum += Math.log(power);
    sum += power;
  }
  return Math.exp(logSum / n) / (sum / n);
}

/** Correlation coefficient of two signals, −1 … 1. */
export function correlation(a: Float64Array, b: Float64Array): number {
  const product = (x: Float64Array, y: Float64Array): number => x.reduce((sum, v, i) => sum + v * y[i], 0);
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

/** Mean power in dB. */
export function powerDb(samples: Float64Array): number {
  return 10 * Math.log10(samples.reduce((sum, v) => sum + v * v, 0) / samples.length);
}
