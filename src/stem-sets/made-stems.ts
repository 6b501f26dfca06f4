import { pinkNoise } from './pink-noise.ts';
import type { StemEntry, StemFile, StemSet } from '../song-manifest.ts';
import type { MadeSet } from './stem-set-id.ts';

/** Stems that are made where they are needed, in the form of those that are fetched. */
export interface MadeStems {
  readonly manifest: StemSet;
  /** By stem id: one channel or two. */
  readonly stems: ReadonlyMap<string, readonly Float32Array[]>;
}

export const NOISE_SEED = 1;
const NO_FILE: StemFile = { file: '', bytes: 0, padFrames: 0 };

/** A stem set around samples that are no files. @param stems all of the same length */
export function madeStems(
  song: MadeSet,
  title: string,
  sampleRate: number,
  stems: Readonly<Record<string, { readonly name: string; readonly channels: readonly Float32Array[] }>>,
): MadeStems {
  const entries = Object.entries(stems).map(([id, { name, channels }]): StemEntry => ({
    id,
    name,
    channels: channels.length,
    loudnessLufs: NaN,
    truePeakDbtp: NaN,
    pcmSha256: '',
    flac: NO_FILE,
    opus: NO_FILE,
    faults: [],
  }));
  const loopFrames = Object.values(stems)[0].channels[0].length;
  return {
    manifest: { version: 1, song, title, bars: 1, sampleRate, loopFrames, lines: [], stems: entries },
    stems: new Map(Object.entries(stems).map(([id, { channels }]) => [id, channels])),
  };
}

export function pinkNoiseStems(sampleRate: number): MadeStems {
  return madeStems('pink-noise', 'Pink noise', sampleRate, {
    noise: { name: 'Noise', channels: [pinkNoise(sampleRate, NOISE_SEED)] },
  });
}
