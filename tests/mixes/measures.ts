import { bounceSpec } from '../../src/demos/bounce-spec.ts';
import { only } from '../../src/demos/variation.ts';
import { songManifest } from '../../src/demos/song-audio.ts';
import { measureLoudness } from '../../src/dsp/loudness.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';
import { THIRDS_HZ, thirdOctavesDb } from '../measures/spectrum.ts';
import { bandPassed, type Stereo } from '../measures/stereo.ts';

const RATE = 48000;

/** Largest change of a third-octave band from 31.5 Hz to 16 kHz, with the mean change taken out, in dB. */
export function largestMoveDb(before: Stereo, after: Stereo): number {
  const a = thirdOctavesDb(before);
  const b = thirdOctavesDb(after);
  const moves = THIRDS_HZ.flatMap((hz, i) => (hz >= 31.5 ? [b[i] - a[i]] : []));
  const offset = measureLoudness(after, RATE).integratedLufs - measureLoudness(before, RATE).integratedLufs;
  return Math.max(...moves.map((move) => Math.abs(move - offset)));
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
