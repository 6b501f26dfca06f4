import { gainsToDb, reductionsToGains } from './fast-decibels.ts';
import { Ramp } from './ramp.ts';

/**
 * Fall of the level follower between the crests of a wave. Half a cycle of 50 Hz lasts as long, so that the level of a
 * steady bass is read at most 9 dB too low, for a moment that the hold bridges.
 */
export const FOLLOWER_MS = 10;

/** Levels below this are silence. */
const SILENCE_DB = -140;
const TINY = 1e-30;

/** Places in the memory. */
const FOLLOWED = 0;
const APPLIED = 1;
const DEEPEST = 2;

export interface GateGainSettings {
  readonly thresholdDb: number;
  readonly ratio: number;
  readonly hysteresisDb: number;
  readonly attackMs: number;
  readonly holdMs: number;
  readonly releaseMs: number;
  readonly rangeDb: number;
}

/** Gain reduction in dB (≥ 0) of a closed downward expander: ratio − 1 dB for each dB below threshold, at most `rangeDb`. */
export function expansionDb(levelDb: number, thresholdDb: number, ratio: number, rangeDb: number): number {
  return Math.min(rangeDb, Math.max(0, (ratio - 1) * (thresholdDb - levelDb)));
}

/**
 * The gain of a gate: levels in, gains out.
 *
 * The level (instant rise, exponential fall) opens at the threshold; once it has been more than the hysteresis below it
 * for the hold time, the gate closes. Closed, the static curve of a downward expander asks for a reduction
 * (U. Zölzer, "DAFX", 2nd ed. 2011, section 4.2). Reductions in dB follow with the attack when opening and the release
 * when closing, as one-pole time constants.
 */
export class GateGain {
  private sampleRate = 48000;
  private readonly threshold = new Ramp();
  private readonly slope = new Ramp();
  private readonly range = new Ramp();
  private hysteresisDb = 0;
  private fall = 0;
  private attack = 0;
  private release = 0;
  private holdSamples = 0;
  private open = false;
  private holdLeft = 0;
  private readonly memory = new Float64Array(3);

  prepare(sampleRate: number): void {
    this.sampleRate = sampleRate;
    this.fall = this.decay(FOLLOWER_MS);
    for (const ramp of [this.threshold, this.slope, this.range]) ramp.prepare(sampleRate);
    this.reset();
  }

  set(settings: GateGainSettings): void {
    this.threshold.to(settings.thresholdDb);
    this.slope.to(settings.ratio - 1);
    this.range.to(settings.rangeDb);
    this.hysteresisDb = settings.hysteresisDb;
    this.attack = this.decay(settings.attackMs);
    this.release = this.decay(settings.releaseMs);
    this.holdSamples = Math.round((settings.holdMs / 1000) * this.sampleRate);
  }

  /** Finish all movement at once, as after long silence. */
  settle(): void {
    for (const ramp of [this.threshold, this.slope, this.range]) ramp.settle();
    const { memory, range, slope, threshold } = this;
    memory[APPLIED] = Math.min(range.value, Math.max(0, slope.value * (threshold.value - SILENCE_DB)));
    memory[DEEPEST] = memory[APPLIED];
  }

  /** Forget all signal history. */
  reset(): void {
    this.memory.fill(0);
    this.open = false;
    this.holdLeft = 0;
  }

  /** Largest reduction since the last call, in dB (≥ 0). */
  takeReductionDb(): number {
    const deepest = this.memory[DEEPEST];
    this.memory[DEEPEST] = this.memory[APPLIED];
    return deepest;
  }

  /** Replace `frames` levels (linear, ≥ 0) by gains, in place; false if all of them are exactly 1. */
  process(levels: Float64Array, frames: number): boolean {
    this.follow(levels, frames);
    gainsToDb(levels, 0, frames, SILENCE_DB);
    let start = 0;
    while (start < frames && (this.threshold.moving || this.slope.moving || this.range.moving)) {
      this.threshold.next();
      this.slope.next();
      this.range.next();
      this.gate(levels, start, start + 1);
      start++;
    }
    this.gate(levels, start, frames);
    return reductionsToGains(levels, 0, frames);
  }

  private follow(levels: Float64Array, frames: number): void {
    const { fall } = this;
    let followed = this.memory[FOLLOWED];
    for (let i = 0; i < frames; i++) {
      followed = Math.max(levels[i], followed * fall);
      levels[i] = followed;
    }
    this.memory[FOLLOWED] = followed < TINY ? 0 : followed;
  }

  /** Levels in dB → reductions in dB. */
  private gate(levels: Float64Array, from: number, to: number): void {
    const { memory, attack, release, holdSamples } = this;
    const threshold = this.threshold.value;
    const closeBelow = threshold - this.hysteresisDb;
    const slope = this.slope.value;
    const range = this.range.value;
    let { open, holdLeft } = this;
    let applied = memory[APPLIED];
    let deepest = memory[DEEPEST];
    for (let i = from; i < to; i++) {
      const level = levels[i];
      if (level >= threshold || (open && level >= closeBelow)) {
        open = true;
        holdLeft = holdSamples;
      } else if (holdLeft > 0) {
        holdLeft--;
      } else {
        open = false;
      }
      const asked = open ? 0 : Math.min(range, Math.max(0, slope * (threshold - level)));
      const keep = asked < applied ? attack : release;
      applied = asked + keep * (applied - asked);
      deepest = Math.max(deepest, applied);
      levels[i] = applied;
    }
    memory[APPLIED] = applied < TINY ? 0 : applied;
    memory[DEEPEST] = deepest;
    this.open = open;
    this.holdLeft = holdLeft;
  }

  private decay(milliseconds: number): number {
    return Math.exp(-1000 / (milliseconds * this.sampleRate));
  }
}
