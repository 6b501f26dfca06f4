import { sha256Of, type Pcm } from './files/pcm.ts';
import { OPUS_PAD_FRAMES } from './files/opus.ts';
import { measureStem } from './level-report.ts';
import { describeFaults, toMilliseconds, type RecordedStem } from './record.ts';
import { SAMPLE_RATE_HZ } from './signal/sample-rate.ts';
import type { Song } from './song.ts';
import type { Mark } from './take.ts';
import type { ListedFault, SongManifest, StemEntry, StemSet } from '../song-manifest.ts';

/** @param bytes encoded sizes by file name */
export function manifestOf(
  song: Song,
  stems: readonly RecordedStem[],
  bytes: ReadonlyMap<string, number>,
): SongManifest {
  const isLine = (mark: Mark): boolean => mark.kind === 'line';
  // The first singer's: a double sings some of the same lines again.
  const lead = stems.find((stem) => stem.marks.some(isLine));
  const lines = (lead?.marks ?? []).filter(isLine);
  return {
    version: 1,
    song: song.id,
    title: song.title,
    bpm: Math.round(song.bpm * 1e4) / 1e4,
    key: song.key,
    bars: song.bars,
    sampleRate: SAMPLE_RATE_HZ,
    loopFrames: song.loopFrames,
    lines: lines.map((line) => ({
      text: line.name,
      startSeconds: toMilliseconds(line.startSeconds),
      endSeconds: toMilliseconds(line.endSeconds),
    })),
    stems: stems.map((stem) => stemEntry(stem.plan, stem.pcm, bytes, describeFaults(stem))),
  };
}

/** @param bytes encoded sizes by file name */
export function stemEntry(
  { id, name }: { readonly id: string; readonly name: string },
  pcm: Pcm,
  bytes: ReadonlyMap<string, number>,
  faults: readonly ListedFault[],
): StemEntry {
  const [flac, opus] = [`${id}.flac`, `${id}.opus`];
  return {
    id,
    name,
    channels: pcm.channelCount,
    ...measureStem(pcm),
    pcmSha256: sha256Of(pcm),
    flac: { file: flac, bytes: bytes.get(flac)!, padFrames: 0 },
    opus: { file: opus, bytes: bytes.get(opus)!, padFrames: OPUS_PAD_FRAMES },
    faults,
  };
}

/** Stems whose samples differ from the manifest's, each with both hashes. */
export function differences(manifest: StemSet, stems: readonly { id: string; pcm: Pcm }[]): string[] {
  const expected = new Map(manifest.stems.map((stem) => [stem.id, stem.pcmSha256]));
  return stems.flatMap(({ id, pcm }) => {
    const hash = sha256Of(pcm);
    return hash === expected.get(id)
      ? []
      : [`${id}: rendered ${hash}, manifest says ${expected.get(id) ?? 'nothing'}`];
  });
}
