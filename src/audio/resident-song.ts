import type { Context } from 'tone';
import { excerptFrames, stemSetId } from '../stem-sets/stem-set-id.ts';
import { chooseCodec } from './codec.ts';
import { excerptManifest, excerptOfStem, madeSong } from './made-song.ts';
import { Offline } from './offline.ts';
import { fetchManifest, loadSong, type LoadedSong, type LoadedStem, type OnProgress } from './stems.ts';

/** Who plays a song and has to let go of it when another one comes. */
export interface Holder {
  release(): void;
}

interface Resident {
  readonly song: string;
  readonly loading: Promise<LoadedSong>;
  readonly holders: Set<Holder>;
  offline: Offline | null;
}

/** WebKit never answers when it is given bytes that are no sound; a stem takes well under a second. */
const DECODE_TIMEOUT_MS = 20_000;

/** The one song whose samples are in memory: a phone's browser ends a page that holds too much. */
let resident: Resident | null = null;

/** Load a song, or join in loading it; the one before leaves. */
export async function openSong(
  song: string,
  context: Context,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<LoadedSong> {
  if (resident?.song === song) {
    try {
      return await resident.loading;
    } catch (error) {
      // Another demo began loading this song and was stopped; this one still wants it.
      if (!isAbort(error) || signal.aborted) throw error;
    }
  }
  evict();
  const loading = fetchSong(song, context, onProgress, signal);
  const opened: Resident = { song, loading, holders: new Set(), offline: null };
  resident = opened;
  loading.catch(() => {
    if (resident === opened) resident = null;
  });
  return loading;
}

/** Be told when the song leaves. */
export function holdSong(song: LoadedSong, holder: Holder): void {
  if (resident?.song === song.manifest.song) resident.holders.add(holder);
}

export function letGo(holder: Holder): void {
  resident?.holders.delete(holder);
}

/** Let go of every engine, but keep the song: the sound device has to be opened anew. */
export function releaseHolders(): void {
  for (const holder of [...(resident?.holders ?? [])]) holder.release();
}

/** The worker that renders beside the page, with this song's stems. */
export function offlineFor(song: LoadedSong): Offline {
  if (resident?.song !== song.manifest.song) throw new Error(`${song.manifest.song} is no longer in memory`);
  if (!resident.offline) {
    resident.offline = new Offline();
    resident.offline.load(song);
  }
  return resident.offline;
}

/** Let go of a song that has changed. */
export function forgetSong(song: string): void {
  if (resident?.song === song) evict();
}

function evict(): void {
  if (!resident) return;
  releaseHolders();
  resident.offline?.dispose();
  resident = null;
}

async function fetchSong(
  song: string,
  context: Context,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<LoadedSong> {
  const id = stemSetId(song);
  if (id.kind === 'made') return madeSong(id.name);
  const decode = (bytes: ArrayBuffer): Promise<AudioBuffer> =>
    Promise.race([context.decodeAudioData(bytes), failAfter(DECODE_TIMEOUT_MS)]);
  const [manifest, codec] = await Promise.all([fetchManifest(id.folder, signal), chooseCodec(decode)]);
  if (id.kind === 'folder') return loadSong(manifest, codec, decode, onProgress, signal);
  const { from, frames } = excerptFrames(id, manifest);
  const cut = (stem: LoadedStem): LoadedStem => excerptOfStem(stem, manifest.loopFrames, from, frames);
  const { stems } = await loadSong(manifest, codec, decode, onProgress, signal, cut);
  return { manifest: excerptManifest(manifest, song, frames), stems };
}

function failAfter(ms: number): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('no answer')), ms));
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
