import { measureLoudness, type Loudness } from '../../../src/dsp/loudness.ts';
import { gainToDb } from '../../../src/dsp/decibels.ts';
import { peakOf } from '../../../src/band/signal/level.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../../../src/band/signal/sample-rate.ts';
import { framePowers, powerDb } from './frame-power.ts';
import { mean, percentile } from './statistics.ts';

/** Sample peak above RMS in dB. */
export function crestDb(channels: readonly Float32Array[]): number {
  const power = mean(channels.map((channel) => channel.reduce((sum, x) => sum + x * x, 0) / channel.length));
  return gainToDb(peakOf(...channels)) - powerDb(power);
}

/** Loudness of a stem as it plays from two loudspeakers: mono sounds from both. */
export const loudnessOf = (channels: readonly Float32Array[]): Loudness =>
  measureLoudness(channels.length === 1 ? [channels[0], channels[0]] : channels, SAMPLE_RATE_HZ);

/** True peak above integrated loudness, in LU. */
export function peakToLoudnessLu(channels: readonly Float32Array[]): number {
  const { truePeakDbtp, integratedLufs } = loudnessOf(channels);
  return truePeakDbtp - integratedLufs;
}

/** From the 10th to the 90th percentile of 300 ms levels, of those within 40 dB of the highest. */
export function levelSpreadDb(channels: readonly Float32Array[]): number {
  const levels = [...framePowers(channels, framesIn(0.3), framesIn(0.1))].map(powerDb);
  const highest = Math.max(...levels);
  const heard = levels.filter((db) => db > highest - 40);
  return percentile(heard, 0.9) - percentile(heard, 0.1);
}

const DIGITAL_SILENCE_DB = -100;

export interface Floor {
  /** 5th percentile of 20 ms levels below their 95th, digital silence left out, in dB. */
  belowP95Db: number;
  /** Share (0–1) of 20 ms frames that are digital silence. */
  silentShare: number;
}

/** What is left in the gaps of a track. */
export function floorOf(channels: readonly Float32Array[]): Floor {
  const frames = framesIn(0.02);
  const levels = [...framePowers(channels, frames, frames)].map(powerDb);
  const heard = levels.filter((db) => db > DIGITAL_SILENCE_DB);
  return {
    belowP95Db: percentile(levels, 0.95) - percentile(heard, 0.05),
    silentShare: 1 - heard.length / levels.length,
  };
}
