import { bounceSpec } from '../../src/demos/bounce-spec.ts';
import { only } from '../../src/demos/variation.ts';
import { songManifest } from '../../src/demos/song-audio.ts';
import { fft } from '../../src/band/signal/fft.ts';
import { gainToDb } from '../../src/dsp/decibels.ts';
import { Eq } from '../../src/dsp/eq.ts';
import { measureLoudness } from '../../src/dsp/loudness.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';

const RATE = 48000;
const FFT_SIZE = 16384;

/** Left and right. */
export type Stereo = readonly [Float32Array, Float32Array];

/** Nominal third-octave centres in Hz. */
export const THIRDS_HZ = [
  25, 31.5, 40, 50, 63, 80, 100, 125, 160, 200, 250, 315, 400, 500, 630, 800, 1000, 1250, 1600, 2000, 2500,
  3150, 4000, 5000, 6300, 8000, 10000, 12500, 16000,
] as const;

/** Mean power of both channels by FFT bin, Hann windows half overlapping. */
function meanPower(channels: Stereo): Float64Array {
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
export function thirdOctavesDb(channels: Stereo): number[] {
  const power = meanPower(channels);
  return THIRDS_HZ.map(
    (hz) => 10 * Math.log10(bandPower(power, hz * 2 ** (-1 / 6), hz * 2 ** (1 / 6)) + 1e-30),
  );
}

/** Centre in Hz of the strongest third-octave band. */
export function peakThirdHz(channels: Stereo): number {
  const levels = thirdOctavesDb(channels);
  return THIRDS_HZ[levels.indexOf(Math.max(...levels))];
}

/** Share of a band in the whole from 20 Hz to 20 kHz, in dB (≤ 0). */
export function shareDb(channels: Stereo, lowHz: number, highHz: number): number {
  const power = meanPower(channels);
  return 10 * Math.log10(bandPower(power, lowHz, highHz) / bandPower(power, 20, 20000));
}

/** A straight line through the third-octave levels from 63 Hz to 10 kHz: its slope in dB per octave, and how far bands stray. */
export function tiltOf(channels: Stereo): { slopeDbPerOctave: number; largestDeviationDb: number } {
  const levels = thirdOctavesDb(channels);
  const points = THIRDS_HZ.flatMap((hz, i) =>
    hz >= 63 && hz <= 10000 ? [[Math.log2(hz), levels[i]] as const] : [],
  );
  const mean = (values: number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
  const octave = mean(points.map(([x]) => x));
  const level = mean(points.map(([, y]) => y));
  const slope =
    points.reduce((sum, [x, y]) => sum + (x - octave) * (y - level), 0) /
    points.reduce((sum, [x]) => sum + (x - octave) ** 2, 0);
  const deviations = points.map(([x, y]) => Math.abs(y - level - slope * (x - octave)));
  return { slopeDbPerOctave: slope, largestDeviationDb: Math.max(...deviations) };
}

/** Largest change of a third-octave band from 31.5 Hz to 16 kHz, with the mean change taken out, in dB. */
export function largestMoveDb(before: Stereo, after: Stereo): number {
  const a = thirdOctavesDb(before);
  const b = thirdOctavesDb(after);
  const moves = THIRDS_HZ.flatMap((hz, i) => (hz >= 31.5 ? [b[i] - a[i]] : []));
  const offset = measureLoudness(after, RATE).integratedLufs - measureLoudness(before, RATE).integratedLufs;
  return Math.max(...moves.map((move) => Math.abs(move - offset)));
}

/** Zero-lag correlation of left and right. */
export function correlationOf([left, right]: Stereo | readonly [Float64Array, Float64Array]): number {
  let product = 0;
  let leftEnergy = 0;
  let rightEnergy = 0;
  for (let i = 0; i < left.length; i++) {
    product += left[i] * right[i];
    leftEnergy += left[i] ** 2;
    rightEnergy += right[i] ** 2;
  }
  return product / Math.sqrt(leftEnergy * rightEnergy);
}

/** 24 dB per octave on either side; 0 leaves a side open. */
export function bandPassed(channels: Stereo, lowHz: number, highHz: number): [Float64Array, Float64Array] {
  const sides: [Float64Array, Float64Array] = [
    Float64Array.from(channels[0]),
    Float64Array.from(channels[1]),
  ];
  for (let pass = 0; pass < 2; pass++) {
    const eq = new Eq();
    eq.prepare(RATE);
    eq.set({ ...(lowHz > 0 ? { highPassHz: lowHz } : {}), ...(highHz > 0 ? { lowPassHz: highHz } : {}) });
    eq.process(sides[0], sides[1], sides[0].length);
  }
  return sides;
}

/** What the loudness loses when both channels are summed to one, in LU. */
export function monoLossLu([left, right]: Stereo): number {
  const mono = left.map((value, i) => (value + right[i]) / 2);
  return (
    measureLoudness([left, right], RATE).integratedLufs - measureLoudness([mono, mono], RATE).integratedLufs
  );
}

/** Highest sample in dBFS. */
export function samplePeakDbfs(channels: Stereo): number {
  return gainToDb(channels.reduce((peak, side) => side.reduce((p, v) => Math.max(p, Math.abs(v)), peak), 0));
}

/** A mix with only the stems that are wanted. */
export function heard(
  spec: MixSpec,
  wanted: (stem: string) => boolean,
): Promise<[Float32Array, Float32Array]> {
  return bounceSpec(only(spec, spec.strips.map(({ stem }) => stem).filter(wanted)));
}

/** Energy in 1–4 kHz (24 dB/octave) while the singer sings, in dB. */
async function wordsBandDb(spec: MixSpec, wanted: (stem: string) => boolean): Promise<number> {
  const { lines } = await songManifest(spec.song);
  const [left, right] = bandPassed(await heard(spec, wanted), 1000, 4000);
  let energy = 0;
  for (const { startSeconds, endSeconds } of lines)
    for (let i = Math.round(startSeconds * RATE); i < endSeconds * RATE; i++)
      energy += left[i] ** 2 + right[i] ** 2;
  return 10 * Math.log10(energy);
}

/** How far the lead voice stands above everything else in the region of the words, in dB. */
export async function voiceAboveBandDb(spec: MixSpec): Promise<number> {
  const voice = await wordsBandDb(spec, (stem) => stem === 'vocal');
  return voice - (await wordsBandDb(spec, (stem) => stem !== 'vocal'));
}

/** Loudest minus softest sung line, in LU. */
export async function lineSpreadLu(spec: MixSpec): Promise<number> {
  const { lines } = await songManifest(spec.song);
  const voice = await heard(spec, (stem) => stem === 'vocal');
  const loudness = lines.map(
    ({ startSeconds, endSeconds }) =>
      measureLoudness(
        voice.map((side) => side.subarray(startSeconds * RATE, endSeconds * RATE)),
        RATE,
      ).integratedLufs,
  );
  return Math.max(...loudness) - Math.min(...loudness);
}
