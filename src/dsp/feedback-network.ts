import { LINES } from './feedback-lines.ts';
import { FeedbackSettings } from './feedback-settings.ts';
import { FeedbackTurn } from './feedback-turn.ts';
import { Ramp } from './ramp.ts';

/** Longest stretch processed at once; every line must be longer. */
export const NETWORK_FRAMES = 128;

/**
 * Sixteen delay lines that feed each other through a Hadamard matrix: a reverberation tail (J. Stautner & M. Puckette,
 * "Designing multi-channel reverberators", Computer Music Journal 6(1), 1982; losses after Jot & Chaigne 1991).
 *
 * The matrix is orthogonal and every line loses at every frequency, so it is stable. Even lines hear the left input,
 * odd ones the right; two rows of the matrix, which have nothing in common, are the outputs. New settings move along one
 * raised cosine: lengths by crossfading two places of a line, coefficients with them. Both are convex, so every point on
 * the way is stable too. Settings asked for during a movement wait until it is over.
 * Neighbouring lines are mixed through a slowly turning angle, half of them backwards (FeedbackTurn).
 */
export class FeedbackNetwork {
  private readonly mask: number;
  private readonly memory: readonly Float64Array[];
  private position = 0;
  private readonly states = new Float64Array(LINES);
  private readonly now = new FeedbackSettings();
  private readonly next = new FeedbackSettings();
  private readonly asked = new FeedbackSettings();
  private waiting = false;
  private readonly movement = new Ramp(1);
  private readonly weights = new Float64Array(NETWORK_FRAMES);
  /** One stretch of every line. */
  private readonly lanes: readonly Float64Array[];
  private readonly levels = new Float64Array(NETWORK_FRAMES);
  private readonly unheard = new Float64Array(NETWORK_FRAMES);
  private readonly turn: FeedbackTurn;

  /** @param longest samples in the longest line */
  constructor(longest: number, sampleRate: number) {
    const size = 2 ** Math.ceil(Math.log2(longest + NETWORK_FRAMES));
    this.mask = size - 1;
    this.memory = Array.from({ length: LINES }, () => new Float64Array(size));
    this.lanes = Array.from({ length: LINES }, () => new Float64Array(NETWORK_FRAMES));
    this.movement.prepare(sampleRate);
    this.turn = new FeedbackTurn(NETWORK_FRAMES, sampleRate);
  }

  /** Samples after which everything in the lines has passed an output. */
  get longestFrames(): number {
    return this.mask;
  }

  /** Move to these settings; they are copied. */
  to(settings: FeedbackSettings): void {
    this.asked.copy(settings);
    this.waiting = true;
  }

  /** Be at the settings asked for at once. */
  settle(): void {
    this.now.copy(this.asked);
    this.waiting = false;
    this.movement.jump(1);
  }

  reset(): void {
    this.clear();
    this.position = 0;
    this.turn.reset();
    this.settle();
  }

  /** Empty all lines. */
  clear(): void {
    for (const line of this.memory) line.fill(0);
    this.states.fill(0);
  }

  /** Let time pass while all lines are empty and nothing comes in. */
  rest(frames: number): void {
    this.settle();
    this.turn.advance(frames);
  }

  /** From two inputs to two outputs, at most NETWORK_FRAMES samples. */
  process(
    inLeft: Float64Array,
    inRight: Float64Array,
    outLeft: Float64Array,
    outRight: Float64Array,
    frames: number,
  ): void {
    this.turn.advance(frames);
    let from = 0;
    while (from < frames) {
      if (this.waiting && !this.movement.moving) this.startMoving();
      const to = this.movement.moving ? this.readMoving(from, frames) : this.readSettled(from, frames);
      this.feedBack(0, inLeft, this.unheard, from, to);
      this.feedBack(1, inRight, outLeft, from, to);
      this.feedBack(2, inLeft, outRight, from, to);
      this.feedBack(3, inRight, this.unheard, from, to);
      for (let i = from; i < to; i++) {
        outLeft[i] *= this.levels[i];
        outRight[i] *= this.levels[i];
      }
      this.position = (this.position + to - from) & this.mask;
      from = to;
    }
  }

  private startMoving(): void {
    this.next.copy(this.asked);
    this.waiting = false;
    this.movement.jump(0);
    this.movement.to(1);
  }

  /** Read and half mix all lines, to the end of the stretch; returns where that is. */
  private readSettled(from: number, frames: number): number {
    for (let line = 0; line < LINES; line += 4) this.readFour(line, from, frames);
    this.levels.fill(this.now.outputGain, from, frames);
    return frames;
  }

  /** The same while settings move, to the end of the movement if that is first. */
  private readMoving(from: number, frames: number): number {
    const { levels, movement, next, now, weights } = this;
    let to = from;
    while (to < frames && movement.moving) {
      weights[to] = movement.next();
      levels[to] = now.outputGain + weights[to] * (next.outputGain - now.outputGain);
      to++;
    }
    for (let line = 0; line < LINES; line++) this.readMovingLine(line, from, to);
    for (let line = 0; line < LINES; line += 4) this.mixFour(line, from, to);
    if (!movement.moving) now.copy(next);
    return to;
  }

