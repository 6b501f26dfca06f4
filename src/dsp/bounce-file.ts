import { LapRenderer, type StemAudio } from './bounce.ts';
import { measureLoudness } from './loudness.ts';
import { SAFETY_CEILING_DBTP } from './mix.ts';
import type { MixSpec } from './mix-spec.ts';
import { truePeakDbtp } from './true-peak.ts';
import { wavFile, type WavFormat } from './wav-file.ts';

/** A mix as a file to keep. */
export interface BouncedFile {
  readonly wav: Uint8Array<ArrayBuffer>;
  /** Measured on the samples in the file, at 16×. */
  readonly truePeakDbtp: number;
  readonly integratedLufs: number;
  /** How often it was rendered until its true peak was right. */
  readonly passes: number;
}

/** Work between two reports of progress: about 50 ms. */
const STEP_FRAMES = 96_000;
const MOST_PASSES = 4;
/** Rounding of the re-measurement must not leave a peak at the ceiling. */
const SPARE_DB = 0.002;

/**
 * Bounce one lap to WAV, in steps: yields its progress (0 … 1), returns the file.
 *
 * The true peak is measured at 16×; where it exceeds −1 dBTP, the lap is rendered again under a ceiling that is lower
 * by the excess. The caller may stop between any two steps.
 */
export function* bouncing(
  spec: MixSpec,
  stems: readonly StemAudio[],
  sampleRate: number,
  format: WavFormat,
): Generator<number, BouncedFile> {
  let ceilingDbtp = SAFETY_CEILING_DBTP;
  for (let passes = 1; ; passes++) {
    const lap = new LapRenderer(spec, stems, sampleRate, { ceilingDbtp });
    while (lap.progress < 1) {
      lap.advance(STEP_FRAMES);
      yield 0.9 * lap.progress;
    }
    const channels = [lap.left, lap.right];
    const peak = truePeakDbtp(channels, 16);
    yield 0.95;
    const excess = peak - SAFETY_CEILING_DBTP;
    if (excess > 0 && passes < MOST_PASSES) {
      ceilingDbtp -= excess + SPARE_DB;
      continue;
    }
    return {
      wav: wavFile(channels, sampleRate, format),
      truePeakDbtp: peak,
      integratedLufs: measureLoudness(channels, sampleRate).integratedLufs,
      passes,
    };
  }
}

/** `bouncing` to the end, for Node. */
export function bounceFile(
  spec: MixSpec,
  stems: readonly StemAudio[],
  sampleRate: number,
  format: WavFormat,
): BouncedFile {
  const steps = bouncing(spec, stems, sampleRate, format);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
