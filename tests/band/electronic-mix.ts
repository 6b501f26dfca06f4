import { dbToGain } from '../../src/dsp/decibels.ts';
import { panGains } from '../../src/dsp/pan.ts';
import { withFaults, type Fault } from '../../src/band/fault.ts';
import { peakOf, scale } from '../../src/band/signal/level.ts';
import { electronic } from '../../src/band/songs/electronic/song.ts';
import { playBass } from '../../src/band/songs/electronic/bass.ts';
import { playDrums } from '../../src/band/songs/electronic/drums.ts';
import { playArp, playLead, playPad } from '../../src/band/songs/electronic/synths.ts';
import type { Take } from '../../src/band/take.ts';
import { committedManifest, committedStem } from './committed-stems.ts';
import { loudnessOf } from './measures/dynamics.ts';

export type Channels = readonly Float32Array[];

/** A fader and a pan pot: the stem's own loudness in LUFS as it plays in the middle, and its place from −1 to 1. */
interface Place {
  loudnessLufs: number;
  pan: number;
}

/** A plain balance, as somebody might leave it before touching any EQ or compressor. */
const BALANCE: Readonly<Record<string, Place>> = {
  kick: { loudnessLufs: -18, pan: 0 },
  clap: { loudnessLufs: -23.5, pan: 0 },
  hats: { loudnessLufs: -30.5, pan: 0 },
  bass: { loudnessLufs: -22.5, pan: 0 },
  pad: { loudnessLufs: -29.5, pan: 0 },
  arp: { loudnessLufs: -26.5, pan: -0.9 },
  lead: { loudnessLufs: -28.5, pan: 0.8 },
  vocal: { loudnessLufs: -23, pan: 0 },
  double: { loudnessLufs: -29.5, pan: 0.9 },
};

/** What the machines play, before anything went wrong, at the level it is recorded at. */
export function machineTakes(): Map<string, Take> {
  const takes = new Map<string, Take>([
    ...Object.entries(playDrums()),
    ['bass', playBass()],
    ['pad', playPad()],
    ['arp', playArp()],
    ['lead', playLead()],
  ]);
  for (const [id, take] of takes) {
    const { recordedPeakDbfs } = electronic.stems.find((plan) => plan.id === id)!;
    const gain = dbToGain(recordedPeakDbfs) / peakOf(...take.channels);
    for (const channel of take.channels) scale(channel, gain);
  }
  return takes;
}

/** A committed voice with the level of its lines mended, which is the first thing that a mixer does. */
export async function mendedVoice(id: 'vocal' | 'double'): Promise<Channels> {
  const manifest = committedManifest('electronic');
  const marks = manifest.lines.map(({ text, ...times }) => ({ kind: 'line' as const, name: text, ...times }));
  const mends = electronic.stems
    .find((plan) => plan.id === id)!
    .faults.flatMap((fault): Fault[] =>
      fault.kind === 'line' ? [{ ...fault, amountDb: -fault.amountDb }] : [],
    );
  return withFaults({ channels: await committedStem('electronic', id), marks }, mends, id).channels;
}

/** Everything added up in that balance. */
export function balancedMix(stems: ReadonlyMap<string, Channels>): [Float32Array, Float32Array] {
  const frames = electronic.loopFrames;
  const mix: [Float32Array, Float32Array] = [new Float32Array(frames), new Float32Array(frames)];
  for (const [id, channels] of stems) {
    const { loudnessLufs, pan } = BALANCE[id];
    const stereo = channels.length === 2;
    const { left, right } = panGains(pan, stereo);
    // A mono stem in the middle is 3 dB down on either side; its loudness was measured without that.
    const law = stereo ? 1 : Math.SQRT2;
    const gain = law * dbToGain(loudnessLufs - loudnessOf(channels).integratedLufs);
    [left, right].forEach((side, s) => {
      const channel = channels[s] ?? channels[0];
      for (let i = 0; i < frames; i++) mix[s][i] = mix[s][i] + channel[i] * side * gain;
    });
  }
  return mix;
}
