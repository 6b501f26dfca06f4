/**
 * Sum of the last `length` values, without drift: nothing is ever subtracted.
 *
 * A ring is cut at its start into an older and a newer part. The older part is kept as sums from each slot to its
 * end, the newer as a running total; both are rebuilt once per lap, so a value costs two additions on average.
 * (The two-stack form of van Herk 1992 and Gil & Werman 1993, with + in place of min.)
 */
export class SlidingSum {
  readonly length: number;
  private readonly slots: Float64Array;
  private position = 0;
  private newer = 0;
  /** The window holds ones alone and the slots have not been written. */
  private onlyOnes = false;

  /** @param fill value that the window holds before the first `push` */
  constructor(length: number, fill = 0) {
    this.length = length;
    this.slots = new Float64Array(length + 1);
    this.reset(fill);
  }

  reset(fill = 0): void {
    this.slots.fill(fill);
    this.slots[this.length] = 0;
    this.position = 0;
    this.onlyOnes = false;
    this.fold();
  }

  /** Take in a value and return the sum of the last `length` values. */
  push(value: number): number {
    if (this.onlyOnes) this.writeOnes();
    const slots = this.slots;
    const next = this.position + 1;
    slots[this.position] = value;
    this.newer += value;
    const sum = this.newer + slots[next];
    if (next === this.length) {
      this.position = 0;
      this.fold();
    } else {
      this.position = next;
    }
    return sum;
  }

  /** Replace each of the first `frames` values by the mean of the last `length`, itself included: a box filter. */
  average(values: Float64Array, frames: number): void {
    if (this.onlyOnes) this.writeOnes();
    const { slots, length } = this;
    let position = this.position;
    let newer = this.newer;
    for (let i = 0; i < frames; i++) {
      slots[position] = values[i];
      newer += values[i];
      values[i] = (newer + slots[++position]) / length;
      if (position === length) {
        this.fold();
        position = 0;
        newer = 0;
      }
    }
    this.position = position;
    this.newer = newer;
  }

  /** Take in `frames` ones while the window holds nothing else; it goes on as if each had come through `average`. */
  passOnes(frames: number): void {
    this.position = (this.position + frames) % this.length;
    this.onlyOnes = true;
  }

  /** Write what only ones leave in the slots, once it is needed. */
  private writeOnes(): void {
    const { slots, length, position } = this;
    slots.fill(1, 0, position);
    for (let k = position; k < length; k++) slots[k] = length - k;
    this.newer = position;
    this.onlyOnes = false;
  }

  private fold(): void {
    const slots = this.slots;
    let sum = 0;
    for (let i = this.length - 1; i >= 0; i--) {
      sum += slots[i];
      slots[i] = sum;
    }
    this.newer = 0;
  }
}
