import { PICTURES_PER_SECOND, SCOPE_POINTS, type LapAnalysis } from '../analysis/lap-analysis.ts';

/** How many of the last pictures are seen, the latest strongest. */
export const SEEN_PICTURES = 3;
/** How many are averaged for the levels of middle and side: 0.4 s. */
const LEVEL_PICTURES = 8;
const FULL_SCALE = 127;
/** How many pictures of the loop are seen at rest. */
const RESTING_PICTURES = 24;
/** Quieter than this the eight-bit points say nothing, in dBFS. */
const FLOOR_DB = -60;

type Scope = Pick<LapAnalysis, 'scope'>;

/** The picture at a moment of the loop. */
export function pictureAt({ scope }: Scope, seconds: number): number {
  const count = scope.length / (2 * SCOPE_POINTS);
  const picture = Math.floor(seconds * PICTURES_PER_SECOND);
  return count === 0 ? 0 : ((picture % count) + count) % count;
}

/**
 * The points of a picture, turned by 45°: mono is upright, left leans left, right leans right, and what differs
 * between the sides lies across. Pairs of x and y into `points` (2 × SCOPE_POINTS) within the diamond |x| + |y| ≤ 1,
 * which is full scale where `zoom` is 1; what would lie outside lies on its edge.
 *
 * @param ago how many pictures back from the moment
 */
export function scopePoints(
  lap: Scope,
  seconds: number,
  ago: number,
  zoom: number,
  points: Float32Array,
): void {
  const start = pictureAt(lap, seconds - ago / PICTURES_PER_SECOND) * 2 * SCOPE_POINTS;
  for (let i = 0; i < 2 * SCOPE_POINTS; i += 2) {
    const left = (lap.scope[start + i] ?? 0) / FULL_SCALE;
    const right = (lap.scope[start + i + 1] ?? 0) / FULL_SCALE;
    const x = ((right - left) / 2) * zoom;
    const y = ((left + right) / 2) * zoom;
    const shrink = Math.max(1, Math.abs(x) + Math.abs(y));
    points[i] = x / shrink;
    points[i + 1] = y / shrink;
  }
}

/** Levels of the middle (L + R) / 2 and the side (L − R) / 2 in dBFS (RMS); −∞ below −60. */
export interface MidSide {
  readonly midDb: number;
  readonly sideDb: number;
}

/** Over the 0.4 s before a moment; over the whole lap for null. */
export function midSideDb(lap: Scope, seconds: number | null): MidSide {
  const count = lap.scope.length / (2 * SCOPE_POINTS);
  const pictures = seconds === null ? count : LEVEL_PICTURES;
  const latest = seconds === null ? count - 1 : pictureAt(lap, seconds);
  let mid = 0;
  let side = 0;
  for (let ago = 0; ago < pictures; ago++) {
    const start = ((latest - ago + count) % count) * 2 * SCOPE_POINTS;
    for (let i = start; i < start + 2 * SCOPE_POINTS; i += 2) {
      const left = (lap.scope[i] ?? 0) / FULL_SCALE;
      const right = (lap.scope[i + 1] ?? 0) / FULL_SCALE;
      mid += ((left + right) / 2) ** 2;
      side += ((left - right) / 2) ** 2;
    }
  }
  const db = (power: number): number => {
    const level = 10 * Math.log10(power / (pictures * SCOPE_POINTS));
    return level >= FLOOR_DB ? level : -Infinity;
  };
  return { midDb: db(mid), sideDb: db(side) };
}

/** Moments spread over the lap, in seconds: the cloud of the whole loop, seen at rest. */
export function restingMoments({ scope }: Scope): number[] {
  const seconds = scope.length / (2 * SCOPE_POINTS * PICTURES_PER_SECOND);
  return Array.from({ length: RESTING_PICTURES }, (_, i) => ((i + 0.5) / RESTING_PICTURES) * seconds);
}

/** Enlarges what is seen so that all but the loudest hundredth of the lap's samples stay off the edge: 1 … 8. */
export function scopeZoom({ scope }: Scope): number {
  const magnitudes = scope.map((value) => Math.min(FULL_SCALE, Math.abs(value))).sort();
  const loud = magnitudes[Math.floor(magnitudes.length * 0.99)] ?? 0;
  return Math.min(8, FULL_SCALE / Math.max(1, loud));
}

/** Correlation at a moment; NaN in silence. */
export function correlationAt({ correlation }: Pick<LapAnalysis, 'correlation'>, seconds: number): number {
  const count = correlation.length;
  if (count === 0) return NaN;
  const index = Math.floor(seconds * PICTURES_PER_SECOND) % count;
  return correlation[index < 0 ? index + count : index];
}

/** Mean correlation over the lap where there is sound; NaN in silence. */
export function averageCorrelation({ correlation }: Pick<LapAnalysis, 'correlation'>): number {
  let sum = 0;
  let count = 0;
  for (const value of correlation)
    if (!Number.isNaN(value)) {
      sum += value;
      count++;
    }
  return count === 0 ? NaN : sum / count;
}
