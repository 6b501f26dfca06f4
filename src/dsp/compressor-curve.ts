/**
 * Gain reduction in dB (≥ 0) that a level asks for, before attack and release.
 *
 * D. Giannoulis, M. Massberg, J. D. Reiss, "Digital dynamic range compressor design: a tutorial and analysis",
 * JAES 60(6), 2012, eq. 4 (quadratic knee).
 */
export function staticReductionDb(
  levelDb: number,
  thresholdDb: number,
  ratio: number,
  kneeDb: number,
): number {
  const over = levelDb - thresholdDb;
  const slope = 1 - 1 / ratio;
  if (2 * over <= -kneeDb) return 0;
  if (2 * over >= kneeDb) return slope * over;
  const intoKnee = over + kneeDb / 2;
  return (slope * intoKnee * intoKnee) / (2 * kneeDb);
}
