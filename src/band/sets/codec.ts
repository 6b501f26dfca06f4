import { dbToGain } from '../../dsp/decibels.ts';
import { crushedIndiePop } from '../../mixes/indie-pop.ts';
import { ditherTo16Bit } from '../files/pcm.ts';
import { scale } from '../signal/level.ts';
import { codedLoop } from './coded-loop.ts';
import { excerptOf } from './excerpt.ts';
import { ffmpegVersion, type LossyCodec } from './lossy.ts';
import type { SetPlan } from './set-plan.ts';

/** All versions alike, after decoding: room for what codecs add above the file’s peaks. */
export const CODEC_TURNED_DOWN_DB = 12;

/** “Put your boots back by the door”, the end of the chorus. */
const FROM_BAR = 14;
const BARS = 2;

const CODECS: readonly { readonly id: string; readonly name: string; readonly codec: LossyCodec }[] = [
  { id: 'AAC-256', name: 'AAC, 256 kb/s', codec: { encoder: 'aac', kbps: 256, extension: 'm4a' } },
  { id: 'AAC-128', name: 'AAC, 128 kb/s', codec: { encoder: 'aac', kbps: 128, extension: 'm4a' } },
  { id: 'MP3-64', name: 'MP3, 64 kb/s', codec: { encoder: 'libmp3lame', kbps: 64, extension: 'mp3' } },
];

/** One loud master as a file and as codecs leave it, to be heard one at a time. */
export const codec: SetPlan = {
  id: 'codec',
  title: 'One master, coded',
  songs: [crushedIndiePop.song],
  // At the usual rate the page’s own coding would be coarser than some that are compared.
  opusKbps: 256,
  story: () =>
    `Two bars of a loud master of this project, encoded and decoded (${ffmpegVersion()}: its own AAC encoder, and LAME), ${CODEC_TURNED_DOWN_DB} dB below the master.`,
  async render() {
    const { channels, lines } = await excerptOf(crushedIndiePop, FROM_BAR, BARS);
    const versions = CODECS.map(({ codec: lossy, ...named }) => ({
      ...named,
      channels: codedLoop(channels, lossy),
    }));
    return {
      bars: BARS,
      lines,
      stems: [{ id: 'file', name: 'The file', channels }, ...versions].map(
        ({ id, name, channels: heard }) => {
          const turnedDown = heard.map((channel) => channel.slice());
          for (const channel of turnedDown) scale(channel, dbToGain(-CODEC_TURNED_DOWN_DB));
          return { id, name, pcm: ditherTo16Bit(turnedDown, `codec ${id}`) };
        },
      ),
    };
  },
};
