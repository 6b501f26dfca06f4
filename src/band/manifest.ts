import { sha256Of, type Pcm } from './files/pcm.ts';
import { OPUS_PAD_FRAMES } from './files/opus.ts';
import { measureStem } from './level-report.ts';
import { describeFaults, toMilliseconds, type RecordedStem } from './record.ts';
import { SAMPLE_RATE_HZ } from './signal/sample-rate.ts';
import type { Song } from './song.ts';
import type { Mark } from './take.ts';
import type { SongManifest, StemFile } from '../song-manifest.ts';

/** @param bytes encoded sizes by file name */
export function manifestOf(
  song: Song,
  stems: readonly RecordedStem[],
  bytes: ReadonlyMap<string, number>,
): SongManifest {
  const file = (name: string, padFrames: number): StemFile => ({
    file: name,
    bytes: bytes.get(name)!,
    padFrames,
  });
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
    stems: stems.map((stem) => ({
      id: stem.plan.id,
      name: stem.plan.name,
      channels: stem.pcm.channelCount,
      ...measureStem(stem.pcm),
      pcmSha256: sha256Of(stem.pcm),
      flac: file(`${stem.plan.id}.flac`, 0),
      opus: file(`${stem.plan.id}.opus`, OPUS_PAD_FRAMES),
      faults: describeFaults(stem),
    })),
  };
}

/** Stems whose samples differ from the manifest's, each with both hashes. */
export function differences(manifest: SongManifest, stems: readonly { id: string; pcm: Pcm }[]): string[] {
  const expected = new Map(manifest.stems.map((stem) => [stem.id, stem.pcmSha256]));
  return stems.flatMap(({ id, pcm }) => {
    const hash = sha256Of(pcm);
    return hash === expected.get(id)
      ? []
      : [`${id}: rendered ${hash}, manifest says ${expected.get(id) ?? 'nothing'}`];
  });
}
