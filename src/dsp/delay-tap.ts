import { Ramp } from './ramp.ts';

/**
 * A stereo delay whose time can change: it crossfades from one place in its memory to another, so that nothing bends in
 * pitch. Equal gain, because what two places give may be anything from equal to opposite, and inside a feedback loop the
 * sum must never exceed the larger. A time asked for during a crossfade waits until it is over.
 *
 * Each sample: `advance`, take `left` and `right`, then `write`.
 */
export class DelayTap {
  /** What comes out at this sample. */
  left = 0;
  right = 0;
  private readonly memoryLeft: Float64Array;
  private readonly memoryRight: Float64Array;
  private position = 0;
  private delay = 0;
  private next = 0;
  private asked = 0;
  private readonly fade = new Ramp(1);

  /** @param longest samples */
  constructor(longest: number, sampleRate: number) {
    this.memoryLeft = new Float64Array(longest + 1);
    this.memoryRight = new Float64Array(longest + 1);
    this.fade.prepare(sampleRate);
  }

  get moving(): boolean {
    return this.fade.moving || this.asked !== this.delay;
  }

  /** Move to a delay of 1 … longest samples. */
  to(delay: number): void {
    this.asked = delay;
  }

  /** Be at the delay asked for at once. */
  settle(): void {
    this.delay = this.asked;
    this.next = this.asked;
    this.fade.jump(1);
  }

  reset(): void {
    this.memoryLeft.fill(0);
    this.memoryRight.fill(0);
    this.left = 0;
    this.right = 0;
    this.position = 0;
    this.settle();
  }

  /** Read the sample that comes out now. */
  advance(): void {
    const { memoryLeft, memoryRight } = this;
    let place = this.position - this.delay;
    if (place < 0) place += memoryLeft.length;
    this.left = memoryLeft[place];
    this.right = memoryRight[place];
    if (this.moving) this.crossfade();
  }

  /** Store the sample that goes in now. */
  write(left: number, right: number): void {
    this.memoryLeft[this.position] = left;
    this.memoryRight[this.position] = right;
    if (++this.position === this.memoryLeft.length) this.position = 0;
  }

  /** A plain delay, in place: what goes in comes out after the time, less the one sample by which writing comes first. */
  process(left: Float64Array, right: Float64Array, frames: number): void {
    const { memoryLeft, memoryRight } = this;
    const { length } = memoryLeft;
    let i = 0;
    for (; i < frames && this.moving; i++) {
      this.write(left[i], right[i]);
      this.advance();
      left[i] = this.left;
      right[i] = this.right;
    }
    const { delay } = this;
    let { position } = this;
    for (; i < frames; i++) {
      memoryLeft[position] = left[i];
      memoryRight[position] = right[i];
      if (++position === length) position = 0;
      const place = position < delay ? position - delay + length : position - delay;
      left[i] = memoryLeft[place];
      right[i] = memoryRight[place];
    }
    this.position = position;
  }

  private crossfade(): void {
    const { fade, memoryLeft, memoryRight } = this;
    if (!fade.moving) {
      this.next = this.asked;
      fade.jump(0);
      fade.to(1);
    }
    let place = this.position - this.next;
    if (place < 0) place += memoryLeft.length;
    const weight = fade.next();
    this.left += weight * (memoryLeft[place] - this.left);
    this.right += weight * (memoryRight[place] - this.right);
    if (!fade.moving) this.delay = this.next;
  }
}
