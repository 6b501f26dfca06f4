import type { LapAnalysis } from '../analysis/lap-analysis.ts';
import { averageLevelDb, levelAt, SILENT_DB } from './channel-level.ts';
import type { StageStem } from './stage-plan.ts';

/** Average of the loudest stem that is heard, in dBFS; SILENT_DB where nothing is known. */
export function loudestAverageDb(plan: readonly StageStem[], lap: LapAnalysis | undefined): number {
  let loudest = SILENT_DB;
  for (const { id, muted } of plan) {
    const channel = lap?.channels.get(id);
    if (channel && !muted) loudest = Math.max(loudest, averageLevelDb(channel));
  }
  return loudest;
}

/** The name of the loudest stem at a moment of the loop; null in silence. */
export function loudestNow(plan: readonly StageStem[], lap: LapAnalysis, seconds: number): string | null {
  let loudest: string | null = null;
  let loudestDb = SILENT_DB;
  for (const { id, name, muted } of plan) {
    const channel = lap.channels.get(id);
    const level = channel && !muted ? levelAt(channel, seconds) : SILENT_DB;
    if (level <= loudestDb) continue;
    loudest = name;
    loudestDb = level;
  }
  return loudest;
}
