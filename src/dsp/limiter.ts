import { dbToGain, gainToDb } from './decibels.ts';
import type { Device, GainReducing } from './device.ts';
import { interpolatedPeak, PEAK_BOUND, PEAK_DELAY, PEAK_HISTORY, SLOPE_BOUND } from './interpolated-peak.ts';
import { LookAheadGain } from './look-ahead-gain.ts';
import { clampValues, defaultsOf, type ParameterTable, type Values } from './parameter.ts';
import { Ramp } from './ramp.ts';
import { sanitise } from './sanitise.ts';

export const LIMITER_PARAMETERS = {
  driveDb: { label: 'Drive', unit: 'dB', min: 0, max: 24, default: 0, taper: 'linear', decimals: 1 },
  ceilingDbtp: {
    label: 'Ceiling',
    unit: 'dBTP',
    min: -24,
    max: 0,
    default: -1,
    taper: 'linear',
    decimals: 1,
  },
  releaseMs: { label: 'Release', unit: 'ms', min: 10, max: 1000, default: 60, taper: 'log', decimals: 0 },
} as const satisfies ParameterTable;

export type LimiterSettings = Values<typeof LIMITER_PARAMETERS>;

const LOOK_AHEAD_SECONDS = 0.005;

/** Limiting starts this far below the ceiling: room for peaks that 4× detection misses and that gain changes make. */
const MARGIN_DB = 0.3;

/** Longest stretch worked on at once; longer calls are cut. */
const SLICE = 128;

/**
 * Look-ahead true-peak limiter for a stereo pair: drive, then no true peak above the ceiling.
 *
 * Peaks are read at 4× (ITU-R BS.1770-5 Annex 2) from the louder channel and both get the same gain, so the image
 * stays put. What stays 0.3 dB below the ceiling passes as an exact delay.
 */
export class Limiter implements Device<Partial<LimiterSettings>>, GainReducing {
  /** Look-ahead plus the delay of the detector, in samples. */
  latencySamples = 0;
  private settings: LimiterSettings = defaultsOf(LIMITER_PARAMETERS);
  private readonly drive = new Ramp(1);
  private readonly threshold = new Ramp(1);
  private gainCurve = new LookAheadGain(48000, LOOK_AHEAD_SECONDS);
  private readonly gains = new Float64Array(SLICE);
  /** Driven input: PEAK_HISTORY samples of the past, then this slice. */
  private readonly left = new Float64Array(PEAK_HISTORY + SLICE);
  private readonly right = new Float64Array(PEAK_HISTORY + SLICE);
  private delayLeft = new Float64Array(1);
  private delayRight = new Float64Array(1);
  private delayPosition = 0;
  private smallestGain = 1;
  private lastGain = 1;
  private fresh = true;

  prepare(sampleRate: number): void {
    this.gainCurve = new LookAheadGain(sampleRate, LOOK_AHEAD_SECONDS);
    this.latencySamples = this.gainCurve.delaySamples + PEAK_DELAY;
    this.delayLeft = new Float64Array(this.latencySamples);
    this.delayRight = new Float64Array(this.latencySamples);
    this.drive.prepare(sampleRate);
    this.threshold.prepare(sampleRate);
    this.reset();
  }

  set(settings: Partial<LimiterSettings>): void {
    this.settings = clampValues(LIMITER_PARAMETERS, settings);
    this.drive.to(dbToGain(this.settings.driveDb));
    this.threshold.to(dbToGain(this.settings.ceilingDbtp - MARGIN_DB));
    this.gainCurve.setRelease(this.settings.releaseMs);
    if (!this.fresh) return;
    this.drive.settle();
    this.threshold.settle();
  }

  reset(): void {
    this.gainCurve.reset();
    this.left.fill(0);
    this.right.fill(0);
    this.delayLeft.fill(0);
    this.delayRight.fill(0);
    this.delayPosition = 0;
    this.smallestGain = 1;
    this.lastGain = 1;
    this.fresh = true;
    this.set(this.settings);
  }

