import { dbToGain } from '../../dsp/decibels.ts';
import type { ReferenceMix } from '../../mixes/reference-mix.ts';
import { acoustic } from '../../mixes/acoustic.ts';
import { electronic } from '../../mixes/electronic.ts';
import { indiePop } from '../../mixes/indie-pop.ts';
import { ditherTo16Bit, type Pcm } from '../files/pcm.ts';
import { scale } from '../signal/level.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';
import { excerptOf } from './excerpt.ts';
import type { SetPlan } from './set-plan.ts';

/** Half the amplitude of the mixes: quieter samples pack smaller, and faders bring them back. */
export const ALBUM_TURNED_DOWN_DB = 6;

/** Begins so long before the beat: an S is heard before the note that it belongs to. */
const LEAD_IN_SECONDS = 0.12;
const FADE_IN_SECONDS = 0.1;
const FADE_OUT_SECONDS = 0.6;

/** In the order of the record: two that are loud throughout, then a quiet one before its chorus. */
export const TRACKS: readonly {
  readonly name: string;
  readonly mix: ReferenceMix;
  readonly fromBar: number;
  readonly bars: number;
}[] = [
  { name: 'Across the Sill', mix: indiePop, fromBar: 12, bars: 4 },
  { name: 'Signal in the Sea', mix: electronic, fromBar: 8, bars: 4 },
  { name: 'Paper Boat', mix: acoustic, fromBar: 4, bars: 4 },
];

/** Three songs one after the other in one loop; each stem is one song in its own stretch, and digital silence elsewhere. */
export const album: SetPlan = {
  id: 'album',
  title: 'Three songs of an album',
  songs: TRACKS.map(({ mix }) => mix.mixed.song),
  story: () =>
    `Four bars each of this project’s reference mixes, before mastering, one after the other; ${ALBUM_TURNED_DOWN_DB} dB below the mixes.`,
  async render() {
    const leadInFrames = framesIn(LEAD_IN_SECONDS);
    const tracks = [];
    let startFrame = 0;
    for (const { name, mix, fromBar, bars } of TRACKS) {
      const { channels, lines } = await excerptOf(mix.mixed, fromBar, bars, leadInFrames);
      for (const channel of channels) fadeEnds(channel);
      const id = mix.mixed.song;
      tracks.push({ id, name, lines, startFrame, pcm: ditherTo16Bit(channels, `album ${id}`) });
      startFrame += channels[0]!.length;
    }
    const loopFrames = startFrame;
    return {
      // The bars of three songs are of three lengths.
      bars: 1,
      lines: tracks.flatMap((track) =>
        track.lines.map((line) => ({
          text: line.text,
          startSeconds: line.startSeconds + track.startFrame / SAMPLE_RATE_HZ,
          endSeconds: line.endSeconds + track.startFrame / SAMPLE_RATE_HZ,
        })),
      ),
      stems: tracks.map(({ id, name, pcm, startFrame: at }) => ({
        id,
        name,
        pcm: placed(pcm, at, loopFrames),
      })),
    };
  },
};

/** Turned down, in from nothing before the first beat, and out over the last one. */
function fadeEnds(channel: Float32Array): void {
  scale(channel, dbToGain(-ALBUM_TURNED_DOWN_DB));
  const [fadeIn, fadeOut] = [framesIn(FADE_IN_SECONDS), framesIn(FADE_OUT_SECONDS)];
  for (let i = 0; i < fadeIn; i++) channel[i]! *= raisedCosine(i / fadeIn);
  for (let i = 0; i < fadeOut; i++) channel[channel.length - 1 - i]! *= raisedCosine(i / fadeOut);
}

const raisedCosine = (t: number): number => 0.5 - 0.5 * Math.cos(Math.PI * t);

/** Samples in a loop that is silent elsewhere, without dither, so that silence weighs nothing. */
function placed({ channelCount, samples }: Pcm, startFrame: number, loopFrames: number): Pcm {
  const out = new Int16Array(loopFrames * channelCount);
  out.set(samples, startFrame * channelCount);
  return { channelCount, samples: out };
}
