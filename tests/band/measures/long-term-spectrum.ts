import { fft } from '../../../src/analysis/fft.ts';
import { SAMPLE_RATE_HZ } from '../../../src/band/signal/sample-rate.ts';
import { powerDb } from './frame-power.ts';

const SIZE = 16_384;
const BIN_HZ = SAMPLE_RATE_HZ / SIZE;

/** Exact centres of the third-octave bands named 31.5 Hz to 16 kHz. */
export const THIRDS_HZ: readonly number[] = Array.from({ length: 28 }, (_, i) => 1000 * 2 ** ((i - 15) / 3));

/** Mean power per bin of all channels: Hann windows of 16 384 frames, half overlapping (Welch 1967). */
export function longTermSpectrum(channels: readonly Float32Array[]): Float64Array {
  const power = new Float64Array(SIZE / 2 + 1);
  for (const samples of channels) {
    for (let start = 0; start + SIZE <= samples.length; start += SIZE / 2) {
      const real = Float64Array.from({ length: SIZE }, (_, i) => samples[start + i] * hann(i));
      const imaginary = new Float64Array(SIZE);
      fft(real, imaginary);
      for (let k = 0; k < power.length; k++) power[k] = power[k] + real[k] ** 2 + imaginary[k] ** 2;
    }
  }
  return power;
}

const hann = (i: number): number => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / SIZE);

/** Level of the spectrum from `fromHz` up to `toHz` in dB, beside other bands of the same spectrum. */
export function bandDb(spectrum: Float64Array, fromHz: number, toHz: number): number {
  let sum = 0;
  for (let k = Math.ceil(fromHz / BIN_HZ); k * BIN_HZ < toHz && k < spectrum.length; k++) sum += spectrum[k];
  return powerDb(sum);
}

/** Level of the third octave around a frequency in dB. */
export const thirdDb = (spectrum: Float64Array, centreHz: number): number =>
  bandDb(spectrum, centreHz * 2 ** (-1 / 6), centreHz * 2 ** (1 / 6));

/** Levels of the bands of {@link THIRDS_HZ} in dB below the strongest. */
export function thirdOctavesDb(spectrum: Float64Array): number[] {
  const levels = THIRDS_HZ.map((hz) => thirdDb(spectrum, hz));
  const highest = Math.max(...levels);
  return levels.map((db) => db - highest);
}

/** Frequency in Hz below which 95 % of the power lies. */
export function rollOff95Hz(spectrum: Float64Array): number {
  const wanted = 0.95 * spectrum.reduce((sum, power) => sum + power, 0);
  let sum = 0;
  const bin = spectrum.findIndex((power) => (sum += power) >= wanted);
  return bin * BIN_HZ;
}

/** Straight line through the third-octave levels from 1 to 10 kHz, in dB per octave; pink noise has 0. */
export function slopeDbPerOctave(spectrum: Float64Array): number {
  const bands = THIRDS_HZ.filter((hz) => hz >= 999 && hz <= 10_100);
  const octaves = bands.map((hz) => Math.log2(hz / 1000));
  const middle = octaves.reduce((sum, x) => sum + x, 0) / octaves.length;
  const rise = bands.reduce((sum, hz, i) => sum + (octaves[i] - middle) * thirdDb(spectrum, hz), 0);
  return rise / octaves.reduce((sum, x) => sum + (x - middle) ** 2, 0);
}

/** 10–20 kHz relative to 1–4 kHz, in dB. */
export const topDb = (spectrum: Float64Array): number =>
  bandDb(spectrum, 10_000, 20_000) - bandDb(spectrum, 1000, 4000);
