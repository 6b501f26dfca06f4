import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SongManifest, StemSet } from '../song-manifest.ts';
import { decodeFlac } from '../band/files/flac.ts';
import type { StemAudio } from '../dsp/bounce.ts';
import { loopExcerpt } from '../stem-sets/loop-excerpt.ts';
import { playbackCheckStems } from '../stem-sets/playback-check-stems.ts';
import { pinkNoiseStems } from '../stem-sets/made-stems.ts';
import { excerptFrames, stemSetId } from '../stem-sets/stem-set-id.ts';

/** A song, or another set of stems, read from public/stems, for measuring at build time and in tests. */
export interface SongAudio {
  readonly manifest: StemSet;
  readonly stems: ReadonlyMap<string, StemAudio>;
}

/** Every song of the course, in the order in which they are told of; sets made for a lesson are not among them. */
export const SONG_IDS = ['indie-pop', 'electronic', 'acoustic'] as const;
export type SongId = (typeof SONG_IDS)[number];

const MADE_SAMPLE_RATE = 48000;

const read = new Map<string, Promise<SongAudio>>();

/** The committed FLAC stems of a song or set, or of some bars of one; read once. */
export function songAudio(song: string): Promise<SongAudio> {
  let reading = read.get(song);
  if (!reading) read.set(song, (reading = readSong(song)));
  return reading;
}

/** What is known of a song. */
export async function songManifest(song: SongId): Promise<SongManifest> {
  // Only a song's manifest names its key and tempo.
  return (await stemSet(song)) as SongManifest;
}

/** What is known of any stems that play together, a song's or a set's. */
export async function stemSet(folder: string): Promise<StemSet> {
  return JSON.parse(await readFile(join(folderOf(folder), 'manifest.json'), 'utf8')) as StemSet;
}

async function readSong(song: string): Promise<SongAudio> {
  const id = stemSetId(song);
  if (id.kind === 'excerpt') return excerptOf(await songAudio(id.folder), song, id);
  if (id.kind === 'made') {
    if (id.name === 'own') throw new Error('a learner’s own audio has no samples here');
    return id.name === 'pink-noise' ? pinkNoiseStems(MADE_SAMPLE_RATE) : playbackCheckStems(MADE_SAMPLE_RATE);
  }
  const manifest = await stemSet(song);
  const stems = new Map<string, StemAudio>();
  for (const stem of manifest.stems)
    stems.set(stem.id, (await decodeFlac(join(folderOf(song), stem.flac.file))).channels);
  return { manifest, stems };
}

function excerptOf(
  { manifest, stems }: SongAudio,
  song: string,
  bars: { readonly firstBar: number; readonly lastBar: number },
): SongAudio {
  const { from, frames } = excerptFrames(bars, manifest);
  const cut = [...stems].map(([id, channels]): [string, StemAudio] => [
    id,
    channels.map((channel) => loopExcerpt(Float32Array.from(channel), from, frames, manifest.sampleRate)),
  ]);
  return {
    manifest: { ...manifest, song, bars: bars.lastBar - bars.firstBar + 1, loopFrames: frames, lines: [] },
    stems: new Map(cut),
  };
}

function folderOf(song: string): string {
  return join(process.cwd(), 'public', 'stems', song);
}
