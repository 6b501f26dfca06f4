import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decodeFlac } from '../../src/band/files/flac.ts';
import type { Pcm } from '../../src/band/files/pcm.ts';
import type { SongManifest } from '../../src/song-manifest.ts';

export const STEMS_FOLDER = fileURLToPath(new URL('../../public/stems/', import.meta.url));
export const SONG_FOLDER = `${STEMS_FOLDER}indie-pop/`;

/** A song as it lies in public/stems. */
export interface CommittedSong {
  id: string;
  folder: string;
  manifest: SongManifest;
}

export function committedSong(id: string): CommittedSong {
  const folder = `${STEMS_FOLDER}${id}/`;
  return { id, folder, manifest: JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8')) as SongManifest };
}

export const manifest = committedSong('indie-pop').manifest;

/** Decode one committed stem into channels of ±1. */
export async function committedStem(id: string, folder = SONG_FOLDER): Promise<Float32Array[]> {
  const { channels } = await decodeFlac(`${folder}${id}.flac`);
  return channels;
}

/** Back to the 16-bit integers that the file holds. */
export function pcmOf(channels: readonly Float32Array[]): Pcm {
  const channelCount = channels.length;
  const samples = Int16Array.from(
    { length: channels[0].length * channelCount },
    (_, i) => channels[i % channelCount][Math.floor(i / channelCount)] * 32768,
  );
  return { channelCount, samples };
}
