import { interpolatedPeak, PEAK_BOUND, PEAK_DELAY, PEAK_HISTORY } from './interpolated-peak.ts';

/** Samples interpolated, or skipped, together. */
const CHUNK = 32;
const CAPACITY = 16 * CHUNK;
const SILENCE = new Float64Array(2 * PEAK_DELAY);

/**
 * Running true peak of one channel at 4×, exact although most of it is skipped: a chunk whose largest sample
 * times PEAK_BOUND cannot beat the peak so far is not interpolated.
 */
export class ChannelTruePeak {
  private readonly samples = new Float64Array(PEAK_HISTORY + CAPACITY);
  private filled = 0;
  private scanned = 0;
  /** At least the largest of the PEAK_HISTORY samples before `scanned`. */
  private before = 0;
  private peak = 0;

  reset(): void {
    this.samples.fill(0);
    this.filled = 0;
    this.scanned = 0;
    this.before = 0;
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
      for (let i = start; i < stop; i++) {
        const magnitude = Math.abs(samples[i]);
        if (magnitude > loudest) loudest = magnitude;
      }
      const window = Math.max(loudest, this.before);
      if (window * PEAK_BOUND > this.peak) {
        this.peak = interpolatedPeak(samples, start, stop, this.peak);
      }
      this.before = stop - start < PEAK_HISTORY ? window : loudest;
    }
    this.scanned = this.filled;
  }
}
