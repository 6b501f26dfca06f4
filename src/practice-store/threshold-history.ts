import type { PracticeRecord } from '../training/practice-record.ts';
import type { SizeUnit, Way } from '../training/exercise.ts';
import { verdictOf } from '../training/practice-verdict.ts';

/** One exercise on one source, answered one way, as something to look at. */
export interface HistoryTrack {
  readonly key: string;
  readonly exercise: string;
  readonly source: string;
  readonly way: Way;
}

/** What one set showed on a track. */
export interface HistoryEntry {
  readonly day: string;
  readonly right: number;
  readonly of: number;
  /** Share that was heard, lucky guesses taken off, 0 … 1. */
  readonly heardShare: number;
  readonly standing: ReturnType<typeof verdictOf>['standing'];
  /** Null where the staircase turned too rarely, or there was none. */
  readonly threshold: {
    readonly size: number;
    readonly low: number;
    readonly high: number;
    readonly unit: SizeUnit;
  } | null;
}

/** The tracks that there are results of, the one practised last first. @param records oldest first */
export function tracksOf(records: readonly PracticeRecord[]): HistoryTrack[] {
  const tracks = new Map<string, HistoryTrack>();
  for (const { answers } of records)
    for (const { exercise, source, way } of answers) {
      const key = `${exercise} ${source} ${way}`;
      // Taken out and put back, so that the order is that of the last time.
      tracks.delete(key);
      tracks.set(key, { key, exercise, source, way });
    }
  return [...tracks.values()].reverse();
}

/** What each set showed on a track, oldest first. */
export function historyOf(records: readonly PracticeRecord[], track: HistoryTrack): HistoryEntry[] {
  const isOn = (entry: Pick<HistoryTrack, 'exercise' | 'source' | 'way'>): boolean =>
    entry.exercise === track.exercise && entry.source === track.source && entry.way === track.way;
  return records.flatMap(({ day, answers, thresholds }): HistoryEntry[] => {
    const asked = answers.filter(isOn);
    if (asked.length === 0) return [];
    const { right, of, heardShare, standing } = verdictOf({ answers: asked });
    return [{ day, right, of, heardShare, standing, threshold: thresholds.find(isOn) ?? null }];
  });
}
