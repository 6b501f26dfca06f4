import { dbToGain } from './decibels.ts';
import { floorGainOf, levelDb, NO_REDUCTION_DB, reductionGainOf } from './fast-decibels.ts';
import { Ramp } from './ramp.ts';

const TINY = 1e-30;

/**
 * Automatic release: a short peak is given back with the first time constant, and what has been held for longer with
 * the second, as two resistor–capacitor pairs in series do in a bus compressor's timing circuit.
 */
export const AUTO_RELEASE_MS = { short: 100, long: 1200 } as const;

/** Places in the memory. */
const RELEASED = 0;
const APPLIED = 1;
const DEEPEST = 2;
const SUSTAINED = 3;

/** Places among the numbers of the curve. */
const THRESHOLD = 0;
const SLOPE = 1;
const HALF_KNEE = 2;
const CURVE = 3;
const KNEE_START = 4;
const MAKEUP = 5;

export interface CompressorGainSettings {
  readonly thresholdDb: number;
  readonly ratio: number;
  readonly kneeDb: number;
  readonly attackMs: number;
  /** Ignored when `autoRelease`. */
  readonly releaseMs: number;
  readonly autoRelease: boolean;
  readonly makeupDb: number;
}

/**
 * The gain of a compressor: levels in, gains out.
 *
 * Static curve (compressor-curve.ts) in the log domain, then smooth decoupled ballistics (Giannoulis et al. 2012, eq. 17: release after a
 * peak hold, then attack). No hidden makeup.
 */
export class CompressorGain {
  private sampleRate = 48000;
  private readonly threshold = new Ramp();
  private readonly slope = new Ramp();
  private readonly knee = new Ramp();
  private readonly makeup = new Ramp();
  /** What the ramps make of the curve now; numbers kept in an array are not boxed. */
  private readonly curve = new Float64Array(6);
  /** Levels below this, in whole dB, ask for nothing. */
  private floorDb = 0;
  private attack = 0;
  private release = 0;
  private sustain = 0;
  private autoRelease = false;
  /**
   * Reduction in dB after the release stage, and after the attack stage, which is what is applied; the deepest since
   * last asked; the long part of an automatic release.
   */
  private readonly memory = new Float64Array(4);

  prepare(sampleRate: number): void {
    this.sampleRate = sampleRate;
    for (const ramp of this.ramps) ramp.prepare(sampleRate);
    this.reset();
  }

  set(settings: CompressorGainSettings): void {
    this.attack = this.decay(settings.attackMs);
    this.release = this.decay(settings.autoRelease ? AUTO_RELEASE_MS.short : settings.releaseMs);
    this.sustain = this.decay(AUTO_RELEASE_MS.long);
    if (settings.autoRelease !== this.autoRelease) this.changeRelease(settings.autoRelease);
    this.threshold.to(settings.thresholdDb);
    this.slope.to(1 - 1 / settings.ratio);
    this.knee.to(settings.kneeDb);
    this.makeup.to(dbToGain(settings.makeupDb));
  }

  /** Finish all movement at once. */
  settle(): void {
    for (const ramp of this.ramps) ramp.settle();
    this.bend();
  }

  /** Forget all signal history. */
  reset(): void {
    this.memory.fill(0);
  }

  /** Largest reduction since the last call, in dB (≥ 0). */
  takeReductionDb(): number {
    const deepest = this.memory[DEEPEST];
    this.memory[DEEPEST] = this.memory[APPLIED];
    return deepest;
  }

  /** Replace `frames` levels (linear, ≥ 0) by gains, in place; false if all of them are exactly 1. */
  process(levels: Float64Array, frames: number): boolean {
    let start = 0;
    let moved = false;
    while (start < frames && this.moving) {
      this.threshold.next();
      this.slope.next();
      this.knee.next();
      this.makeup.next();
      this.bend();
      if (this.reduce(levels, start, start + 1)) moved = true;
      start++;
    }
    if (start === 0 && this.idle && loudestOf(levels, frames) <= this.curve[KNEE_START]) return false;
    return this.reduce(levels, start, frames) || moved;
  }

