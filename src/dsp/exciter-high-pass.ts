import { processMoving, processSingleStereo, STATES, toBank } from './biquad-cascade.ts';
import { BUTTERWORTH_Q, COEFFICIENTS, designBiquad } from './biquad.ts';
import { Ramp } from './ramp.ts';

/** Longest stretch of a movement worked on at once. */
const SLICE = 128;

/**
 * Second-order Butterworth high-pass of a stereo pair whose corner can move: every coefficient goes along a raised
 * cosine, and every point between two stable filters is stable.
 */
export class MovingHighPass {
  private sampleRate = 48000;
  private readonly from = new Float64Array(COEFFICIENTS);
  private readonly target = new Float64Array(COEFFICIENTS);
  private readonly bank = new Float64Array(COEFFICIENTS);
  private readonly weights = new Float64Array(SLICE);
  private readonly state = new Float64Array(STATES);
  private readonly movement = new Ramp(1);

  prepare(sampleRate: number): void {
    this.sampleRate = sampleRate;
    this.movement.prepare(sampleRate);
    this.reset();
  }

  reset(): void {
    this.state.fill(0);
    this.settle();
  }

  /** Be at this corner at once. */
  jump(frequencyHz: number): void {
    this.design(frequencyHz);
    this.settle();
  }

  /** Move to this corner. */
  move(frequencyHz: number): void {
    const reached = this.movement.value;
    for (let i = 0; i < COEFFICIENTS; i++) this.from[i] += reached * (this.target[i] - this.from[i]);
    this.design(frequencyHz);
    if (this.from.every((coefficient, i) => coefficient === this.target[i])) return;
    this.movement.jump(0);
    this.movement.to(1);
  }

  process(left: Float64Array, right: Float64Array, frames: number): void {
    const { from, target, weights, state, movement } = this;
    let start = 0;
    while (start < frames && movement.moving) {
      let count = 0;
      while (count < SLICE && start + count < frames && movement.moving) weights[count++] = movement.next();
      processMoving(left, start, start + count, from, target, weights, state, 0, 0);
      processMoving(right, start, start + count, from, target, weights, state, 0, 1);
      start += count;
    }
    if (start < frames) processSingleStereo(left, right, start, frames, this.bank, state, 0);
  }

  private settle(): void {
    this.movement.jump(1);
    this.from.set(this.target);
  }

  private design(frequencyHz: number): void {
    designBiquad(this.target, 0, 'highPass', this.sampleRate, frequencyHz, 0, BUTTERWORTH_Q);
    toBank(this.target, this.bank);
  }
}
