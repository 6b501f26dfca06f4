import {
  processMoving,
  processPair,
  processSingle,
  processSingleStereo,
  STATES,
  toBank,
} from './biquad-cascade.ts';
import { COEFFICIENTS } from './biquad.ts';
import type { Device, MonoCapable } from './device.ts';
import {
  designSection,
  EQ_PARAMETERS,
  eqSections,
  SECTIONS,
  type EqSection,
  type EqSettings,
} from './eq-bands.ts';
import { clampValues, defaultsOf } from './parameter.ts';
import { Ramp } from './ramp.ts';
import { LARGEST_SAMPLE, sanitise } from './sanitise.ts';

/** A flat section whose memory has decayed below −200 dBFS is dropped without a trace. */
const INAUDIBLE = 1e-10;
/** A filter's memory holds sums of a few samples times coefficients below 100. */
const LARGEST_STATE = LARGEST_SAMPLE * 1000;
/** Longest stretch of a movement whose weights are worked out at once. */
const MOVE_FRAMES = 128;

/**
 * Parametric equaliser (see EQ_PARAMETERS): up to thirteen sections in series.
 *
 * New settings move every coefficient along a raised cosine. The stable region of (a1, a2) is a triangle, hence
 * convex, so every point between two stable filters is stable. A section comes and goes in its place, with poles that
 * stand still: that is a crossfade with the unfiltered sound, also where a pass filter's slope gains sections.
 * Flat sections cost nothing and change no bit.
 */
export class Eq implements Device<Partial<EqSettings>>, MonoCapable {
  readonly latencySamples = 0;
  private sampleRate = 48000;
  private sections: EqSection[] = eqSections(defaultsOf(EQ_PARAMETERS));
  private readonly now = new Float64Array(SECTIONS * COEFFICIENTS);
  private readonly from = new Float64Array(SECTIONS * COEFFICIENTS);
  private readonly target = new Float64Array(SECTIONS * COEFFICIENTS);
  /** `now` as the kernels for standing sections take it, while nothing moves. */
  private readonly bank = new Float64Array(SECTIONS * COEFFICIENTS);
  private readonly state = new Float64Array(SECTIONS * STATES);
  /** Places of the sections that need processing, in order. */
  private readonly active = new Int32Array(SECTIONS);
  private activeSections = 0;
  private readonly movement = new Ramp(1);
  private readonly weights = new Float64Array(MOVE_FRAMES);
  private fresh = true;

  prepare(sampleRate: number): void {
    this.sampleRate = sampleRate;
    this.movement.prepare(sampleRate);
    this.sections.forEach((section, i) => this.design(this.target, i, section));
    this.reset();
  }

  set(settings: Partial<EqSettings>): void {
    const next = eqSections(clampValues(EQ_PARAMETERS, settings));
    for (let i = 0; i < SECTIONS; i++) {
      // A flat section has no place of its own: it takes its partner's, so that only the gain moves.
      if (next[i].off) next[i] = { ...this.sections[i], gainDb: 0, off: true };
      else if (isIdentity(this.now, i) && !this.movement.moving && !this.rings(i))
        this.design(this.now, i, { ...next[i], gainDb: 0, off: true });
      this.design(this.target, i, next[i]);
    }
    this.sections = next;
    if (this.fresh) {
      this.settle();
    } else if (this.now.some((coefficient, i) => coefficient !== this.target[i])) {
      this.from.set(this.now);
      this.movement.jump(0);
      this.movement.to(1);
      this.activate();
    }
  }

  reset(): void {
    this.state.fill(0);
    this.fresh = true;
    this.settle();
  }

  process(left: Float64Array, right: Float64Array, frames: number): void {
    this.run(left, right, frames);
  }

  processMono(samples: Float64Array, frames: number): void {
    this.run(samples, null, frames);
  }

