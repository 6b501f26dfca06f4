import { gainsToDb, reductionsToGains } from './fast-decibels.ts';
import { Ramp } from './ramp.ts';

/** Time constant of both mean squares: short beside a consonant (50–200 ms), long beside a cycle of sibilance. */
const AVERAGE_MS = 3;
/** An "s" starts within milliseconds and must not be heard to come back. */
const ATTACK_MS = 1;
const RELEASE_MS = 40;

/** Mean square below which nothing is judged: −100 dBFS. */
const SILENCE = 1e-10;
/** A part that asks for nothing at any threshold: −70 dB of power, in 20·log10 of it. */
const LOWEST_PART_DB = -140;
const TINY = 1e-30;

/** Places in the memory. */
const SIBILANCE = 0;
const WHOLE = 1;
const RELEASED = 2;
const APPLIED = 3;
const DEEPEST = 4;

/**
 * The gain of a de-esser: how far the sibilance stands above its share of the whole is taken back, dB for dB, up to a
 * range. Both are mean squares of the same length, so their ratio, and with it the gain, does not depend on level.
 * Ballistics as in the compressor (Giannoulis et al. 2012, eq. 17).
 */
export class DeEsserGain {
  private sampleRate = 48000;
  private average = 0;
  private attack = 0;
  private release = 0;
  private readonly threshold = new Ramp();
  private readonly range = new Ramp();
  private readonly memory = new Float64Array(5);

  prepare(sampleRate: number): void {
    this.sampleRate = sampleRate;
    this.average = this.decay(AVERAGE_MS);
    this.attack = this.decay(ATTACK_MS);
    this.release = this.decay(RELEASE_MS);
    this.threshold.prepare(sampleRate);
    this.range.prepare(sampleRate);
    this.reset();
  }

  set(thresholdDb: number, rangeDb: number): void {
    this.threshold.to(thresholdDb);
    this.range.to(rangeDb);
  }

  /** Finish all movement at once. */
  settle(): void {
    this.threshold.settle();
    this.range.settle();
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

  /**
   * Write the gains of `frames` frames from the squares of the sibilance and of the whole sound.
   * False if all of them are exactly 1.
   */
  process(sibilance: Float64Array, whole: Float64Array, gains: Float64Array, frames: number): boolean {
    this.compare(sibilance, whole, gains, frames);
    const { threshold } = this;
    // Twice, because parts are of power.
    gainsToDb(gains, 0, frames, threshold.moving ? LOWEST_PART_DB : Math.floor(2 * threshold.value));
    this.time(gains, frames);
    return reductionsToGains(gains, 0, frames);
  }

  /** The part that sibilance has in the power of the whole. */
  private compare(sibilance: Float64Array, whole: Float64Array, parts: Float64Array, frames: number): void {
    const { memory, average } = this;
    const take = 1 - average;
    let high = memory[SIBILANCE];
    let all = memory[WHOLE];
    for (let i = 0; i < frames; i++) {
      high = high * average + take * sibilance[i];
      all = all * average + take * whole[i];
      parts[i] = all > SILENCE ? high / all : 0;
    }
    memory[SIBILANCE] = high < TINY ? 0 : high;
    memory[WHOLE] = all < TINY ? 0 : all;
  }

  /** Parts in dB of amplitude → reductions in dB. */
  private time(parts: Float64Array, frames: number): void {
    const { memory, attack, release, threshold, range } = this;
    const attackIn = 1 - attack;
    const releaseIn = 1 - release;
    let released = memory[RELEASED];
    let applied = memory[APPLIED];
    let deepest = memory[DEEPEST];
    for (let i = 0; i < frames; i++) {
      // Half, because the parts are of power.
      const over = parts[i] / 2 - threshold.next();
      const asked = Math.min(range.next(), Math.max(0, over));
      released = Math.max(asked, release * released + releaseIn * asked);
      applied = attack * applied + attackIn * released;
      deepest = Math.max(deepest, applied);
      parts[i] = applied;
    }
    memory[RELEASED] = released < TINY ? 0 : released;
    memory[APPLIED] = applied < TINY ? 0 : applied;
    memory[DEEPEST] = deepest;
  }

  private decay(milliseconds: number): number {
    return Math.exp(-1000 / (milliseconds * this.sampleRate));
  }
}
