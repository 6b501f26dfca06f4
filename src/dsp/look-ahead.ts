import { Ramp } from './ramp.ts';

/**
 * Sound that comes later than its own levels, so that a gain can move before a peak does.
 *
 * The sound is always delayed by the longest look-ahead, so latency never changes; the levels are delayed by the rest.
 * A new look-ahead glides, reading between levels.
 */
export class LookAhead {
  /** Delay of the sound, constant after `prepare`. */
  delaySamples = 0;
  private readonly longestMs: number;
  private sampleRate = 48000;
  private left = new Float64Array(1);
  private right = new Float64Array(1);
  private levels = new Float64Array(1);
  private position = 0;
  /** Delay of the levels, in samples. */
  private readonly levelDelay = new Ramp();

  constructor(longestMs: number) {
    this.longestMs = longestMs;
  }

  prepare(sampleRate: number): void {
    this.sampleRate = sampleRate;
    this.delaySamples = Math.round((this.longestMs / 1000) * sampleRate);
    // One more than the delay, to read a delay of the full length after writing.
    this.left = new Float64Array(this.delaySamples + 1);
    this.right = new Float64Array(this.delaySamples + 1);
    this.levels = new Float64Array(this.delaySamples + 1);
    this.levelDelay.prepare(sampleRate);
    this.reset();
  }

  set(lookAheadMs: number): void {
    this.levelDelay.to(Math.max(0, this.delaySamples - Math.round((lookAheadMs / 1000) * this.sampleRate)));
  }

  /** Finish a glide at once. */
  settle(): void {
    this.levelDelay.settle();
  }

  /** Forget all signal history. */
  reset(): void {
    this.left.fill(0);
    this.right.fill(0);
    this.levels.fill(0);
    this.position = 0;
  }

  /** Delay `frames` frames of sound from `start`, and their levels, in place; one channel may stand for both. */
  process(
    left: Float64Array,
    right: Float64Array,
    start: number,
    frames: number,
    levels: Float64Array,
  ): void {
    const { length } = this.left;
    let position = this.position;
    for (let i = 0; i < frames; i++) {
      this.left[position] = left[start + i];
      this.right[position] = right[start + i];
      this.levels[position] = levels[i];
      levels[i] = this.delayedLevel(position);
      if (++position === length) position = 0;
      // The slot after the newest is the oldest.
      left[start + i] = this.left[position];
      right[start + i] = this.right[position];
    }
    this.position = position;
  }

  private delayedLevel(position: number): number {
    const { levels } = this;
    const delay = this.levelDelay.next();
    const whole = Math.floor(delay);
    const near = levels[this.wrap(position - whole)];
    if (delay === whole) return near;
    return near + (delay - whole) * (levels[this.wrap(position - whole - 1)] - near);
  }

  private wrap(position: number): number {
    return position < 0 ? position + this.levels.length : position;
  }
}
