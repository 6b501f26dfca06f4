import { Ramp } from './ramp.ts';

/**
 * A stereo delay whose time can change: it crossfades from one place in its memory to another, so that nothing bends in
 * pitch. Equal gain, because what two places give may be anything from equal to opposite, and inside a feedback loop the
 * sum must never exceed the larger. A time asked for during a crossfade waits until it is over.
 *
 * Each sample: `advance`, take `out`, then `write`.
 */
export class DelayTap {
  /** What comes out at this sample, left and right; numbers kept in an array are not boxed. */
  readonly out = new Float64Array(2);
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
    this.out.fill(0);
    this.position = 0;
    this.settle();
  }

  /** Read the sample that comes out now. */
  advance(): void {
    const { memoryLeft, memoryRight, out } = this;
    let place = this.position - this.delay;
    if (place < 0) place += memoryLeft.length;
    out[0] = memoryLeft[place];
    out[1] = memoryRight[place];
    if (this.moving) this.crossfade();
  }

  /** Store the sample that goes in now, at a place of two channels. */
  write(left: Float64Array, right: Float64Array, at: number): void {
    this.memoryLeft[this.position] = left[at];
    this.memoryRight[this.position] = right[at];
    if (++this.position === this.memoryLeft.length) this.position = 0;
  }

  /** A plain delay, in place: what goes in comes out after the time, less the one sample by which writing comes first. */
  process(left: Float64Array, right: Float64Array, frames: number): void {
    const { memoryLeft, memoryRight } = this;
    const { length } = memoryLeft;
    let i = 0;
    for (; i < frames && this.moving; i++) {
      this.write(left, right, i);
      this.advance();
      left[i] = this.out[0];
      right[i] = this.out[1];
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
    const { fade, memoryLeft, memoryRight, out } = this;
    if (!fade.moving) {
      this.next = this.asked;
      fade.jump(0);
      fade.to(1);
    }
    let place = this.position - this.next;
    if (place < 0) place += memoryLeft.length;
    const weight = fade.next();
    out[0] += weight * (memoryLeft[place] - out[0]);
    out[1] += weight * (memoryRight[place] - out[1]);
    if (!fade.moving) this.delay = this.next;
  }
}
