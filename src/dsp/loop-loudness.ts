import { LapRenderer, type StemAudio } from './bounce.ts';
import { LoudnessMeter } from './loudness.ts';
import type { MixSpec } from './mix-spec.ts';

/** Work between two steps: about 50 ms. */
const STEP_FRAMES = 96_000;

/** Integrated loudness of one lap in LUFS, in steps: yields its progress (0 … 1). −∞ for silence. */
export function* measuring(
  spec: MixSpec,
  stems: readonly StemAudio[],
  sampleRate: number,
): Generator<number, number> {
  const lap = new LapRenderer(spec, stems, sampleRate);
  while (lap.progress < 1) {
    lap.advance(STEP_FRAMES);
    yield lap.progress;
  }
  const meter = new LoudnessMeter();
  meter.prepare(sampleRate, lap.left.length / sampleRate + 1);
  meter.process(lap.left, lap.right, lap.left.length);
  return meter.integratedLufs;
}
