/** Amplitude ratio of a level in dB. */
export function dbToGain(levelDb: number): number {
  return Math.pow(10, levelDb / 20);
}

/** Level in dB of an amplitude ratio; −∞ for 0. */
export function gainToDb(gain: number): number {
  return 20 * Math.log10(Math.abs(gain));
}
