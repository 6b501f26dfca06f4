import { LEVELS_PER_SECOND, type LapAnalysis } from '../analysis/lap-analysis.ts';
import { barAt } from './time-axis.ts';

/** Largest value in each of `columns` equal stretches of `values`. */
export function columnMaxima(values: Float32Array, columns: number): Float32Array {
  const maxima = new Float32Array(columns).fill(-Infinity);
  for (let column = 0; column < columns; column++) {
    const first = Math.floor((column * values.length) / columns);
    const end = Math.max(first + 1, Math.floor(((column + 1) * values.length) / columns));
    for (let i = first; i < end; i++) if (values[i] > maxima[column]) maxima[column] = values[i];
  }
  return maxima;
}

/** Largest magnitude of a lap, linear. */
export function highestPeak({ peaks }: LapAnalysis): number {
  return peaks.reduce((highest, peak) => Math.max(highest, peak), 0);
}

/** What a lane's scale begins with, in dBFS: softer is not seen. */
const FAINTEST_DB = -54;

/** How much of a lane's height a level fills, 0 … 1. */
export function laneShare(levelDb: number): number {
  return Math.max(0, Math.min(1, 1 - levelDb / FAINTEST_DB));
}

/** A stem that can be seen and named. */
export interface Lane {
  readonly id: string;
  readonly name: string;
}

/** How far back "now" reaches when the loudest stem is named, in windows of 10 ms. */
const NOW_WINDOWS = 30;

/** The stem with the highest peak just before a moment; null where none can be heard. */
export function loudestLane(lap: LapAnalysis, lanes: readonly Lane[], moment: number): Lane | null {
  const end = Math.floor(moment * LEVELS_PER_SECOND) + 1;
  let loudest: Lane | null = null;
  let highest = FAINTEST_DB;
  for (const lane of lanes) {
    const levels = lap.channels.get(lane.id)?.levelDb ?? [];
    for (let i = Math.max(0, end - NOW_WINDOWS); i < Math.min(end, levels.length); i++)
      if (levels[i] > highest) {
        highest = levels[i];
        loudest = lane;
      }
  }
  return loudest;
}

/** "Second 12.4 of 36, bar 5 of 16; loudest now: Drums"; a loop that has no equal bars counts none. */
export function playingWords(lap: LapAnalysis, bars: number, lanes: readonly Lane[], moment: number): string {
  const loudest = loudestLane(lap, lanes, moment);
  const second = `Second ${moment.toFixed(1)} of ${lap.seconds.toFixed(0)}`;
  const bar = bars > 1 ? `, bar ${barAt(moment, lap.seconds, bars)} of ${bars}` : '';
  return `${second}${bar}; ${loudest ? `loudest now: ${loudest.name}` : 'nothing sounds now'}.`;
}

/** What there is to see while nothing plays. */
export function restingWords(lap: LapAnalysis, bars: number, lanes: readonly Lane[]): string {
  const highest = lap.peaks.indexOf(highestPeak(lap));
  const loudest = (highest / LEVELS_PER_SECOND).toFixed(1);
  const stems = lanes.length === 1 ? lanes[0].name : `${lanes.length} stems`;
  const length = `${lap.seconds.toFixed(0)} seconds${bars > 1 ? `, ${bars} bars` : ''}`;
  return `One lap: ${length}, ${stems}. The highest peak is at second ${loudest}.`;
}