  /** Four lines with their losses, mixed: four recurrences side by side, where one would wait for its own result. */
  private readFour(first: number, from: number, to: number): void {
    const { lanes, mask, memory, states } = this;
    const { delaySamples, gains, poles } = this.now;
    const m0 = memory[first];
    const l0 = lanes[first];
    const m1 = memory[first + 1];
    const l1 = lanes[first + 1];
    const m2 = memory[first + 2];
    const l2 = lanes[first + 2];
    const m3 = memory[first + 3];
    const l3 = lanes[first + 3];
    const start = this.position - from;
    const d0 = start - delaySamples[first];
    const d1 = start - delaySamples[first + 1];
    const d2 = start - delaySamples[first + 2];
    const d3 = start - delaySamples[first + 3];
    const g0 = gains[first];
    const g1 = gains[first + 1];
    const g2 = gains[first + 2];
    const g3 = gains[first + 3];
    const p0 = poles[first];
    const p1 = poles[first + 1];
    const p2 = poles[first + 2];
    const p3 = poles[first + 3];
    let s0 = states[first];
    let s1 = states[first + 1];
    let s2 = states[first + 2];
    let s3 = states[first + 3];
    const forward = first % 8 === 0;
    const cosines = forward ? this.turn.cosines : this.turn.sines;
    const sines = forward ? this.turn.sines : this.turn.cosines;
    for (let i = from; i < to; i++) {
      s0 = g0 * m0[(d0 + i) & mask] + p0 * s0;
      s1 = g1 * m1[(d1 + i) & mask] + p1 * s1;
      s2 = g2 * m2[(d2 + i) & mask] + p2 * s2;
      s3 = g3 * m3[(d3 + i) & mask] + p3 * s3;
      const cosine = cosines[i];
      const sine = sines[i];
      const s = cosine * s0 + sine * s1;
      const d = sine * s0 - cosine * s1;
      const t = cosine * s2 + sine * s3;
      const e = sine * s2 - cosine * s3;
      l0[i] = s + t;
      l1[i] = d + e;
      l2[i] = s - t;
      l3[i] = d - e;
    }
    states[first] = s0;
    states[first + 1] = s1;
    states[first + 2] = s2;
    states[first + 3] = s3;
  }

  private readMovingLine(line: number, from: number, to: number): void {
    const { mask, next, now, weights } = this;
    const memory = this.memory[line];
    const lane = this.lanes[line];
    const start = this.position - from;
    const here = start - now.delaySamples[line];
    const there = start - next.delaySamples[line];
    const gain = now.gains[line];
    const pole = now.poles[line];
    const gainMove = next.gains[line] - gain;
    const poleMove = next.poles[line] - pole;
    let state = this.states[line];
    for (let i = from; i < to; i++) {
      const weight = weights[i];
      const x = memory[(here + i) & mask];
      const moved = x + weight * (memory[(there + i) & mask] - x);
      state = (gain + weight * gainMove) * moved + (pole + weight * poleMove) * state;
      lane[i] = state;
    }
    this.states[line] = state;
  }

  /** What readFour does to the lines after their losses. */
  private mixFour(first: number, from: number, to: number): void {
    const a = this.lanes[first];
    const b = this.lanes[first + 1];
    const c = this.lanes[first + 2];
    const f = this.lanes[first + 3];
    const forward = first % 8 === 0;
    const cosines = forward ? this.turn.cosines : this.turn.sines;
    const sines = forward ? this.turn.sines : this.turn.cosines;
    for (let i = from; i < to; i++) {
      const cosine = cosines[i];
      const sine = sines[i];
      const s = cosine * a[i] + sine * b[i];
      const d = sine * a[i] - cosine * b[i];
      const t = cosine * c[i] + sine * f[i];
      const e = sine * c[i] - cosine * f[i];
      a[i] = s + t;
      b[i] = d + e;
      c[i] = s - t;
      f[i] = d - e;
    }
  }

  /** Second half of the matrix, across the fours, and back into the lines with the input; one row is heard. */
  private feedBack(row: number, input: Float64Array, heard: Float64Array, from: number, to: number): void {
    const { lanes, mask, memory } = this;
    const m0 = memory[row];
    const m1 = memory[row + 4];
    const m2 = memory[row + 8];
    const m3 = memory[row + 12];
    const l0 = lanes[row];
    const l1 = lanes[row + 4];
    const l2 = lanes[row + 8];
    const l3 = lanes[row + 12];
    const start = this.position - from;
    for (let i = from; i < to; i++) {
      const s = l0[i] + l1[i];
      const d = l0[i] - l1[i];
      const t = l2[i] + l3[i];
      const e = l2[i] - l3[i];
      const x = input[i];
      const place = (start + i) & mask;
      const y = d + e;
      heard[i] = y;
      m0[place] = s + t + x;
      m1[place] = y + x;
      m2[place] = s - t + x;
      m3[place] = d - e + x;
    }
  }
}
