import { applyGains, applyGainsMono } from './apply-gains.ts';
import { CompressorGain, type CompressorGainSettings } from './compressor-gain.ts';
import type { GainReducing, Keyed, MonoCapable } from './device.ts';
import { DETECTOR_FRAMES, LevelDetector } from './level-detector.ts';
import { LookAhead } from './look-ahead.ts';
import { sanitise } from './sanitise.ts';

export interface CompressorTuning extends CompressorGainSettings {
  /** Sense RMS (10 ms) instead of peaks. */
  readonly rms: boolean;
  /** Corner of the high-pass in front of the detector; 0 is none. */
  readonly highPassHz: number;
  /** How far the detector is ahead of the sound; ignored by a path without look-ahead. */
  readonly lookAheadMs: number;
}

/**
 * What all compressors are: detector → gain → the sound, turned. Stereo-linked by the louder channel. Each adds its
 * own parameter table and says what its settings mean.
 *
 * With look-ahead the sound is delayed by a constant, and the levels by what is left of it.
 */
export abstract class CompressorPath implements GainReducing, Keyed, MonoCapable {
  private readonly detector = new LevelDetector();
  private readonly gain = new CompressorGain();
  private readonly lookAhead: LookAhead | null;
  /** Levels of a stretch, then its gains. */
  private readonly levels = new Float64Array(DETECTOR_FRAMES);
  private tuning: CompressorTuning;
  private fresh = true;

  /** @param longestLookAheadMs 0 for none */
  constructor(tuning: CompressorTuning, longestLookAheadMs = 0) {
    this.tuning = tuning;
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

  protected tune(tuning: CompressorTuning): void {
    this.tuning = tuning;
    this.detector.set(tuning.rms, tuning.highPassHz);
    this.gain.set(tuning);
    this.lookAhead?.set(tuning.lookAheadMs);
    if (this.fresh) this.settle();
  }

  reset(): void {
    this.detector.reset();
    this.gain.reset();
    this.lookAhead?.reset();
    this.fresh = true;
    this.tune(this.tuning);
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

  private turn(left: Float64Array, right: Float64Array, start: number, count: number): void {
    const { levels } = this;
    this.lookAhead?.process(left, right, start, count, levels);
    if (this.gain.process(levels, count)) applyGains(left, right, start, count, levels);
  }

  private settle(): void {
    this.detector.settle();
    this.gain.settle();
    this.lookAhead?.settle();
  }
}
