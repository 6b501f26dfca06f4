import { LEVELS_PER_SECOND, type ChannelLap } from '../analysis/lap-analysis.ts';

/** Below this a channel counts as silent, in dBFS. */
export const SILENT_DB = -90;
/** How fast a shown level sinks after a peak, in dB/s, and for how long a peak is remembered. */
const FALL_DB_PER_SECOND = 60;
const REMEMBERED_SECONDS = 0.4;

/** The level to show at a moment of the loop, in dBFS: rises at once, sinks slowly enough to be seen. */
export function levelAt({ levelDb }: ChannelLap, seconds: number): number {
  const count = levelDb.length;
  if (count === 0) return -120;
  const now = Math.floor(seconds * LEVELS_PER_SECOND);
  let shown = -120;
  for (let age = 0; age < REMEMBERED_SECONDS * LEVELS_PER_SECOND && age < count; age++) {
    const index = (((now - age) % count) + count) % count;
    shown = Math.max(shown, levelDb[index] - (age / LEVELS_PER_SECOND) * FALL_DB_PER_SECOND);
  }
  return shown;
}

const averages = new WeakMap<ChannelLap, number>();

/** Mean power of the peaks over the lap, in dBFS; −120 in silence. Computed once for each lap. */
export function averageLevelDb(channel: ChannelLap): number {
  let average = averages.get(channel);
  if (average === undefined) {
    let power = 0;
    for (const level of channel.levelDb) power += 10 ** (level / 10);
    average = channel.levelDb.length === 0 ? -120 : 10 * Math.log10(power / channel.levelDb.length);
    averages.set(channel, average);
  }
  return average;
}
