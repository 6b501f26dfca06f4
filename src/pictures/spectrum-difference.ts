import { BANDS } from '../analysis/lap-analysis.ts';

/** A band this far below the loudest is not worth a word: hardly anything is heard of it. */
const AUDIBLE_RANGE_DB = 24;
/** Neighbouring bands that differ by less than this share no shade. */
export const SHADED_FROM_DB = 0.5;

/** A stretch of bands in which one spectrum has more, or less, than the other. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly more: boolean;
  /** The band that differs most. */
  readonly peakBand: number;
  readonly peakDb: number;
}

/** The band where two spectra differ most, among those that can be heard, and by how much (second − first, in dB). */
export function greatestDifference(
  first: Float32Array,
  second: Float32Array,
): { readonly band: number; readonly db: number } | null {
  let loudest = -Infinity;
  for (let band = 0; band < BANDS; band++) loudest = Math.max(loudest, first[band], second[band]);
  let found: { band: number; db: number } | null = null;
  for (let band = 0; band < BANDS; band++) {
    if (Math.max(first[band], second[band]) < loudest - AUDIBLE_RANGE_DB) continue;
    const db = second[band] - first[band];
    if (!found || Math.abs(db) > Math.abs(found.db)) found = { band, db };
  }
  return found;
}

/** The stretches to shade, from low to high: where the second spectrum has at least SHADED_FROM_DB more or less. */
export function stretches(first: Float32Array, second: Float32Array): Stretch[] {
  const found: Stretch[] = [];
  for (let band = 0; band < BANDS; band++) {
    const db = second[band] - first[band];
    if (Math.abs(db) < SHADED_FROM_DB) continue;
    const last = found.at(-1);
    if (last?.to === band - 1 && last.more === db > 0) {
      const peak = Math.abs(db) > Math.abs(last.peakDb) ? { peakBand: band, peakDb: db } : {};
      found[found.length - 1] = { ...last, to: band, ...peak };
    } else found.push({ from: band, to: band, more: db > 0, peakBand: band, peakDb: db });
  }
  return found;
}
