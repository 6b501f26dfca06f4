import { bounceSpec } from '../../demos/bounce-spec.ts';
import { stemSet } from '../../demos/song-audio.ts';
import type { MixSpec } from '../../dsp/mix-spec.ts';
import type { StemSet } from '../../song-manifest.ts';
import { toMilliseconds } from '../record.ts';
import { SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';
import { joinedLoop } from './joined-loop.ts';

/** Some bars of a mix, cut at bar lines and joined into a loop. */
export interface Excerpt {
  readonly channels: readonly Float32Array[];
  /** The lines that are sung in it, from its own start. */
  readonly lines: StemSet['lines'];
}

/** @param leadInFrames begins, and ends, so much before the bar line */
export async function excerptOf(
  spec: MixSpec,
  fromBar: number,
  bars: number,
  leadInFrames = 0,
): Promise<Excerpt> {
  const { bars: barsInSong, loopFrames, lines } = await stemSet(spec.song);
  const barFrames = loopFrames / barsInSong;
  const start = fromBar * barFrames - leadInFrames;
  const frames = bars * barFrames;
  const lap = await bounceSpec(spec);
  const shifted = (seconds: number): number => toMilliseconds(seconds - start / SAMPLE_RATE_HZ);
  return {
    channels: lap.map((channel) => joinedLoop(channel, start, frames)),
    lines: lines
      .map(({ text, startSeconds, endSeconds }) => ({
        text,
        startSeconds: shifted(startSeconds),
        endSeconds: shifted(endSeconds),
      }))
      .filter(({ startSeconds }) => startSeconds >= 0 && startSeconds < frames / SAMPLE_RATE_HZ),
  };
}
