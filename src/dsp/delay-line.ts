/** A fixed delay of a stereo pair, in samples; used to keep strips of different latency aligned. */
export class DelayLine {
  private readonly left: Float64Array;
  private readonly right: Float64Array;
  private position = 0;

  constructor(delaySamples: number) {
    this.left = new Float64Array(delaySamples);
    this.right = new Float64Array(delaySamples);
  }

  get length(): number {
    return this.left.length;
  }

  process(left: Float64Array, right: Float64Array, frames: number): void {
    const { length } = this;
    if (length === 0) return;
    let position = this.position;
    for (let i = 0; i < frames; i++) {
      const delayedLeft = this.left[position];
      const delayedRight = this.right[position];
      this.left[position] = left[i];
      this.right[position] = right[i];
      left[i] = delayedLeft;
      right[i] = delayedRight;
      if (++position === length) position = 0;
    }
    this.position = position;
  }

  reset(): void {
    this.left.fill(0);
    this.right.fill(0);
    this.position = 0;
  }
}
