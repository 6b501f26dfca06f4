import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SongManifest } from '../song-manifest.ts';
import { decodeFlac } from '../band/files/flac.ts';
import type { StemAudio } from '../dsp/bounce.ts';

/** A song read from public/stems, for measuring at build time and in tests. */
export interface SongAudio {
  readonly manifest: SongManifest;
  readonly stems: ReadonlyMap<string, StemAudio>;
}

/** Every song of the course, in the order in which they are told of. */
export const SONG_IDS = ['indie-pop', 'electronic', 'acoustic'] as const;
export type SongId = (typeof SONG_IDS)[number];

const read = new Map<string, Promise<SongAudio>>();

/** The committed FLAC stems of a song; read once. */
export function songAudio(song: string): Promise<SongAudio> {
  let reading = read.get(song);
  if (!reading) read.set(song, (reading = readSong(song)));
  return reading;
}

export async function songManifest(song: string): Promise<SongManifest> {
  return JSON.parse(await readFile(join(folderOf(song), 'manifest.json'), 'utf8')) as SongManifest;
}

async function readSong(song: string): Promise<SongAudio> {
  const manifest = await songManifest(song);
  const stems = new Map<string, StemAudio>();
  for (const stem of manifest.stems)
    stems.set(stem.id, (await decodeFlac(join(folderOf(song), stem.flac.file))).channels);
  return { manifest, stems };
}

function folderOf(song: string): string {
  return join(process.cwd(), 'public', 'stems', song);
}
