import {
  interpolatedPeakOver,
  PEAK_BOUND,
  PEAK_DELAY,
  PEAK_HISTORY,
  ROUNDING,
  SLOPE_BOUND,
} from './interpolated-peak.ts';

/** Samples interpolated, or skipped, together. */
const CHUNK = 32;
const CAPACITY = 16 * CHUNK;
const SILENCE = new Float64Array(2 * PEAK_DELAY);

/**
 * Running true peak of one channel at 4×, exact although most of it is skipped: what cannot
 * beat the peak so far, by the bounds of interpolated-peak.ts, is not interpolated.
 */
export class ChannelTruePeak {
  private readonly samples = new Float64Array(PEAK_HISTORY + CAPACITY);
  private filled = 0;
  private scanned = 0;
  /** At least the largest magnitude, and step between neighbours, in the PEAK_HISTORY samples before `scanned`. */
  private loudestBefore = 0;
  private steepestBefore = 0;
  private peak = 0;

  reset(): void {
    this.samples.fill(0);
    this.filled = 0;
    this.scanned = 0;
    this.loudestBefore = 0;
    this.steepestBefore = 0;
    this.peak = 0;
  }

  /** Take in `frames` samples of `input`, starting at index `from`. */
  process(input: ArrayLike<number>, frames: number, from = 0): void {
    const samples = this.samples;
    const end = from + frames;
    while (from < end) {
      const count = Math.min(end - from, CAPACITY - this.filled);
      const offset = PEAK_HISTORY + this.filled - from;
      for (let i = from; i < from + count; i++) samples[offset + i] = input[i];
      this.filled += count;
      from += count;
      if (this.filled === CAPACITY) {
        this.scan();
        samples.copyWithin(0, CAPACITY);
        this.filled = 0;
        this.scanned = 0;
      }
    }
  }

  /** Push the last samples through the interpolator with silence behind them: the end of a file. */
  flush(): void {
    this.process(SILENCE, SILENCE.length);
  }

  /** Largest magnitude since the last call (linear, ≥ 0), lagging the input by 12 samples. */
  take(): number {
    this.scan();
    const peak = this.peak;
    this.peak = 0;
    return peak;
  }

  private scan(): void {
    const samples = this.samples;
    const end = PEAK_HISTORY + this.filled;
    for (let start = PEAK_HISTORY + this.scanned; start < end; start += CHUNK) {
      const stop = Math.min(start + CHUNK, end);
      let loudest = 0;
      let steepest = 0;
      let last = samples[start - 1];
      for (let i = start; i < stop; i++) {
        const sample = samples[i];
        const magnitude = Math.abs(sample);
        const step = Math.abs(sample - last);
        if (magnitude > loudest) loudest = magnitude;
        if (step > steepest) steepest = step;
        last = sample;
      }
      const loudestInWindow = Math.max(loudest, this.loudestBefore);
      const steepestInWindow = Math.max(steepest, this.steepestBefore);
      const bound = Math.min(
        loudestInWindow * PEAK_BOUND,
        loudestInWindow * ROUNDING + steepestInWindow * SLOPE_BOUND,
      );
      if (bound > this.peak) {
        this.peak = interpolatedPeakOver(samples, start, stop, steepestInWindow, this.peak);
      }
      const short = stop - start < PEAK_HISTORY;
      this.loudestBefore = short ? loudestInWindow : loudest;
      this.steepestBefore = short ? steepestInWindow : steepest;
    }
    this.scanned = this.filled;
  }
}
