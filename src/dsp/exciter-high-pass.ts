import { processBand, STATES } from './biquad-cascade.ts';
import { BUTTERWORTH_Q, COEFFICIENTS, designBiquad } from './biquad.ts';
import { Ramp } from './ramp.ts';

/**
 * Second-order Butterworth high-pass of a stereo pair whose corner can move: every coefficient goes along a raised
 * cosine, and every point between two stable filters is stable.
 */
export class MovingHighPass {
  private sampleRate = 48000;
  private readonly now = new Float64Array(COEFFICIENTS);
  private readonly from = new Float64Array(COEFFICIENTS);
  private readonly target = new Float64Array(COEFFICIENTS);
  private readonly state = new Float64Array(STATES);
  private readonly movement = new Ramp(1);

  prepare(sampleRate: number): void {
    this.sampleRate = sampleRate;
    this.movement.prepare(sampleRate);
    this.reset();
  }

  reset(): void {
    this.state.fill(0);
    this.movement.jump(1);
    this.now.set(this.target);
  }

  /** Be at this corner at once. */
  jump(frequencyHz: number): void {
    this.design(frequencyHz);
    this.movement.jump(1);
    this.now.set(this.target);
  }

  /** Move to this corner. */
  move(frequencyHz: number): void {
    this.design(frequencyHz);
    if (this.now.every((coefficient, i) => coefficient === this.target[i])) return;
    this.from.set(this.now);
    this.movement.jump(0);
    this.movement.to(1);
  }

  process(left: Float64Array, right: Float64Array, frames: number): void {
    const { now, from, target, state, movement } = this;
    let start = 0;
    for (; start < frames && movement.moving; start++) {
      const weight = movement.next();
      for (let i = 0; i < COEFFICIENTS; i++)
        now[i] = movement.moving ? from[i] + weight * (target[i] - from[i]) : target[i];
      processBand(left, right, start, start + 1, now, state, 0);
    }
    processBand(left, right, start, frames, now, state, 0);
  }

  private design(frequencyHz: number): void {
    designBiquad(this.target, 0, 'highPass', this.sampleRate, frequencyHz, 0, BUTTERWORTH_Q);
  }
}
