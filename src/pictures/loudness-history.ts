import { PICTURES_PER_SECOND, type LapAnalysis } from '../analysis/lap-analysis.ts';

/** Where most streaming services play: what the history is held against. */
export const TARGET_LUFS = -14;
export const HIGHEST_LUFS = -4;
export const LOWEST_LUFS = -34;

/** Loudness marks written beside the picture. */
export const LUFS_TICKS: readonly number[] = [-10, -20, -30];

/** How far down the picture a loudness lies, 0 … 1. */
export function lufsShare(lufs: number): number {
  const share = (HIGHEST_LUFS - lufs) / (HIGHEST_LUFS - LOWEST_LUFS);
  return Math.max(0, Math.min(1, share));
}

/** One side of the comparison, with what level match does to it. */
export interface LoudnessSide {
  readonly label: string;
  readonly lap: LapAnalysis;
  readonly offsetDb: number;
}

/** A history's value at a moment, in LUFS; it moves every 50 ms. */
export function lufsAt(history: Float32Array, moment: number, offsetDb: number): number {
  return history[Math.min(history.length - 1, Math.floor(moment * PICTURES_PER_SECOND))] + offsetDb;
}

/**
 * "Now −18.3 LUFS (3 s: −18.9), 4.9 LU under the line at −14. Whole loop: “No compression” −18.3, “Compressed” −18.3 LUFS."
 *
 * @param moment null while nothing plays
 */
export function loudnessWords(
  present: LoudnessSide,
  sides: readonly LoudnessSide[],
  moment: number | null,
): string {
  const loops = sides.map(({ label, lap, offsetDb }) => `“${label}” ${lufs(lap.integratedLufs + offsetDb)}`);
  const whole = `Over the whole loop: ${loops.join(', ')} LUFS.`;
  if (moment === null) return whole;
  const momentary = lufsAt(present.lap.momentaryLufs, moment, present.offsetDb);
  const shortTerm = lufsAt(present.lap.shortTermLufs, moment, present.offsetDb);
  return `Last 0.4 s ${lufs(momentary)}, last 3 s ${lufs(shortTerm)} LUFS, ${distance(shortTerm)}. ${whole}`;
}

function distance(shortTermLufs: number): string {
  const apart = shortTermLufs - TARGET_LUFS;
  if (Math.abs(apart) < 0.05) return `on the line at ${lufs(TARGET_LUFS, 0)}`;
  if (!Number.isFinite(apart)) return 'silent';
  return `${Math.abs(apart).toFixed(1)} LU ${apart < 0 ? 'under' : 'over'} the line at ${lufs(TARGET_LUFS, 0)}`;
}

/** "−18.3"; a dash for silence. */
function lufs(value: number, decimals = 1): string {
  return Number.isFinite(value) && value > -70 ? value.toFixed(decimals).replace('-', '−') : '–';
}
