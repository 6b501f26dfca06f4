import { BUTTERWORTH_Q, COEFFICIENTS, designBiquad } from './biquad.ts';
import { Ramp } from './ramp.ts';
import { LARGEST_SAMPLE } from './sanitise.ts';

const TINY = 1e-30;

/** The high-pass in front of a detector: 12 dB/octave, Butterworth. Moves along a raised cosine; off, it costs nothing. */
export class KeyFilter {
  /** The filtered key, from index 0. */
  readonly left: Float64Array;
  readonly right: Float64Array;
  /** False while the key would pass unchanged. */
  active = false;
  private sampleRate = 48000;
  private highPassHz = 0;
  private readonly movement = new Ramp(1);
  private readonly now = identity();
  private readonly from = identity();
  private readonly target = identity();
  private readonly memory = new Float64Array(4);

  constructor(longestFrames: number) {
    this.left = new Float64Array(longestFrames);
    this.right = new Float64Array(longestFrames);
  }

  prepare(sampleRate: number): void {
    this.sampleRate = sampleRate;
    this.movement.prepare(sampleRate);
    this.highPassHz = 0;
    this.target.set(identity());
    this.settle();
    this.reset();
  }

  /** @param highPassHz corner; 0 is off */
  set(highPassHz: number): void {
    if (highPassHz === this.highPassHz) return;
    this.highPassHz = highPassHz;
    this.from.set(this.now);
    if (highPassHz > 0)
      designBiquad(this.target, 0, 'highPass', this.sampleRate, highPassHz, 0, BUTTERWORTH_Q);
    else this.target.set(identity());
    this.active = true;
    this.movement.jump(0);
    this.movement.to(1);
  }

  /** Finish all movement at once. */
  settle(): void {
    this.movement.jump(1);
    this.now.set(this.target);
    this.active = this.highPassHz > 0;
    // The identity passes on what it holds within two samples.
    if (!this.active) this.memory.fill(0);
  }

  /** Forget all signal history. */
  reset(): void {
    this.memory.fill(0);
  }

  /** Filter `frames` frames from `start`; false if some were not usable, which count as silence. */
  process(left: Float64Array, right: Float64Array, start: number, frames: number): boolean {
    let done = 0;
    let usable = true;
    while (done < frames && this.movement.moving) {
      const weight = this.movement.next();
      const { now, from, target } = this;
      // The stable region of (a1, a2) is a triangle, so every mixture of two stable filters is stable.
      for (let k = 0; k < COEFFICIENTS; k++) now[k] = from[k] + weight * (target[k] - from[k]);
      if (!this.filter(left, right, start, done, done + 1)) usable = false;
      done++;
      if (!this.movement.moving) this.settle();
    }
    return this.filter(left, right, start, done, frames) && usable;
  }

  private filter(left: Float64Array, right: Float64Array, start: number, from: number, to: number): boolean {
    const { now, memory } = this;
    const outLeft = this.left;
    const outRight = this.right;
    const b0 = now[0];
    const b1 = now[1];
    const b2 = now[2];
    const a1 = now[3];
    const a2 = now[4];
    let l1 = memory[0];
    let l2 = memory[1];
    let r1 = memory[2];
    let r2 = memory[3];
    let usable = true;
    for (let i = from; i < to; i++) {
      let l = left[start + i];
      let r = right[start + i];
      if (!(Math.max(Math.abs(l), Math.abs(r)) <= LARGEST_SAMPLE)) {
        usable = false;
        l = 0;
        r = 0;
      }
      const yl = b0 * l + l1;
      const yr = b0 * r + r1;
      l1 = b1 * l - a1 * yl + l2;
      r1 = b1 * r - a1 * yr + r2;
      l2 = b2 * l - a2 * yl;
      r2 = b2 * r - a2 * yr;
      outLeft[i] = yl;
      outRight[i] = yr;
    }
    memory[0] = flush(l1);
    memory[1] = flush(l2);
    memory[2] = flush(r1);
    memory[3] = flush(r2);
    return usable;
  }
}

function identity(): Float64Array {
  return Float64Array.of(1, 0, 0, 0, 0);
}

/** Decaying memory becomes exact silence instead of denormals. */
function flush(value: number): number {
  return value < TINY && value > -TINY ? 0 : value;
}
