import { analysing } from '../analysis/analyse-lap.ts';
import type { LapAnalysis } from '../analysis/lap-analysis.ts';
import type { StemAudio } from '../dsp/bounce.ts';
import { device } from '../dsp/mix-draft.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';
import type { SourceLevels } from '../training/exercise.ts';
import { withAsked } from './changed.ts';

/** The device of `levelsSpec` whose gain reduction must be asked for in the analysis. */
export const LEVEL_READER = 'level-reader';

/** What all compressors of these exercises share with the one that reads: amounts hold for these. */
export const READ_AS = { kneeDb: 0, attackMs: 1, releaseMs: 100, detector: 1 } as const;

/**
 * Always working, at a ratio that turns nothing down by more than 0.06 dB: the sound stays what it was, and the reduction
 * tells the level that the detector reads.
 */
const READER = { ...READ_AS, thresholdDb: -60, ratio: 1.001 } as const;

/** Share of the time in which the detector reads more than `detectedDb`. */
const LOUDEST_SHARE = 0.05;

/** What is analysed to know a source's levels. */
export function levelsSpec(base: MixSpec): MixSpec {
  return withAsked(base, device('compressor', LEVEL_READER, 'Level reader', READER));
}

/**
 * The levels of a source from one analysed lap of its `levelsSpec`. The reduction is (L − T)(1 − 1/R), so L is known from
 * it, with the attack and release that it is smoothed by; where less than a twentieth of the lap is above −60 dBFS, L
 * reads −60.
 *
 * @throws where LEVEL_READER was not among the devices asked for, or the lap is silent
 */
export function sourceLevels(lap: LapAnalysis): SourceLevels {
  const reading = lap.devices.get(LEVEL_READER);
  if (!reading) throw new Error(`expected an analysis with the device "${LEVEL_READER}"`);
  if (!Number.isFinite(lap.integratedLufs))
    throw new Error('This stretch is silent, so nothing can be asked about it. Choose another one.');
  const reductions = Float32Array.from(reading.reductionDb).sort();
  const exceeded = reductions[Math.floor((1 - LOUDEST_SHARE) * (reductions.length - 1))];
  return {
    integratedLufs: rounded(lap.integratedLufs),
    detectedDb: rounded(READER.thresholdDb + exceeded / (1 - 1 / READER.ratio)),
    truePeakDbtp: rounded(lap.truePeakDbtp),
  };
}

/** The same, rendered and measured here and now: some tenths of a second for a part. @param audio by strip */
export function measuredLevels(base: MixSpec, audio: readonly StemAudio[], sampleRate: number): SourceLevels {
  const job = analysing({ spec: levelsSpec(base), deviceIds: [LEVEL_READER] }, audio, sampleRate);
  for (;;) {
    const step = job.next();
    if (step.done) return sourceLevels(step.value);
  }
}

function rounded(db: number): number {
  return Number(db.toFixed(2));
}
