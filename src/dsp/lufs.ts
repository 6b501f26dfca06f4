/** Makes a 997 Hz sine at 0 dBFS in one channel read −3.01 LUFS (ITU-R BS.1770-5 Annex 1, eq. 2). */
const OFFSET_DB = -0.691;

/** Loudness in LUFS of a K-weighted mean square, summed over channels; −∞ for 0. */
export function energyToLufs(meanSquare: number): number {
  return OFFSET_DB + 10 * Math.log10(meanSquare);
}

/** K-weighted mean square of a loudness in LUFS. */
export function lufsToEnergy(lufs: number): number {
  return Math.pow(10, (lufs - OFFSET_DB) / 10);
}
