import { applyGains, applyGainsMono } from './apply-gains.ts';
import type { GainReducing, Keyed, MonoCapable } from './device.ts';
import { DETECTOR_FRAMES, LevelDetector } from './level-detector.ts';
import { LookAhead } from './look-ahead.ts';
import { sanitise } from './sanitise.ts';

/** What turns levels into gains. */
export interface LevelGain {
  prepare(sampleRate: number): void;
  /** Forget all signal history. */
  reset(): void;
  /** Finish all movement at once. */
  settle(): void;
  /** Replace `frames` levels (linear, ≥ 0) by gains, in place; false if all of them are exactly 1. */
  process(levels: Float64Array, frames: number): boolean;
  /** Largest reduction since the last call, in dB (≥ 0). */
  takeReductionDb(): number;
}

/**
 * What compressors and gates are: detector → gain → the sound, turned. Stereo-linked by the louder channel; listens to
 * itself or to a key. Where every gain is 1, nothing is multiplied.
 *
 * With look-ahead the sound is delayed by a constant, and the levels by what is left of it.
 */
export abstract class DynamicsPath<Gain extends LevelGain> implements GainReducing, Keyed, MonoCapable {
  protected readonly detector = new LevelDetector();
  protected readonly gain: Gain;
  protected readonly lookAhead: LookAhead | null;
  /** Levels of a stretch, then its gains. */
  private readonly levels = new Float64Array(DETECTOR_FRAMES);
  private fresh = true;

  /** @param longestLookAheadMs 0 for none */
  constructor(gain: Gain, longestLookAheadMs = 0) {
    this.gain = gain;
    this.lookAhead = longestLookAheadMs > 0 ? new LookAhead(longestLookAheadMs) : null;
  }

  get latencySamples(): number {
    return this.lookAhead ? this.lookAhead.delaySamples : 0;
  }

  prepare(sampleRate: number): void {
    this.detector.prepare(sampleRate);
    this.gain.prepare(sampleRate);
    this.lookAhead?.prepare(sampleRate);
    this.reset();
  }

  reset(): void {
    this.detector.reset();
    this.gain.reset();
    this.lookAhead?.reset();
    this.fresh = true;
    this.tuneParts();
  }

  takeGainReductionDb(): number {
    return this.gain.takeReductionDb();
  }

  process(left: Float64Array, right: Float64Array, frames: number): void {
    this.fresh = false;
    const { levels } = this;
    for (let start = 0; start < frames; start += DETECTOR_FRAMES) {
      const count = Math.min(DETECTOR_FRAMES, frames - start);
      if (!this.detector.read(left, right, start, count, levels)) sanitise(left, right, frames);
      this.turn(left, right, start, count);
    }
  }

  processKeyed(
    left: Float64Array,
    right: Float64Array,
    keyLeft: Float64Array,
    keyRight: Float64Array,
    frames: number,
  ): void {
    this.fresh = false;
    sanitise(left, right, frames);
    for (let start = 0; start < frames; start += DETECTOR_FRAMES) {
      const count = Math.min(DETECTOR_FRAMES, frames - start);
      this.detector.read(keyLeft, keyRight, start, count, this.levels);
      this.turn(left, right, start, count);
    }
  }

  processMono(samples: Float64Array, frames: number): void {
    this.fresh = false;
    const { levels } = this;
    for (let start = 0; start < frames; start += DETECTOR_FRAMES) {
      const count = Math.min(DETECTOR_FRAMES, frames - start);
      if (!this.detector.readMono(samples, start, count, levels)) sanitise(samples, samples, frames);
      this.lookAhead?.process(samples, samples, start, count, levels);
      if (this.gain.process(levels, count)) applyGainsMono(samples, start, count, levels);
    }
  }

  /** Tell the parts what the settings at hand mean to them. */
  protected abstract setParts(): void;

  /** Move to the settings at hand, or be there at once where nothing has been heard yet. */
  protected tuneParts(): void {
    this.setParts();
    if (!this.fresh) return;
    this.detector.settle();
    this.gain.settle();
    this.lookAhead?.settle();
  }

  private turn(left: Float64Array, right: Float64Array, start: number, count: number): void {
    const { levels } = this;
    this.lookAhead?.process(left, right, start, count, levels);
    if (this.gain.process(levels, count)) applyGains(left, right, start, count, levels);
  }
}
