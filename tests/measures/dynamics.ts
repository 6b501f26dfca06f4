import { gainToDb } from '../../src/dsp/decibels.ts';

/** Highest sample in dBFS. */
export function samplePeakDbfs(channels: readonly Float32Array[]): number {
  return gainToDb(channels.reduce((peak, side) => side.reduce((p, v) => Math.max(p, Math.abs(v)), peak), 0));
}

/** Highest sample above the root mean square, in dB. */
export function crestDb(channels: readonly Float32Array[]): number {
  const frames = channels.reduce((sum, { length }) => sum + length, 0);
  const energy = channels.reduce((sum, side) => side.reduce((s, v) => s + v * v, sum), 0);
  return samplePeakDbfs(channels) - 10 * Math.log10(energy / frames);
}

/** Levels of stretches of `seconds`, a third of one apart, in dB. */
export function levelsDb(
  channels: readonly Float32Array[],
  seconds: number,
  hopSeconds = seconds / 3,
): number[] {
  const length = Math.round(seconds * 48000);
  const hop = Math.round(hopSeconds * 48000);
  const levels: number[] = [];
  for (let start = 0; start + length <= channels[0].length; start += hop) {
    let energy = 0;
    for (const side of channels) for (let i = start; i < start + length; i++) energy += side[i] ** 2;
    levels.push(10 * Math.log10(energy / (length * channels.length) + 1e-20));
  }
  return levels;
}

/** Linear interpolation between ranks, as NumPy's. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = ((sorted.length - 1) * percent) / 100;
  const low = Math.floor(rank);
  return sorted[low] + (rank - low) * ((sorted[low + 1] ?? sorted[low]) - sorted[low]);
}

/** 10th to 90th percentile of 300 ms levels within 40 dB of the loudest, in dB. */
export function spread300Db(channels: readonly Float32Array[]): number {
  const levels = levelsDb(channels, 0.3, 0.1);
  const top = Math.max(...levels);
  const heard = levels.filter((level) => level > top - 40);
  return percentile(heard, 90) - percentile(heard, 10);
}

/** How far the quietest 20 ms (5th percentile, digital silence left out) lie below the 95th, in dB. */
export function floorBelowTopDb(channels: readonly Float32Array[]): number {
  const levels = levelsDb(channels, 0.02, 0.02);
  return (
    percentile(levels, 95) -
    percentile(
      levels.filter((level) => level > -100),
      5,
    )
  );
}

/** Share of 20 ms blocks below −100 dBFS. */
export function digitalSilenceShare(channels: readonly Float32Array[]): number {
  const levels = levelsDb(channels, 0.02, 0.02);
  return levels.filter((level) => level < -100).length / levels.length;
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, v) => sum + v, 0) / values.length;

export const deviation = (values: readonly number[]): number => {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((v) => (v - centre) ** 2)));
};
