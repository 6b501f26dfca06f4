import type { StemSet } from '../song-manifest.ts';
import { loopExcerpt } from '../stem-sets/loop-excerpt.ts';
import { pinkNoiseStems, type MadeStems } from '../stem-sets/made-stems.ts';
import { playbackCheckStems } from '../stem-sets/playback-check-stems.ts';
import type { MadeSet } from '../stem-sets/stem-set-id.ts';
import { SAMPLE_RATE } from './sample-rate.ts';
import { ownStems } from './own-stems.ts';
import type { LoadedSong, LoadedStem } from './stems.ts';
import { Trouble } from './trouble.ts';

/** A stem set that is no files, made now. @throws Trouble where a learner's own audio is no longer there */
export function madeSong(name: MadeSet): LoadedSong {
  const made = samplesOf(name);
  if (!made)
    throw new Trouble(
      'Your own audio is no longer in memory.',
      'Choose the file again under “Practise on your own audio”.',
    );
  const stems = made.manifest.stems.map((entry): [string, LoadedStem] => [
    entry.id,
    { entry, buffer: bufferOf(made.stems.get(entry.id)!), padFrames: 0 },
  ]);
  return { manifest: made.manifest, stems: new Map(stems) };
}

/** Some bars of a stem as a loop of their own; the rest of it can go. */
export function excerptOfStem(
  { entry, buffer, padFrames }: LoadedStem,
  loopFrames: number,
  from: number,
  frames: number,
): LoadedStem {
  const channels = Array.from({ length: buffer.numberOfChannels }, (_, c) =>
    loopExcerpt(
      buffer.getChannelData(c).subarray(padFrames, padFrames + loopFrames),
      from,
      frames,
      SAMPLE_RATE,
    ),
  );
  return { entry, buffer: bufferOf(channels), padFrames: 0 };
}

export function excerptManifest(manifest: StemSet, song: string, loopFrames: number): StemSet {
  return { ...manifest, song, bars: 1, loopFrames, lines: [] };
}

function samplesOf(name: MadeSet): MadeStems | null {
  switch (name) {
    case 'pink-noise':
      return pinkNoiseStems(SAMPLE_RATE);
    case 'playback-check':
      return playbackCheckStems(SAMPLE_RATE);
    case 'own':
      return ownStems();
  }
}

function bufferOf(channels: readonly Float32Array[]): AudioBuffer {
  const buffer = new AudioBuffer({
    length: channels[0].length,
    numberOfChannels: channels.length,
    sampleRate: SAMPLE_RATE,
  });
  channels.forEach((samples, c) => buffer.getChannelData(c).set(samples));
  return buffer;
}
