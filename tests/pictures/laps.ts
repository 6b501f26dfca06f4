import {
  LEVELS_PER_SECOND,
  PICTURES_PER_SECOND,
  SCOPE_POINTS,
  type LapAnalysis,
} from '../../src/analysis/lap-analysis.ts';
import type { SongStems } from '../../src/pictures/stem-names.ts';

/** A lap of one second in which each channel stands at one level, in dBFS. */
export function steadyLap(
  levelsDb: Readonly<Record<string, number>>,
  change: Partial<LapAnalysis> = {},
): LapAnalysis {
  return {
    seconds: 1,
    integratedLufs: -18,
    loudnessRangeLu: 0,
    truePeakDbtp: -3,
    peaks: new Float32Array(LEVELS_PER_SECOND),
    momentaryLufs: new Float32Array(PICTURES_PER_SECOND),
    shortTermLufs: new Float32Array(PICTURES_PER_SECOND),
    correlation: new Float32Array(PICTURES_PER_SECOND),
    spectraDb: new Float32Array(0),
    averageSpectrumDb: new Float32Array(0),
    scope: new Int8Array(PICTURES_PER_SECOND * SCOPE_POINTS * 2),
    channels: new Map(
      Object.entries(levelsDb).map(([id, level]) => [
        id,
        { levelDb: new Float32Array(LEVELS_PER_SECOND).fill(level) },
      ]),
    ),
    devices: new Map(),
    ...change,
  };
}

export const STEMS: SongStems = {
  stemNames: { kick: 'Kick', 'guitar-left': 'Guitar, first take', keys: 'Keys', vocal: 'Vocal' },
  stereoStemIds: ['keys'],
};
