import {
  BEND_BOUND,
  PEAK_DELAY,
  PEAK_HISTORY,
  SEARCH,
  SEARCH_LENGTH,
  searchPeak,
  STEP_BOUND,
} from './interpolated-peak.ts';

/** Samples that share one bound on how far a peak rises above the samples beside it. */
const CAPACITY = 512;
const SILENCE = new Float64Array(2 * PEAK_DELAY);

/**
 * Running true peak of one channel at 4×, exact although most of it is skipped: what cannot
 * beat the peak so far, by the bounds of interpolated-peak.ts, is not interpolated.
 */
export class ChannelTruePeak {
  private readonly samples = new Float64Array(PEAK_HISTORY + CAPACITY);
  private filled = 0;
  private scanned = 0;
  private readonly search = new Float64Array(SEARCH_LENGTH);

  reset(): void {
    this.samples.fill(0);
    this.filled = 0;
    this.scanned = 0;
    this.search.fill(0);
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
    const peak = this.search[SEARCH.peak];
    this.search[SEARCH.peak] = 0;
    return peak;
  }

  private scan(): void {
    const start = PEAK_HISTORY + this.scanned;
    const end = PEAK_HISTORY + this.filled;
    this.scanned = this.filled;
    this.beginWithSamples(start, end);
    this.boundRise(start, end);
    searchPeak(this.samples, start, end, this.search);
  }

  /** No peak is lower than its samples: known beforehand, they leave little to interpolate. */
  private beginWithSamples(start: number, end: number): void {
    const { samples, search } = this;
    let loudest = search[SEARCH.peak];
    for (let i = start - PEAK_DELAY; i < end - PEAK_DELAY; i++) {
      const magnitude = Math.abs(samples[i]);
      if (magnitude > loudest) loudest = magnitude;
    }
    search[SEARCH.peak] = loudest;
  }

  /** How far steps and bends in the windows of a stretch let a peak rise above the samples beside it. */
  private boundRise(start: number, end: number): void {
    const { samples, search } = this;
    let steepest = 0;
    let sharpest = 0;
    let before = samples[start - PEAK_HISTORY + 1] - samples[start - PEAK_HISTORY];
    for (let i = start - PEAK_HISTORY + 1; i < end; i++) {
      const step = samples[i] - samples[i - 1];
      const steep = Math.abs(step);
      const sharp = Math.abs(step - before);
      if (steep > steepest) steepest = steep;
      if (sharp > sharpest) sharpest = sharp;
      before = step;
    }
    search[SEARCH.rise] = sharpest * BEND_BOUND + steepest * STEP_BOUND;
  }
}
