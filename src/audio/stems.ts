import type { Codec } from './codec.ts';
import type { StemSet, StemEntry, StemFile } from '../song-manifest.ts';
import { Trouble } from './trouble.ts';
import { withBase } from '../with-base.ts';

/** A decoded stem and where its loop lies in the buffer. */
export interface LoadedStem {
  readonly entry: StemEntry;
  readonly buffer: AudioBuffer;
  readonly padFrames: number;
}

export interface LoadedSong {
  readonly manifest: StemSet;
  readonly stems: ReadonlyMap<string, LoadedStem>;
}

export type Decode = (bytes: ArrayBuffer) => Promise<AudioBuffer>;

/** Fraction of the song that has arrived, 0 … 1. */
export type OnProgress = (fraction: number) => void;

export async function fetchManifest(song: string, signal: AbortSignal): Promise<StemSet> {
  const response = await fetchOrTrouble(withBase(`stems/${song}/manifest.json`), 'The list of stems', signal);
  return (await response.json()) as StemSet;
}

/**
 * Fetch and decode every stem of a song. Fetching is parallel; decoding is one at a time, to keep a phone's memory low.
 *
 * A stem that does not decode to the manifest's length is taken again as FLAC; if that is wrong too, nothing plays.
 *
 * @param keep what is kept of each stem, so that the rest can leave memory before the next is decoded
 */
export async function loadSong(
  manifest: StemSet,
  codec: Codec,
  decode: Decode,
  onProgress: OnProgress,
  signal: AbortSignal,
  keep: (stem: LoadedStem) => LoadedStem = (stem) => stem,
): Promise<LoadedSong> {
  const total = manifest.stems.reduce((sum, stem) => sum + stem[codec].bytes, 0);
  let received = 0;
  const count = (bytes: number): void => {
    received += bytes;
    onProgress(Math.min(1, received / total));
  };
  const downloads = manifest.stems.map((entry) => fetchStem(manifest, entry, entry[codec], signal, count));
  // Await them in order below; a later one that fails meanwhile must not surface as unhandled.
  for (const download of downloads) download.catch(() => undefined);
  const stems = new Map<string, LoadedStem>();
  for (let i = 0; i < manifest.stems.length; i++) {
    const entry = manifest.stems[i];
    const stem =
      (await decodeExactly(manifest, entry, entry[codec], await downloads[i], decode)) ??
      (codec === 'flac'
        ? null
        : await decodeExactly(
            manifest,
            entry,
            entry.flac,
            await fetchStem(manifest, entry, entry.flac, signal, () => undefined),
            decode,
          ));
    if (!stem)
      throw new Trouble(
        `The ${entry.name.toLowerCase()} stem arrived damaged: it does not decode to the length it should have.`,
        'Press Play to fetch it again. If it happens again, try another browser.',
      );
    stems.set(entry.id, keep(stem));
  }
  return { manifest, stems };
}

/** Null if the file does not decode, or not to the loop's exact length. */
async function decodeExactly(
  manifest: StemSet,
  entry: StemEntry,
  file: StemFile,
  bytes: ArrayBuffer,
  decode: Decode,
): Promise<LoadedStem | null> {
  try {
    const buffer = await decode(bytes);
    const exact =
      buffer.length === manifest.loopFrames + 2 * file.padFrames &&
      buffer.numberOfChannels === entry.channels;
    return exact ? { entry, buffer, padFrames: file.padFrames } : null;
  } catch {
    return null;
  }
}

async function fetchStem(
  manifest: StemSet,
  entry: StemEntry,
  file: StemFile,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<ArrayBuffer> {
  // The hash makes a re-rendered stem a new address, so that no cache can serve an old one.
  const url = withBase(`stems/${manifest.song}/${file.file}?v=${entry.pcmSha256.slice(0, 8)}`);
  const what = `The ${entry.name.toLowerCase()} stem`;
  const response = await fetchOrTrouble(url, what, signal);
  try {
    return await readCounting(response, onBytes);
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Trouble(`${what} broke off on its way.`, 'Check the connection and press Play again.', error);
  }
}

async function readCounting(response: Response, onBytes: (bytes: number) => void): Promise<ArrayBuffer> {
  const reader = response.body?.getReader();
  if (!reader) return response.arrayBuffer();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    onBytes(value.length);
  }
  return new Blob(parts).arrayBuffer();
}

async function fetchOrTrouble(url: string, what: string, signal: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Trouble(`${what} could not be fetched.`, 'Check the connection and press Play again.', error);
  }
  if (!response.ok)
    throw new Trouble(
      `${what} could not be fetched: the server answered ${response.status}.`,
      'Press Play to try again; if it stays so, the site is being repaired.',
    );
  return response;
}
