import { dbToGain } from '../dsp/decibels.ts';
import { measureLoudness } from '../dsp/loudness.ts';
import { channelsOf, type Pcm } from './files/pcm.ts';
import { SAMPLE_RATE_HZ } from './signal/sample-rate.ts';

/** What each side gets of a mono stem panned to the middle. */
const CENTRE_PAN_DB = -3.0103;

export interface Levels {
  loudnessLufs: number;
  truePeakDbtp: number;
}

/** Integrated loudness and true peak of a stem; a mono stem counts as two equal channels at full level. */
export function measureStem(pcm: Pcm): Levels {
  const channels = channelsOf(pcm);
  return measure([channels[0], channels.at(-1)!]);
}

/** The same of all stems added up with every fader at 0 dB and every mono stem panned to the middle. */
export function measureSum(stems: readonly Pcm[]): Levels {
  const frames = stems[0].samples.length / stems[0].channelCount;
  const sides = [new Float32Array(frames), new Float32Array(frames)];
  for (const stem of stems) {
    const channels = channelsOf(stem);
    const gain = stem.channelCount === 1 ? dbToGain(CENTRE_PAN_DB) : 1;
    sides.forEach((side, s) => {
      const channel = channels[s] ?? channels[0];
      for (let i = 0; i < frames; i++) side[i] = side[i] + channel[i] * gain;
    });
  }
  return measure(sides);
}

function measure(channels: readonly Float32Array[]): Levels {
  const { integratedLufs, truePeakDbtp } = measureLoudness(channels, SAMPLE_RATE_HZ);
  return { loudnessLufs: toTenths(integratedLufs), truePeakDbtp: toTenths(truePeakDbtp) };
}

const toTenths = (value: number): number => Math.round(value * 10) / 10;
