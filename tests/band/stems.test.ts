import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { gainToDb } from '../../src/dsp/decibels.ts';
import { sha256Of } from '../../src/band/files/pcm.ts';
import { measureStem, measureSum } from '../../src/band/level-report.ts';
import { peakOf } from '../../src/band/signal/level.ts';
import { committedManifest, committedStem, pcmOf, songFolder, type SongId } from './committed-stems.ts';
import { opusFrames } from './ogg-length.ts';
import { roughnessOfJoin } from './roughness-of-join.ts';

const SONGS: { song: SongId; ids: string[]; stereo: string[]; frames: number }[] = [
  {
    song: 'indie-pop',
    ids: ['kick', 'snare', 'overheads', 'bass', 'guitar-left', 'guitar-right', 'keys', 'oohs', 'vocal'],
    stereo: ['overheads', 'keys'],
    frames: 1_728_000,
  },
  {
    song: 'electronic',
    ids: ['kick', 'clap', 'hats', 'bass', 'pad', 'arp', 'lead', 'vocal', 'double'],
    stereo: ['hats', 'pad'],
    frames: 1_920_000,
  },
  {
    song: 'acoustic',
    ids: ['guitar-1', 'guitar-2', 'piano', 'bass', 'cajon', 'shaker', 'harmony-low', 'harmony-high', 'vocal'],
    stereo: ['piano'],
    frames: 1_728_000,
  },
];

describe.each(SONGS)('The stems of the $song song', ({ song, ids, stereo, frames }) => {
  const manifest = committedManifest(song);
  const stems = new Map<string, Float32Array[]>();

  beforeAll(async () => {
    for (const { id } of manifest.stems) stems.set(id, await committedStem(song, id));
  });

  it(`are ${ids.join(', ')}, ${frames} frames each, mono but for ${stereo.join(' and ')}`, () => {
    const shapes = manifest.stems.map(({ id }) => [id, stems.get(id)!.length, stems.get(id)![0].length]);
    expect(shapes).toEqual(ids.map((id) => [id, stereo.includes(id) ? 2 : 1, frames]));
    expect(manifest.loopFrames).toBe(frames);
  });

  it.each(manifest.stems)('$id holds the samples that the manifest promises', ({ id, pcmSha256 }) => {
    expect(sha256Of(pcmOf(stems.get(id)!))).toBe(pcmSha256);
  });

  it.each(manifest.stems)('$id measures the loudness and true peak that the manifest says', (stem) => {
    expect(measureStem(pcmOf(stems.get(stem.id)!))).toEqual({
      loudnessLufs: stem.loudnessLufs,
      truePeakDbtp: stem.truePeakDbtp,
    });
  });

  it.each(manifest.stems)('$id never clips: its highest sample stays 3 dB below full scale', ({ id }) => {
    expect(gainToDb(peakOf(...stems.get(id)!))).toBeLessThan(-3);
  });

  it.each(manifest.stems)('$id carries no offset above −60 dB', ({ id }) => {
    for (const channel of stems.get(id)!) {
      const offset = channel.reduce((sum, x) => sum + x, 0) / channel.length;
      expect(gainToDb(offset)).toBeLessThan(-60);
    }
  });

  it.each(manifest.stems)('$id joins end to beginning no rougher than the 4 ms around the join', ({ id }) => {
    for (const channel of stems.get(id)!) {
      const { join, around } = roughnessOfJoin(channel);
      expect(join).toBeLessThanOrEqual(around);
    }
  });

  it('add up to less than −1.5 dBTP with every fader at 0 dB, so that nothing needs limiting', () => {
    const sum = measureSum(manifest.stems.map(({ id }) => pcmOf(stems.get(id)!)));
    expect(sum.truePeakDbtp).toBeLessThan(-1.5);
  });
});

describe.each(SONGS)('The files of the $song song', ({ song }) => {
  const manifest = committedManifest(song);

  it.each(['opus', 'flac'] as const)('%s files are as long in bytes as the manifest says', (format) => {
    for (const stem of manifest.stems) {
      expect(readFileSync(songFolder(song) + stem[format].file).length).toBe(stem[format].bytes);
    }
  });

  it('take at most 6 MB as Opus and 16 MB as FLAC', () => {
    const total = (format: 'opus' | 'flac'): number =>
      manifest.stems.reduce((sum, stem) => sum + stem[format].bytes, 0);
    expect(total('opus')).toBeLessThan(6e6);
    expect(total('flac')).toBeLessThan(16e6);
  });

  it.each(manifest.stems)(
    '$id decodes from Opus to the loop and 200 ms on either side, to the frame',
    ({ opus }) => {
      expect(opus.padFrames).toBe(9600);
      expect(opusFrames(readFileSync(songFolder(song) + opus.file))).toBe(
        manifest.loopFrames + 2 * opus.padFrames,
      );
    },
  );
});
