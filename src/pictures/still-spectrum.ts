import { ADDED_TILT_DB_PER_OCTAVE } from './spectrum-bands.ts';

/** Size of a still picture's coordinates. */
export const STILL = { width: 600, height: 220 } as const;
const SPAN_DB = 48;
const HEADROOM_DB = 4;

/**
 * The line of one spectrum as an SVG path.
 *
 * @param thirdsDb levels of thirds of an octave, from 20 Hz on
 * @param besideDb the other spectrum of the picture, which shares the scale
 */
export function spectrumLine(thirdsDb: readonly number[], besideDb: readonly number[]): string {
  return `M${points(thirdsDb, topDb(thirdsDb, besideDb)).join('L')}`;
}

/** The area between two spectra as an SVG path. */
export function differenceArea(oneDb: readonly number[], otherDb: readonly number[]): string {
  const top = topDb(oneDb, otherDb);
  return `M${[...points(oneDb, top), ...points(otherDb, top).reverse()].join('L')}Z`;
}

function points(thirdsDb: readonly number[], top: number): string[] {
  return tilted(thirdsDb).map((db, third) => {
    const x = (third / (thirdsDb.length - 1)) * STILL.width;
    const y = Math.min(STILL.height, ((top - db) / SPAN_DB) * STILL.height);
    return `${Math.round(x)} ${Math.round(y)}`;
  });
}

function topDb(oneDb: readonly number[], otherDb: readonly number[]): number {
  return Math.max(...tilted(oneDb), ...tilted(otherDb)) + HEADROOM_DB;
}

function tilted(thirdsDb: readonly number[]): number[] {
  return thirdsDb.map((db, third) => db + (third / 3) * ADDED_TILT_DB_PER_OCTAVE);
}
