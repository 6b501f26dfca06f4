import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BandSpectrum } from '../analysis/band-spectrum.ts';
import { BANDS, BANDS_PER_OCTAVE } from '../analysis/lap-analysis.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';
import { bounceSpec } from './bounce-spec.ts';
import type { Demo } from './demo.ts';
import { stemSet } from './song-audio.ts';

/** Average spectra of what demos compare, by fingerprint; kept beside the ledger of loudnesses. */
export const SPECTRA_FILE = join('src', 'demos', 'spectra.json');
export type Spectra = Record<string, readonly number[]>;

/** Windows a second that the average is taken over. */
const WINDOWS_PER_SECOND = 5;
const BANDS_PER_THIRD = BANDS_PER_OCTAVE / 3;
const SILENCE_DB = -120;

/** The versions that a demo's still picture compares: the first two. */
export function stillVariants({ variants }: Demo): readonly [MixSpec, MixSpec] {
  return [variants[0].spec, variants[1].spec];
}

/** Level of each third of an octave over the whole loop in dBFS, from 20 Hz on, before level match. */
export async function averageThirdsDb(spec: MixSpec): Promise<number[]> {
  const { sampleRate } = await stemSet(spec.song);
  const [left, right] = await bounceSpec(spec);
  const spectrum = new BandSpectrum(sampleRate);
  const power = new Float32Array(BANDS);
  const windows = Math.floor((left.length / sampleRate) * WINDOWS_PER_SECOND);
  for (let w = 0; w < windows; w++)
    spectrum.add(left, right, Math.round((w * sampleRate) / WINDOWS_PER_SECOND), power, 0);
  return Array.from({ length: Math.floor(BANDS / BANDS_PER_THIRD) }, (_, third) => {
    const bands = power.subarray(third * BANDS_PER_THIRD, (third + 1) * BANDS_PER_THIRD);
    const mean = bands.reduce((sum, value) => sum + value, 0) / windows;
    return Number((mean > 1e-12 ? 10 * Math.log10(mean) : SILENCE_DB).toFixed(1));
  });
}

export async function readSpectra(): Promise<Spectra> {
  return JSON.parse(await readFile(SPECTRA_FILE, 'utf8').catch(() => '{}')) as Spectra;
}

export async function writeSpectra(spectra: Spectra): Promise<void> {
  const lines = Object.entries(spectra)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, thirds]) => `  ${JSON.stringify(key)}: [${thirds.join(', ')}]`);
  await writeFile(SPECTRA_FILE, `{\n${lines.join(',\n')}\n}\n`);
}
