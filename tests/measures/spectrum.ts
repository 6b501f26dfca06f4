import { fft } from '../../src/band/signal/fft.ts';

const RATE = 48000;
const FFT_SIZE = 16384;

/** Nominal third-octave centres in Hz. */
export const THIRDS_HZ = [
  25, 31.5, 40, 50, 63, 80, 100, 125, 160, 200, 250, 315, 400, 500, 630, 800, 1000, 1250, 1600, 2000, 2500,
  3150, 4000, 5000, 6300, 8000, 10000, 12500, 16000,
] as const;

/** Mean power of all channels by FFT bin, Hann windows half overlapping. */
function meanPower(channels: readonly Float32Array[]): Float64Array {
  const power = new Float64Array(FFT_SIZE / 2);
  const window = Float64Array.from(
    { length: FFT_SIZE },
    (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / FFT_SIZE),
  );
  for (const channel of channels)
    for (let start = 0; start + FFT_SIZE <= channel.length; start += FFT_SIZE / 2) {
      const real = Float64Array.from(window, (w, i) => w * channel[start + i]);
      const imaginary = new Float64Array(FFT_SIZE);
      fft(real, imaginary);
      for (let k = 0; k < power.length; k++) power[k] += real[k] ** 2 + imaginary[k] ** 2;
    }
  return power;
}

function bandPower(power: Float64Array, lowHz: number, highHz: number): number {
  const binHz = RATE / FFT_SIZE;
  let sum = 0;
  for (let k = 1; k < power.length; k++) {
    // A bin on the edge counts with the share of it that lies inside.
    const inside = Math.min((k + 0.5) * binHz, highHz) - Math.max((k - 0.5) * binHz, lowHz);
    if (inside > 0) sum += (power[k] * Math.min(inside, binHz)) / binHz;
  }
  return sum;
}

/** Level of each third-octave band of THIRDS_HZ in dB, to an arbitrary reference. */
export function thirdOctavesDb(channels: readonly Float32Array[]): number[] {
  const power = meanPower(channels);
  return THIRDS_HZ.map(
    (hz) => 10 * Math.log10(bandPower(power, hz * 2 ** (-1 / 6), hz * 2 ** (1 / 6)) + 1e-30),
  );
}

/** Centre in Hz of the strongest third-octave band. */
export function peakThirdHz(channels: readonly Float32Array[]): number {
  const levels = thirdOctavesDb(channels);
  return THIRDS_HZ[levels.indexOf(Math.max(...levels))];
}

/** Share of a band in the whole from 20 Hz to 20 kHz, in dB (≤ 0). */
export function shareDb(channels: readonly Float32Array[], lowHz: number, highHz: number): number {
  const power = meanPower(channels);
  return 10 * Math.log10(bandPower(power, lowHz, highHz) / bandPower(power, 20, 20000));
}

/** A straight line through the third-octave levels from 63 Hz to 10 kHz: its slope in dB per octave, and how far bands stray. */
export function tiltOf(channels: readonly Float32Array[]): {
  slopeDbPerOctave: number;
  largestDeviationDb: number;
} {
  const { slope, deviations } = lineThrough(thirdOctavesDb(channels), 63, 10000);
  return { slopeDbPerOctave: slope, largestDeviationDb: Math.max(...deviations) };
}

/** Least squares over the bands between two frequencies, both included. */
function lineThrough(
  levels: readonly number[],
  fromHz: number,
  toHz: number,
): { slope: number; deviations: number[] } {
  const points = THIRDS_HZ.flatMap((hz, i) =>
    hz >= fromHz && hz <= toHz ? [[Math.log2(hz), levels[i]] as const] : [],
  );
  const mean = (values: number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
  const octave = mean(points.map(([x]) => x));
  const level = mean(points.map(([, y]) => y));
  const slope =
    points.reduce((sum, [x, y]) => sum + (x - octave) * (y - level), 0) /
    points.reduce((sum, [x]) => sum + (x - octave) ** 2, 0);
  return { slope, deviations: points.map(([x, y]) => Math.abs(y - level - slope * (x - octave))) };
}

/** Frequency in Hz below which 95 % of the long-term energy lies. */
export function rollOff95Hz(channels: readonly Float32Array[]): number {
  const power = meanPower(channels);
  const total = power.reduce((sum, p) => sum + p, 0);
  let sum = 0;
  const bin = power.findIndex((p) => (sum += p) >= 0.95 * total);
  return (bin * RATE) / FFT_SIZE;
}

/** Level of one third-octave band relative to the strongest, in dB (≤ 0). */
export function thirdBelowMaximumDb(
  channels: readonly Float32Array[],
  hz: (typeof THIRDS_HZ)[number],
): number {
  const levels = thirdOctavesDb(channels);
  return levels[THIRDS_HZ.indexOf(hz)] - Math.max(...levels);
}

/** Energy of one band beside that of another, in dB. */
export function bandRatioDb(
  channels: readonly Float32Array[],
  [lowHz, highHz]: readonly [number, number],
  [otherLowHz, otherHighHz]: readonly [number, number],
): number {
  const power = meanPower(channels);
  return 10 * Math.log10(bandPower(power, lowHz, highHz) / bandPower(power, otherLowHz, otherHighHz));
}

/** Slope of the third-octave levels between two frequencies, in dB per octave. */
export function slopeDbPerOctave(channels: readonly Float32Array[], fromHz: number, toHz: number): number {
  return lineThrough(thirdOctavesDb(channels), fromHz, toHz).slope;
}
