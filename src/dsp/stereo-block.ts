import { MAX_BLOCK_FRAMES } from './bypass.ts';
import type { Ramp } from './ramp.ts';

/** Two channels of up to MAX_BLOCK_FRAMES samples: a bus, or scratch. */
export class StereoBlock {
  readonly left = new Float64Array(MAX_BLOCK_FRAMES);
  readonly right = new Float64Array(MAX_BLOCK_FRAMES);

  clear(frames: number): void {
    this.left.fill(0, 0, frames);
    this.right.fill(0, 0, frames);
  }

  /** Add another block's first `frames` samples. */
  add(other: StereoBlock, frames: number): void {
    const { left, right } = this;
    for (let i = 0; i < frames; i++) {
      left[i] += other.left[i];
      right[i] += other.right[i];
    }
  }

  /** Turn both channels by a gain that may be moving. */
  multiply(gain: Ramp, frames: number): void {
    const { left, right } = this;
    if (!gain.moving) {
      const g = gain.value;
      if (g === 1) return;
      for (let i = 0; i < frames; i++) {
        left[i] *= g;
        right[i] *= g;
      }
      return;
    }
    for (let i = 0; i < frames; i++) {
      const g = gain.next();
      left[i] *= g;
      right[i] *= g;
    }
  }
}