  private run(left: Float64Array, right: Float64Array | null, frames: number): void {
    this.fresh = false;
    if (this.activeSections === 0) {
      sanitise(left, right ?? left, frames);
      return;
    }
    let start = 0;
    while (this.movement.moving && start < frames) start = this.move(left, right, start, frames);
    this.filter(left, right, start, frames);
    if (!right) this.copyMemoryToRight();
    if (this.poisoned()) {
      this.state.fill(0);
      left.fill(0, 0, frames);
      right?.fill(0, 0, frames);
    }
    if (!this.movement.moving) this.dropSilentFlatSections();
  }

  private filter(left: Float64Array, right: Float64Array | null, start: number, frames: number): void {
    if (start === frames) return;
    const { active, activeSections, bank, state } = this;
    let i = 0;
    for (; i + 1 < activeSections; i += 2) {
      processPair(left, start, frames, bank, state, active[i], active[i + 1], 0);
      if (right) processPair(right, start, frames, bank, state, active[i], active[i + 1], 1);
    }
    if (i === activeSections) return;
    if (right) processSingleStereo(left, right, start, frames, bank, state, active[i]);
    else processSingle(left, start, frames, bank, state, active[i], 0);
  }

  /** A stretch of the movement from the old coefficients to the new; returns where it ended. */
  private move(left: Float64Array, right: Float64Array | null, start: number, frames: number): number {
    const { movement, weights, active, now, from, target, state } = this;
    let count = 0;
    while (movement.moving && count < MOVE_FRAMES && start + count < frames)
      weights[count++] = movement.next();
    const end = start + count;
    for (let i = 0; i < this.activeSections; i++) {
      processMoving(left, start, end, from, target, weights, state, active[i], 0);
      if (right) processMoving(right, start, end, from, target, weights, state, active[i], 1);
    }
    const reached = weights[count - 1];
    for (let i = 0; i < now.length; i++) now[i] = from[i] + reached * (target[i] - from[i]);
    if (!movement.moving) this.settle();
    return end;
  }

  /** Arrive at the target. */
  private settle(): void {
    this.movement.jump(1);
    this.now.set(this.target);
    toBank(this.now, this.bank);
    this.activate();
  }

  /** List every section that changes the sound, is on its way, or still rings. */
  private activate(): void {
    this.activeSections = 0;
    for (let i = 0; i < SECTIONS; i++)
      if (!isIdentity(this.now, i) || !isIdentity(this.target, i) || this.rings(i))
        this.active[this.activeSections++] = i;
  }

  private dropSilentFlatSections(): void {
    let kept = 0;
    for (let i = 0; i < this.activeSections; i++) {
      const section = this.active[i];
      if (!isIdentity(this.now, section) || this.rings(section)) this.active[kept++] = section;
      else this.state.fill(0, section * STATES, (section + 1) * STATES);
    }
    this.activeSections = kept;
  }

  private rings(section: number): boolean {
    for (let i = section * STATES; i < (section + 1) * STATES; i++)
      if (this.state[i] > INAUDIBLE || this.state[i] < -INAUDIBLE) return true;
    return false;
  }

  /** Whatever is not a number, or absurdly large, stays in a filter's memory: one look there after a block finds it. */
  private poisoned(): boolean {
    for (let i = 0; i < this.activeSections; i++) {
      const s = this.active[i] * STATES;
      for (let k = s; k < s + STATES; k++)
        if (!(this.state[k] < LARGEST_STATE && this.state[k] > -LARGEST_STATE)) return true;
    }
    return false;
  }

  /** So that a signal may turn stereo after a mono stretch. */
  private copyMemoryToRight(): void {
    for (let i = 0; i < this.state.length; i += STATES) {
      this.state[i + 2] = this.state[i];
      this.state[i + 3] = this.state[i + 1];
    }
  }

  private design(into: Float64Array, place: number, section: EqSection): void {
    designSection(into, place * COEFFICIENTS, section, this.sampleRate);
  }
}

/** Whether a section lets everything pass as it is: b = a. */
function isIdentity(coefficients: Float64Array, place: number): boolean {
  const k = place * COEFFICIENTS;
  return (
    coefficients[k] === 1 &&
    coefficients[k + 1] === coefficients[k + 3] &&
    coefficients[k + 2] === coefficients[k + 4]
  );
}
