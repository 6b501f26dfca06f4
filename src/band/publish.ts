import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StemSet } from '../song-manifest.ts';
import { encodeFlac } from './files/flac.ts';
import { encodeOpus, OPUS_PAD_FRAMES } from './files/opus.ts';
import { padded, type Pcm } from './files/pcm.ts';
import { measureSum } from './level-report.ts';

export const STEMS_FOLDER = fileURLToPath(new URL('../../public/stems/', import.meta.url));

/** A stem as it ships. */
export interface ShippedStem {
  readonly id: string;
  readonly pcm: Pcm;
}

/**
 * Write a folder of stems with its manifest and credits, and tell their levels.
 *
 * @param describe the manifest, from the encoded sizes by file name
 */
export async function publishStems(
  folderName: string,
  stems: readonly ShippedStem[],
  describe: (bytes: ReadonlyMap<string, number>) => StemSet,
  credits: string,
  opusKbps?: number,
): Promise<void> {
  const folder = join(STEMS_FOLDER, folderName);
  mkdirSync(folder, { recursive: true });
  const bytes = new Map<string, number>();
  for (const { id, pcm } of stems) {
    for (const [name, file] of Object.entries(await encoded(id, pcm, OPUS_PAD_FRAMES, opusKbps))) {
      bytes.set(name, file.length);
      writeFileSync(join(folder, name), file);
    }
  }
  const manifest = describe(bytes);
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(folder, 'CREDITS.md'), credits);
  for (const stem of manifest.stems)
    console.log(`${stem.id.padEnd(10)} ${stem.loudnessLufs} LUFS, ${stem.truePeakDbtp} dBTP`);
  const sum = measureSum(stems.map(({ pcm }) => pcm));
  console.log(`${'all'.padEnd(10)} ${sum.loudnessLufs} LUFS, ${sum.truePeakDbtp} dBTP`);
}

/** Both encodings by file name. */
export async function encoded(
  name: string,
  pcm: Pcm,
  opusPadFrames: number,
  opusKbps?: number,
): Promise<Record<string, Buffer>> {
  return {
    [`${name}.flac`]: await encodeFlac(pcm),
    [`${name}.opus`]: encodeOpus(padded(pcm, opusPadFrames), opusKbps),
  };
}
