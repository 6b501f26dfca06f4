import { Ramp } from './ramp.ts';
import { SlidingMinimum } from './sliding-minimum.ts';
import { SlidingSum } from './sliding-sum.ts';

/** Split of the smoothing over two box filters: their cascade is a bell without the corners of a single box. */
const FIRST_BOX_SHARE = 0.582;

/**
 * A clean gain is held from before a peak until this long after it has begun to be seen: half a cycle of 50 Hz, so that
 * from crest to crest of the bass it does not move. Longer would cost loudness after every peak.
 */
const CLEAN_HOLD_SECONDS = 0.01;

/** Release counts as finished at this distance (−160 dB), so that the gain returns to exactly 1. */
const ARRIVED = 1e-8;

/**
 * The gain curve of a look-ahead limiter: target gains in, smooth gains out, never above a target when the audio is
 * delayed by `delaySamples`.
 *
 * Sliding minimum, exponential release, then two box filters as long as the look-ahead
 * (Signalsmith, "Designing a straightforward limiter", 2022). A clean curve holds the minimum longer than that; a loud one
 * releases at once. While all targets are 1 the gain is exactly 1.
 */
export class LookAheadGain {
  readonly delaySamples: number;
  private readonly held: SlidingMinimum;
  private readonly heldLonger: SlidingMinimum;
  private readonly firstBox: SlidingSum;
  private readonly secondBox: SlidingSum;
  /** 0 = loud, 1 = clean. A mixture of both minima is as safe as either. */
  private readonly clean = new Ramp(1);
  private readonly loudGains: Float64Array;
  /** Frames for which everything has been exactly 1, as far as that matters. */
  private restingFrames: number;
  private readonly released = Float64Array.of(1);
  private releaseFactor = 0;
  private readonly sampleRate: number;
  private readonly reach: number;

  /** @param longestFrames most that `process` is called with */
  constructor(sampleRate: number, lookAheadSeconds: number, longestFrames: number) {
    this.sampleRate = sampleRate;
    this.delaySamples = Math.round(lookAheadSeconds * sampleRate);
    // Both boxes together reach over delaySamples + 1 samples; one more, because a target speaks for the two
    // samples on either side of it.
    this.reach = this.delaySamples + 2;
    const first = Math.round(this.reach * FIRST_BOX_SHARE);
    this.firstBox = new SlidingSum(first, 1);
    this.secondBox = new SlidingSum(this.reach - first, 1);
    this.held = new SlidingMinimum(this.reach, 1);
    const halfCycle = Math.ceil(CLEAN_HOLD_SECONDS * sampleRate) + 1;
    // Two windows in a row reach as far as their sum less one.
    this.heldLonger = new SlidingMinimum(Math.max(1, halfCycle - this.reach + 1), 1);
    this.loudGains = new Float64Array(longestFrames);
    this.restingFrames = this.reach;
    this.clean.prepare(sampleRate);
  }

  /** Time constant of the return to the target, in ms. */
  setRelease(releaseMs: number): void {
    this.releaseFactor = Math.exp(-1000 / (releaseMs * this.sampleRate));
  }

  setClean(clean: boolean): void {
    if (clean && !this.clean.moving && this.clean.value === 0) this.heldLonger.reset(1);
    this.clean.to(clean ? 1 : 0);
  }

  /** Finish a change between clean and loud at once. */
  settle(): void {
    this.clean.settle();
  }

  reset(): void {
    this.held.reset(1);
    this.heldLonger.reset(1);
    this.firstBox.reset(1);
    this.secondBox.reset(1);
    this.released[0] = 1;
    this.restingFrames = this.reach;
  }

  /**
   * Replace `frames` target gains (0 < gain ≤ 1) by the smooth gains, in place; false if all are exactly 1.
   *
   * @param limiting false if all targets are known to be 1
   */
  process(gains: Float64Array, frames: number, limiting: boolean): boolean {
    if (!limiting && this.restingFrames >= this.reach) {
      this.rest(frames);
      return false;
    }
    this.held.process(gains, frames);
    this.holdLonger(gains, frames);
    this.release(gains, frames);
    this.firstBox.average(gains, frames);
    this.secondBox.average(gains, frames);
    return true;
  }

  /** Nothing but ones, for ones: only the places in the windows go on, so that rounding never depends on block lengths. */
  private rest(frames: number): void {
    for (let i = 0; i < frames && this.clean.moving; i++) this.clean.next();
    this.firstBox.passOnes(frames);
    this.secondBox.passOnes(frames);
  }

  private holdLonger(gains: Float64Array, frames: number): void {
    const { clean, loudGains } = this;
    if (!clean.moving) {
      if (clean.value === 1) this.heldLonger.process(gains, frames);
      return;
    }
    for (let i = 0; i < frames; i++) loudGains[i] = gains[i];
    this.heldLonger.process(gains, frames);
    for (let i = 0; i < frames; i++) gains[i] = loudGains[i] + clean.next() * (gains[i] - loudGains[i]);
  }

  /** Down at once, up exponentially. */
  private release(gains: Float64Array, frames: number): void {
    const keep = this.releaseFactor;
    const take = 1 - keep;
    let released = this.released[0];
    let resting = this.restingFrames;
    for (let i = 0; i < frames; i++) {
      const target = gains[i];
      released = target - released < ARRIVED ? target : target * take + released * keep;
      gains[i] = released;
      resting = released === 1 ? resting + 1 : 0;
    }
    this.released[0] = released;
    this.restingFrames = Math.min(resting, this.reach);
  }
}