  process(left: Float64Array, right: Float64Array, frames: number): void {
    this.fresh = false;
    sanitise(left, right, frames);
    for (let from = 0; from < frames; from += SLICE) {
      const count = Math.min(SLICE, frames - from);
      this.takeIn(left, right, from, count);
      this.findTargets(count);
      this.gainCurve.process(this.gains, count);
      this.putOut(left, right, from, count);
      this.left.copyWithin(0, count, count + PEAK_HISTORY);
      this.right.copyWithin(0, count, count + PEAK_HISTORY);
    }
  }

  takeGainReductionDb(): number {
    const reductionDb = this.smallestGain < 1 ? -gainToDb(this.smallestGain) : 0;
    this.smallestGain = this.lastGain;
    return reductionDb;
  }

  /** Driven input behind the history of the detector. */
  private takeIn(left: Float64Array, right: Float64Array, from: number, count: number): void {
    const drive = this.drive;
    const moving = drive.moving;
    let gain = drive.value;
    for (let i = 0; i < count; i++) {
      if (moving) gain = drive.next();
      this.left[PEAK_HISTORY + i] = left[from + i] * gain;
      this.right[PEAK_HISTORY + i] = right[from + i] * gain;
    }
  }

  /** Gain that brings each stretch between two samples to the threshold, 1 where it is below. */
  private findTargets(count: number): void {
    const { left, right, gains, threshold } = this;
    const moving = threshold.moving;
    let limit = threshold.value;
    if (!moving && Math.max(loudestOf(left, count), loudestOf(right, count)) * PEAK_BOUND <= limit) {
      gains.fill(1, 0, count);
      return;
    }
    const rise = Math.max(steepestOf(left, count), steepestOf(right, count)) * SLOPE_BOUND;
    for (let i = 0; i < count; i++) {
      if (moving) limit = threshold.next();
      const index = PEAK_HISTORY + i;
      const before = index - PEAK_DELAY;
      const near = Math.max(
        Math.abs(left[before]),
        Math.abs(left[before + 1]),
        Math.abs(right[before]),
        Math.abs(right[before + 1]),
      );
      const peak = near + rise > limit ? interpolatedPeak(left, index, right, index) : 0;
      gains[i] = peak > limit ? limit / peak : 1;
    }
  }

  private putOut(left: Float64Array, right: Float64Array, from: number, count: number): void {
    const { gains, delayLeft, delayRight } = this;
    const length = this.latencySamples;
    let position = this.delayPosition;
    let smallest = this.smallestGain;
    for (let i = 0; i < count; i++) {
      const gain = gains[i];
      if (gain < smallest) smallest = gain;
      left[from + i] = delayLeft[position] * gain;
      right[from + i] = delayRight[position] * gain;
      delayLeft[position] = this.left[PEAK_HISTORY + i];
      delayRight[position] = this.right[PEAK_HISTORY + i];
      if (++position === length) position = 0;
    }
    this.delayPosition = position;
    this.smallestGain = smallest;
    this.lastGain = gains[count - 1];
  }
}

/** Largest magnitude in the history and the first `count` samples of the slice. */
function loudestOf(samples: Float64Array, count: number): number {
  let loudest = 0;
  for (let i = 0; i < PEAK_HISTORY + count; i++) {
    const magnitude = Math.abs(samples[i]);
    if (magnitude > loudest) loudest = magnitude;
  }
  return loudest;
}

/** Largest step between neighbours in the same stretch. */
function steepestOf(samples: Float64Array, count: number): number {
  let steepest = 0;
  for (let i = 1; i < PEAK_HISTORY + count; i++) {
    const step = Math.abs(samples[i] - samples[i - 1]);
    if (step > steepest) steepest = step;
  }
  return steepest;
}
