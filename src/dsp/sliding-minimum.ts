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

  /** Take in a value and return the smallest of the last `length` values. */
  push(value: number): number {
    const slots = this.slots;
    const next = this.position + 1;
    slots[this.position] = value;
    if (value < this.newer) this.newer = value;
    const older = slots[next];
    const minimum = older < this.newer ? older : this.newer;
    if (next === this.length) {
      this.position = 0;
      this.fold();
    } else {
      this.position = next;
    }
    return minimum;
  }

  private fold(): void {
    const slots = this.slots;
    for (let i = this.length - 2; i >= 0; i--) {
      if (slots[i + 1] < slots[i]) slots[i] = slots[i + 1];
    }
    this.newer = Infinity;
  }
}
