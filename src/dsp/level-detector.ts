import { KeyFilter } from './key-filter.ts';
import { Ramp } from './ramp.ts';
import { LARGEST_SAMPLE } from './sanitise.ts';

/** Longest stretch that a detector reads at once. */
export const DETECTOR_FRAMES = 128;

/**
 * Time constant of the mean square. Its ripple is that of a plain average over 20 ms, two half cycles of 50 Hz:
 * a steady 100 Hz sine reads within 0.4 dB of its RMS.
 */
export const RMS_SECONDS = 0.01;

const TINY = 1e-30;

/**
 * The level that a dynamics device listens to: the louder of two channels, as peak (each sample's magnitude) or RMS,
 * after an optional high-pass.
 *
 * Both choices move along a raised cosine. Samples that are not usable count as silence.
 */
export class LevelDetector {
  private readonly filter = new KeyFilter(DETECTOR_FRAMES);
  /** 0 = peak, 1 = RMS. */
  private readonly rms = new Ramp(0);
  private keep = 0;
  /** Mean square of the left and of the right channel. */
  private readonly squares = new Float64Array(2);

  prepare(sampleRate: number): void {
    this.keep = Math.exp(-1 / (RMS_SECONDS * sampleRate));
    this.rms.prepare(sampleRate);
    this.filter.prepare(sampleRate);
    this.reset();
  }

  /** @param highPassHz corner of the high-pass; 0 is none */
  set(rms: boolean, highPassHz: number): void {
    this.rms.to(rms ? 1 : 0);
    this.filter.set(highPassHz);
  }

  /** Finish all movement at once. */
  settle(): void {
    this.rms.settle();
    this.filter.settle();
  }

  /** Forget all signal history. */
  reset(): void {
    this.squares.fill(0);
    this.filter.reset();
  }

  /**
   * Write the levels (linear, ≥ 0) of at most DETECTOR_FRAMES frames from `start`.
   * False if samples were not usable: not a number, or beyond LARGEST_SAMPLE.
   */
  read(
    left: Float64Array,
    right: Float64Array,
    start: number,
    frames: number,
    levels: Float64Array,
  ): boolean {
    const { filter } = this;
    if (!filter.active) return this.detect(left, right, start, frames, levels);
    const usable = filter.process(left, right, start, frames);
    this.detect(filter.left, filter.right, 0, frames, levels);
    return usable;
  }

  /** As `read`, for one channel that stands for both. */
  readMono(samples: Float64Array, start: number, frames: number, levels: Float64Array): boolean {
    if (this.filter.active || this.averaging) return this.read(samples, samples, start, frames, levels);
    let sum = 0;
    for (let i = 0; i < frames; i++) {
      const level = Math.abs(samples[start + i]);
      sum += level;
      levels[i] = level;
    }
    return sum <= LARGEST_SAMPLE || silenceUnusable(levels, frames);
  }

  private get averaging(): boolean {
    return this.rms.moving || this.rms.value > 0;
  }

  private detect(
    left: Float64Array,
    right: Float64Array,
    start: number,
    frames: number,
    levels: Float64Array,
  ): boolean {
    if (this.averaging) return this.average(left, right, start, frames, levels);
    let sum = 0;
    for (let i = 0; i < frames; i++) {
      const l = Math.abs(left[start + i]);
      const r = Math.abs(right[start + i]);
      const both = l + r;
      sum += both;
      // The larger of two numbers without a branch, which noise would make the processor guess wrong half of the time.
      levels[i] = 0.5 * (both + Math.abs(l - r));
    }
    return sum <= LARGEST_SAMPLE || silenceUnusable(levels, frames);
  }

  /** Levels at RMS, or on the way between peak and RMS. */
  private average(
    left: Float64Array,
    right: Float64Array,
    start: number,
    frames: number,
    levels: Float64Array,
  ): boolean {
    const { rms, squares, keep } = this;
    const take = 1 - keep;
    let usable = true;
    let squareLeft = squares[0];
    let squareRight = squares[1];
    for (let i = 0; i < frames; i++) {
      let l = left[start + i];
      let r = right[start + i];
      if (!(Math.max(Math.abs(l), Math.abs(r)) <= LARGEST_SAMPLE)) {
        usable = false;
        l = 0;
        r = 0;
      }
      squareLeft = squareLeft * keep + take * l * l;
      squareRight = squareRight * keep + take * r * r;
      const square = squareLeft > squareRight ? squareLeft : squareRight;
      if (rms.moving) {
        const peak = Math.max(l * l, r * r);
        levels[i] = Math.sqrt(peak + rms.next() * (square - peak));
      } else {
        // Arrived at peak within this stretch.
        levels[i] = rms.value === 0 ? Math.max(Math.abs(l), Math.abs(r)) : Math.sqrt(square);
      }
    }
    // Back at peak, the mean square starts from nothing the next time.
    const averaging = this.averaging;
    squares[0] = averaging && squareLeft > TINY ? squareLeft : 0;
    squares[1] = averaging && squareRight > TINY ? squareRight : 0;
    return usable;
  }
}

/** Levels of samples that are not usable become 0; false if there were any. */
function silenceUnusable(levels: Float64Array, frames: number): boolean {
  let usable = true;
  for (let i = 0; i < frames; i++) {
    if (levels[i] <= LARGEST_SAMPLE) continue;
    usable = false;
    levels[i] = 0;
  }
  return usable;
}