  /**
   * Levels → dB → the reductions that they ask for → what release and attack make of them → gains. In one loop, so that
   * the processor works on conversions while each reduction waits for the one before.
   */
  private reduce(levels: Float64Array, from: number, to: number): boolean {
    const { curve, memory, attack, release, sustain, autoRelease } = this;
    const floor = floorGainOf(this.floorDb);
    const threshold = curve[THRESHOLD];
    const slope = curve[SLOPE];
    const halfKnee = curve[HALF_KNEE];
    const bend = curve[CURVE];
    const makeup = curve[MAKEUP];
    const attackIn = 1 - attack;
    const releaseIn = 1 - release;
    const sustainIn = 1 - sustain;
    let released = memory[RELEASED];
    let applied = memory[APPLIED];
    let deepest = memory[DEEPEST];
    let sustained = memory[SUSTAINED];
    let turned = makeup !== 1;
    for (let i = from; i < to; i++) {
      const level = levels[i];
      let asked = 0;
      if (level > floor) {
        const over = levelDb(level) - threshold;
        const intoKnee = over + halfKnee;
        if (over >= halfKnee) asked = slope * over;
        else if (intoKnee > 0) asked = bend * intoKnee * intoKnee;
      }
      // Plain comparisons: Math.max looks for NaN and −0 as well, and everything waits for this number.
      const falling = release * released + releaseIn * asked;
      released = asked > falling ? asked : falling;
      let held = released;
      if (autoRelease) {
        // What has been sustained is given back more slowly.
        sustained = sustain * sustained + sustainIn * released;
        if (sustained > released) held = sustained;
      }
      applied = attack * applied + attackIn * held;
      if (applied > deepest) deepest = applied;
      if (applied > NO_REDUCTION_DB) {
        turned = true;
        levels[i] = makeup * reductionGainOf(applied);
      } else levels[i] = makeup;
    }
    memory[RELEASED] = flush(released);
    memory[APPLIED] = flush(applied);
    memory[DEEPEST] = deepest;
    memory[SUSTAINED] = flush(sustained);
    return turned;
  }

  /** The reduction goes on from where it is. */
  private changeRelease(autoRelease: boolean): void {
    const { memory } = this;
    if (autoRelease) memory[SUSTAINED] = memory[RELEASED];
    else {
      memory[RELEASED] = Math.max(memory[RELEASED], memory[SUSTAINED]);
      memory[SUSTAINED] = 0;
    }
    this.autoRelease = autoRelease;
  }

  /** Where the ramps are now, as the loop needs it. */
  private bend(): void {
    const { curve } = this;
    const halfKnee = this.knee.value / 2;
    curve[THRESHOLD] = this.threshold.value;
    curve[SLOPE] = this.slope.value;
    curve[HALF_KNEE] = halfKnee;
    curve[CURVE] = halfKnee > 0 ? this.slope.value / (4 * halfKnee) : 0;
    curve[KNEE_START] = dbToGain(this.threshold.value - halfKnee);
    curve[MAKEUP] = this.makeup.value;
    this.floorDb = Math.floor(this.threshold.value - halfKnee);
  }

  /** Nothing left to give back, nothing to add: below the knee nothing happens at all. */
  private get idle(): boolean {
    const { memory } = this;
    return (
      memory[RELEASED] === 0 && memory[APPLIED] === 0 && memory[SUSTAINED] === 0 && this.curve[MAKEUP] === 1
    );
  }

  private decay(milliseconds: number): number {
    return Math.exp(-1000 / (milliseconds * this.sampleRate));
  }

  private get moving(): boolean {
    return this.threshold.moving || this.slope.moving || this.knee.moving || this.makeup.moving;
  }

  private get ramps(): Ramp[] {
    return [this.threshold, this.slope, this.knee, this.makeup];
  }
}

/** Decaying memory becomes exact silence instead of denormals. */
function flush(value: number): number {
  return value < TINY ? 0 : value;
}

function loudestOf(levels: Float64Array, frames: number): number {
  let loudest = 0;
  for (let i = 0; i < frames; i++) if (levels[i] > loudest) loudest = levels[i];
  return loudest;
}
