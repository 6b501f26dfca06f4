import { bounceSpec } from '../../src/demos/bounce-spec.ts';
import { only } from '../../src/demos/variation.ts';
import { stemSet } from '../../src/demos/song-audio.ts';
import { measureLoudness } from '../../src/dsp/loudness.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';
import { gainToDb } from '../../src/dsp/decibels.ts';
import { peakOf } from '../../src/band/signal/level.ts';
import {
  bandDb,
  longTermSpectrum,
  thirdDb,
  thirdOctavesDb,
  THIRDS_HZ,
} from '../band/measures/long-term-spectrum.ts';
import { above, below } from '../band/measures/stereo-correlation.ts';

const RATE = 48000;

/** Left and right. */
export type Stereo = readonly [Float32Array, Float32Array];

export const loudnessOf = (channels: Stereo): number => measureLoudness(channels, RATE).integratedLufs;

/** Highest sample in dBFS. */
export const samplePeakDbfs = (channels: Stereo): number => gainToDb(peakOf(...channels));

/** Centre in Hz of the strongest third-octave band, rounded. */
export function peakThirdHz(channels: Stereo): number {
  return Math.round(THIRDS_HZ[thirdOctavesDb(longTermSpectrum(channels)).indexOf(0)]);
}

/** Share of a band in the whole from 20 Hz to 20 kHz, in dB (≤ 0). */
export function shareDb(channels: Stereo, lowHz: number, highHz: number): number {
  const spectrum = longTermSpectrum(channels);
  return bandDb(spectrum, lowHz, highHz) - bandDb(spectrum, 20, 20000);
}

/** A straight line through the third-octave levels from 63 Hz to 10 kHz: its slope in dB per octave, and how far bands stray. */
export function tiltOf(channels: Stereo): { slopeDbPerOctave: number; largestDeviationDb: number } {
  const spectrum = longTermSpectrum(channels);
  const points = THIRDS_HZ.filter((hz) => hz > 60 && hz < 10_500).map(
    (hz) => [Math.log2(hz), thirdDb(spectrum, hz)] as const,
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

/** Largest change of a third-octave band from 31.5 Hz to 16 kHz against the change of loudness, in dB. */
export function largestMoveDb(before: Stereo, after: Stereo): number {
  const [a, b] = [longTermSpectrum(before), longTermSpectrum(after)];
  const louder = loudnessOf(after) - loudnessOf(before);
  return Math.max(...THIRDS_HZ.map((hz) => Math.abs(thirdDb(b, hz) - thirdDb(a, hz) - louder)));
}

/** What the loudness loses when both channels are summed to one, in LU. */
export function monoLossLu([left, right]: Stereo): number {
  const mono = left.map((value, i) => (value + right[i]) / 2);
  return loudnessOf([left, right]) - loudnessOf([mono, mono]);
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
  const { lines } = await stemSet(spec.song);
  const [left, right] = (await heard(spec, wanted)).map((side) => below(above(side, 1000), 4000));
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

/** Loudest minus softest sung line of a voice, in LU. */
export async function lineSpreadLu(spec: MixSpec, voiceStem = 'vocal'): Promise<number> {
  return spreadOfLinesLu(spec.song, await heard(spec, (stem) => stem === voiceStem));
}

/** The same of one lap that has already been played. */
export async function spreadOfLinesLu(song: string, voice: Stereo): Promise<number> {
  const { lines } = await stemSet(song);
  const loudness = lines.map(
    ({ startSeconds, endSeconds }) =>
      measureLoudness(
        voice.map((side) => side.subarray(startSeconds * RATE, endSeconds * RATE)),
        RATE,
      ).integratedLufs,
  );
  return Math.max(...loudness) - Math.min(...loudness);
}
