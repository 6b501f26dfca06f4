import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { residentBytes } from '../../src/audio/memory.ts';
import { sha256Of } from '../../src/band/files/pcm.ts';
import { measureStem } from '../../src/band/level-report.ts';
import { ALBUM_TURNED_DOWN_DB } from '../../src/band/sets/album.ts';
import { CODEC_TURNED_DOWN_DB } from '../../src/band/sets/codec.ts';
import { peakOf } from '../../src/band/signal/level.ts';
import { SONG_IDS, stemSet } from '../../src/demos/song-audio.ts';
import { gainToDb } from '../../src/dsp/decibels.ts';
import type { StemSet } from '../../src/song-manifest.ts';
import { committedSet, committedStem, pcmOf, STEMS_FOLDER } from './committed-stems.ts';
import { opusFrames } from './ogg-length.ts';
import { roughnessOfJoin } from './roughness-of-join.ts';

const SETS = [
  { set: 'album', ids: ['indie-pop', 'electronic', 'acoustic'], frames: 1_344_000 },
  { set: 'codec', ids: ['file', 'AAC-256', 'AAC-128', 'MP3-64'], frames: 216_000 },
];

const stemsOf = async ({ song, stems }: StemSet): Promise<Map<string, Float32Array[]>> =>
  new Map(await Promise.all(stems.map(async ({ id }) => [id, await committedStem(song, id)] as const)));

describe.each(SETS)('The stems of the set $set', ({ set, ids, frames }) => {
  const manifest = committedSet(set);
  let stems = new Map<string, Float32Array[]>();

  beforeAll(async () => {
    stems = await stemsOf(manifest);
  });

  it(`are ${ids.join(', ')}, stereo, ${frames} frames each`, () => {
    const shapes = manifest.stems.map(({ id }) => [id, stems.get(id)!.map(({ length }) => length)]);
    expect(shapes).toEqual(ids.map((id) => [id, [frames, frames]]));
    expect(manifest.loopFrames).toBe(frames);
  });

  it.each(manifest.stems)('$id holds what the manifest promises', ({ id, pcmSha256, ...levels }) => {
    const pcm = pcmOf(stems.get(id)!);
    expect(sha256Of(pcm)).toBe(pcmSha256);
    expect(levels).toMatchObject(measureStem(pcm));
  });

  it.each(manifest.stems)('$id never clips: its highest sample stays 3 dB below full scale', ({ id }) => {
    expect(gainToDb(peakOf(...stems.get(id)!))).toBeLessThan(-3);
  });

  it.each(manifest.stems)('$id joins end to beginning no rougher than the 4 ms around the join', ({ id }) => {
    for (const channel of stems.get(id)!) {
      const { join, around } = roughnessOfJoin(channel);
      expect(join).toBeLessThanOrEqual(around);
    }
  });

  it.each(manifest.stems)('$id is as long in its files as the manifest says', ({ flac, opus }) => {
    const file = (name: string) => readFileSync(`${STEMS_FOLDER}${set}/${name}`);
    expect([file(flac.file).length, file(opus.file).length]).toEqual([flac.bytes, opus.bytes]);
    expect(opusFrames(file(opus.file))).toBe(frames + 2 * opus.padFrames);
  });

  it('take less memory than any song does', async () => {
    const songs = await Promise.all(SONG_IDS.map(async (song) => residentBytes(await stemSet(song))));
    expect(residentBytes(manifest)).toBeLessThan(Math.min(...songs));
  });
});

describe('The album', () => {
  it('has one song at a time: each is silent, to the sample, where another is heard', async () => {
    const stems = [...(await stemsOf(committedSet('album'))).values()];
    const heard = stems.map((channels) => soundingFrames(channels));
    for (let i = 1; i < heard.length; i++) expect(heard[i]!.first).toBeGreaterThan(heard[i - 1]!.last);
  });

  it('holds the lines that are sung in it, each inside its song', async () => {
    const manifest = committedSet('album');
    const heard = [...(await stemsOf(manifest)).values()].map((channels) => soundingFrames(channels));
    expect(manifest.lines).toHaveLength(6);
    manifest.lines.forEach(({ startSeconds, endSeconds }, i) => {
      const { first, last } = heard[Math.floor(i / 2)]!;
      expect(startSeconds * manifest.sampleRate).toBeGreaterThan(first);
      expect(endSeconds * manifest.sampleRate).toBeLessThan(last);
    });
  });

  it(`plays the mixes ${ALBUM_TURNED_DOWN_DB} dB down, all alike: −18.7 LUFS each as a whole, so within 3 LU of it here`, () => {
    for (const { loudnessLufs } of committedSet('album').stems)
      expect(Math.abs(loudnessLufs + ALBUM_TURNED_DOWN_DB + 18.7)).toBeLessThan(3);
  });
});

describe('The coded master', () => {
  let file: Float32Array[];
  let coded: [string, Float32Array[]][];

  beforeAll(async () => {
    const stems = await stemsOf(committedSet('codec'));
    file = stems.get('file')!;
    coded = [...stems].filter(([id]) => id !== 'file');
  });

  it('lies on the file to the sample: no shift of 1 to 200 samples fits better', () => {
    for (const [, channels] of coded) {
      const fits = Array.from({ length: 401 }, (_, k) => correlationAt(file[0]!, channels[0]!, k - 200));
      expect(fits.indexOf(Math.max(...fits)) - 200).toBe(0);
    }
  });

  it('is the file and something 10 to 30 dB below it, the more the fewer bits there were', () => {
    const errors = coded.map(([, channels]) => differenceDb(file, channels));
    for (const error of errors) {
      expect(error).toBeGreaterThan(-30);
      expect(error).toBeLessThan(-10);
    }
    expect(errors).toEqual([...errors].sort((a, b) => a - b));
  });

  it('peaks below full scale as a file, and above it as AAC at 128 kb/s', () => {
    const { stems } = committedSet('codec');
    const delivered = (id: string): number =>
      stems.find((stem) => stem.id === id)!.truePeakDbtp + CODEC_TURNED_DOWN_DB;
    expect(delivered('file')).toBeLessThan(-1);
    expect(delivered('AAC-128')).toBeGreaterThan(0);
  });
});

/** The first and the last frame that is not silent. */
function soundingFrames(channels: readonly Float32Array[]): { first: number; last: number } {
  const sounding = channels.map((channel) => {
    const first = channel.findIndex((value) => value !== 0);
    const last = channel.findLastIndex((value) => value !== 0);
    return { first, last };
  });
  return {
    first: Math.min(...sounding.map(({ first }) => first)),
    last: Math.max(...sounding.map(({ last }) => last)),
  };
}

/** How alike two loops are with the second one so much later. */
function correlationAt(one: Float32Array, other: Float32Array, lag: number): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += one[i]! * other[(i + lag + other.length) % other.length]!;
  return sum;
}

function differenceDb(one: readonly Float32Array[], other: readonly Float32Array[]): number {
  let difference = 0;
  let energy = 0;
  one.forEach((channel, c) => {
    channel.forEach((value, i) => {
      difference += (value - other[c]![i]!) ** 2;
      energy += value ** 2;
    });
  });
  return 10 * Math.log10(difference / energy);
}
