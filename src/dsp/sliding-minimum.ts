/**
 * Smallest of the last `length` values, in about two comparisons a value whatever the length
 * (van Herk 1992; Gil & Werman 1993).
 *
 * A ring is cut at its start into an older and a newer part. The older part is kept as minima from each slot to its
 * end, the newer as a running minimum; both are rebuilt once per lap. It holds no clock, so it can run for ever.
 */
export class SlidingMinimum {
  readonly length: number;
  private readonly slots: Float64Array;
  private position = 0;
  private newer = Infinity;

  /** @param fill value that the window holds before the first `push` */
  constructor(length: number, fill: number) {
    this.length = length;
    this.slots = new Float64Array(length + 1);
    this.reset(fill);
  }

  reset(fill: number): void {
    this.slots.fill(fill);
    this.slots[this.length] = Infinity;
    this.position = 0;
    this.newer = Infinity;
  }

  /** Replace each of the first `frames` values by the smallest of the last `length`, itself included. */
  process(values: Float64Array, frames: number): void {
    const { slots, length } = this;
    let position = this.position;
    let newer = this.newer;
    for (let i = 0; i < frames; i++) {
      const value = values[i];
      slots[position] = value;
      if (value < newer) newer = value;
      const older = slots[++position];
      values[i] = older < newer ? older : newer;
      if (position === length) {
        this.fold();
        position = 0;
        newer = Infinity;
      }
    }
    this.position = position;
    this.newer = newer;
  }

  private fold(): void {
    const slots = this.slots;
    let smallest = Infinity;
    for (let i = this.length - 1; i >= 0; i--) {
      if (slots[i] < smallest) smallest = slots[i];
      slots[i] = smallest;
    }
  }
}
