import { SlidingMinimum } from './sliding-minimum.ts';
import { SlidingSum } from './sliding-sum.ts';

/** Split of the smoothing over two box filters: their cascade is a bell without the corners of a single box. */
const FIRST_BOX_SHARE = 0.582;

/** Held after the peak has passed: longer than half a cycle of 50 Hz in all, so the gain does not ride bass waves. */
const HOLD_SECONDS = 0.008;

/** Release counts as finished at this distance (−160 dB), so that the gain returns to exactly 1. */
const ARRIVED = 1e-8;

/**
 * The gain curve of a look-ahead limiter: target gains in, smooth gains out, never above a target when the audio is
 * delayed by `delaySamples`.
 *
 * Sliding minimum, exponential release, then two box filters as long as the look-ahead
 * (Signalsmith, "Designing a straightforward limiter", 2022). While all targets are 1 the gain is exactly 1.
 */
export class LookAheadGain {
  readonly delaySamples: number;
  private readonly held: SlidingMinimum;
  private readonly firstBox: SlidingSum;
  private readonly secondBox: SlidingSum;
  private released = 1;
  private releaseFactor = 0;
  private readonly sampleRate: number;

  constructor(sampleRate: number, lookAheadSeconds: number) {
    this.sampleRate = sampleRate;
    this.delaySamples = Math.round(lookAheadSeconds * sampleRate);
    // Both boxes together reach over delaySamples + 1 samples; one more, because a target speaks for the two
    // samples on either side of it.
    const reach = this.delaySamples + 2;
    const first = Math.round(reach * FIRST_BOX_SHARE);
    this.firstBox = new SlidingSum(first, 1);
    this.secondBox = new SlidingSum(reach - first, 1);
    this.held = new SlidingMinimum(reach + Math.round(HOLD_SECONDS * sampleRate), 1);
  }

  /** Time constant of the return to the target, in ms. */
  setRelease(releaseMs: number): void {
    this.releaseFactor = Math.exp(-1000 / (releaseMs * this.sampleRate));
  }

  reset(): void {
    this.held.reset(1);
    this.firstBox.reset(1);
    this.secondBox.reset(1);
    this.released = 1;
  }

  /** Replace `frames` target gains (0 < gain ≤ 1) by the smooth gains, in place. */
  process(gains: Float64Array, frames: number): void {
    this.held.process(gains, frames);
    this.release(gains, frames);
    this.firstBox.average(gains, frames);
    this.secondBox.average(gains, frames);
  }

  /** Down at once, up exponentially. */
  private release(gains: Float64Array, frames: number): void {
    const keep = this.releaseFactor;
    const take = 1 - keep;
    let released = this.released;
    for (let i = 0; i < frames; i++) {
      const target = gains[i];
      released = target - released < ARRIVED ? target : target * take + released * keep;
      gains[i] = released;
    }
    this.released = released;
  }
}
