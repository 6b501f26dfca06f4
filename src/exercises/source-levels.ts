import { analysing } from '../analysis/analyse-lap.ts';
import type { AnalysisRequest, LapAnalysis } from '../analysis/lap-analysis.ts';
import type { StemAudio } from '../dsp/bounce.ts';
import { device } from '../dsp/mix-draft.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';
import type { Source, SourceLevels } from '../training/exercise.ts';
import { withAsked } from './changed.ts';

const DETECTOR = 'detector';
/** So low that it always works: then its gain reduction says what level its detector reads. */
const REFERENCE = { thresholdDb: -60, ratio: 20, kneeDb: 0, attackMs: 5, releaseMs: 120 } as const;
/** The loudest twentieth of the time. */
const LOUD_SHARE = 0.05;

/** How a compressor of the exercises hears: its times are those with which a source's level was measured. */
export const PRACTICE_TIMES = { attackMs: REFERENCE.attackMs, releaseMs: REFERENCE.releaseMs } as const;

/** What is analysed to know a source's levels. */
function levelsRequest(base: MixSpec): { spec: MixSpec; deviceIds: string[] } {
  return {
    spec: withAsked(base, device('compressor', DETECTOR, 'Detector', REFERENCE)),
    deviceIds: [DETECTOR],
  };
}

/**
 * A source's levels, from two analyses of one lap.
 *
 * A compressor that always works reduces by (L − T)(1 − 1/R) dB once attack and release have smoothed it, so its
 * reduction gives back the level L that it reads (Giannoulis, Massberg & Reiss 2012, eq. 4 without knee).
 *
 * @param dry of the source's base
 * @param detected of `levelsRequest`
 */
function sourceLevels(dry: LapAnalysis, detected: LapAnalysis): SourceLevels {
  const { reductionDb } = detected.devices.get(DETECTOR)!;
  const sorted = Float32Array.from(reductionDb).sort();
  const loud = sorted[Math.floor((1 - LOUD_SHARE) * (sorted.length - 1))];
  return {
    integratedLufs: rounded(dry.integratedLufs),
    detectedDb: rounded(REFERENCE.thresholdDb + loud / (1 - 1 / REFERENCE.ratio)),
    truePeakDbtp: rounded(dry.truePeakDbtp),
  };
}

/** A mix's levels, rendered and measured here and now: some tenths of a second for a part. @param audio by strip */
export function measuredLevels(base: MixSpec, audio: readonly StemAudio[], sampleRate: number): SourceLevels {
  const lap = (request: AnalysisRequest): LapAnalysis => {
    const job = analysing(request, audio, sampleRate);
    for (;;) {
      const step = job.next();
      if (step.done) return step.value;
    }
  };
  return sourceLevels(lap({ spec: base, deviceIds: [] }), lap(levelsRequest(base)));
}

/** The threshold at which a compressor without knee reduces the loudest twentieth of a source by this much, in dB. */
export function thresholdFor({ levels }: Source, reductionDb: number, ratio: number): number {
  const threshold = levels.detectedDb - reductionDb / (1 - 1 / ratio);
  return Math.max(-60, Math.min(0, threshold));
}

function rounded(db: number): number {
  return Number(db.toFixed(2));
}
