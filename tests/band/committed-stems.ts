import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decodeFlac } from '../../src/band/files/flac.ts';
import type { Pcm } from '../../src/band/files/pcm.ts';
import type { SongManifest, StemSet } from '../../src/song-manifest.ts';

export const STEMS_FOLDER = fileURLToPath(new URL('../../public/stems/', import.meta.url));

export type SongId = 'indie-pop' | 'electronic' | 'acoustic';

export const songFolder = (song: SongId): string => `${STEMS_FOLDER}${song}/`;

export const committedManifest = (song: SongId): SongManifest =>
  JSON.parse(readFileSync(`${songFolder(song)}manifest.json`, 'utf8')) as SongManifest;

/** What a set's manifest says. */
export const committedSet = (set: string): StemSet =>
  JSON.parse(readFileSync(`${STEMS_FOLDER}${set}/manifest.json`, 'utf8')) as StemSet;

/** Decode one committed stem, of a song or a set, into channels of ±1. */
export async function committedStem(folder: string, id: string): Promise<Float32Array[]> {
  const { channels } = await decodeFlac(`${STEMS_FOLDER}${folder}/${id}.flac`);
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
