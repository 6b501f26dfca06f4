import { dbToGain, gainToDb } from './decibels.ts';
import type { Device, GainReducing } from './device.ts';
import { PEAK_DELAY, PEAK_HISTORY } from './interpolated-peak.ts';
import { writeTargetGains } from './limiter-target.ts';
import { LookAheadGain } from './look-ahead-gain.ts';
import { choiceOf, clampValues, defaultsOf, type ParameterTable, type Values } from './parameter.ts';
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
  /** Clean holds the gain still from crest to crest of the bass; loud lets it ride on them. */
  mode: choiceOf('Mode', ['Clean', 'Loud']),
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
 * Peaks are read at 4× (ITU-R BS.1770-5 Annex 2) and crests between by parabolas, from the louder channel and both get the same gain, so the image
 * stays put. What stays 0.3 dB below the ceiling passes as an exact delay.
 */
export class Limiter implements Device<Partial<LimiterSettings>>, GainReducing {
  /** Look-ahead plus the delay of the detector, in samples. */
  latencySamples = 0;
  private settings: LimiterSettings = defaultsOf(LIMITER_PARAMETERS);
  private readonly drive = new Ramp(1);
  private readonly threshold = new Ramp(1);
  private gainCurve = new LookAheadGain(48000, LOOK_AHEAD_SECONDS, SLICE);
  private readonly gains = new Float64Array(SLICE);
  /** Driven input: PEAK_HISTORY samples of the past, then this slice. */
  private readonly left = new Float64Array(PEAK_HISTORY + SLICE);
  private readonly right = new Float64Array(PEAK_HISTORY + SLICE);
  private delayLeft = new Float64Array(1);
  private delayRight = new Float64Array(1);
  private delayPosition = 0;
  /** Smallest gain since last asked, and the last one; numbers kept in an array are not boxed. */
  private readonly applied = Float64Array.of(1, 1);
  private fresh = true;

  prepare(sampleRate: number): void {
    this.gainCurve = new LookAheadGain(sampleRate, LOOK_AHEAD_SECONDS, SLICE);
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
    this.gainCurve.setClean(this.settings.mode === 0);
    if (!this.fresh) return;
    this.gainCurve.settle();
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
    this.applied.fill(1);
    this.fresh = true;
    this.set(this.settings);
  }

  process(left: Float64Array, right: Float64Array, frames: number): void {
    this.fresh = false;
    sanitise(left, right, frames);
    for (let from = 0; from < frames; from += SLICE) {
      const count = Math.min(SLICE, frames - from);
      this.takeIn(left, right, from, count);
      const limiting = this.findTargets(count);
      if (this.gainCurve.process(this.gains, count, limiting)) this.putOut(left, right, from, count);
      else this.delay(left, right, from, count);
      this.left.copyWithin(0, count, count + PEAK_HISTORY);
      this.right.copyWithin(0, count, count + PEAK_HISTORY);
    }
  }

  takeGainReductionDb(): number {
    const [smallest, last] = this.applied;
    this.applied[0] = last;
    return smallest < 1 ? -gainToDb(smallest) : 0;
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

  /** The gain that each stretch between two samples asks for; false if all are 1. */
  private findTargets(count: number): boolean {
    const { left, right, gains, threshold } = this;
    let limiting = false;
    let done = 0;
    while (done < count && threshold.moving) {
      if (writeTargetGains(left, right, done, done + 1, threshold.next(), gains)) limiting = true;
      done++;
    }
    return writeTargetGains(left, right, done, count, threshold.value, gains) || limiting;
  }

  private putOut(left: Float64Array, right: Float64Array, from: number, count: number): void {
    const { gains, delayLeft, delayRight } = this;
    const length = this.latencySamples;
    let position = this.delayPosition;
    let smallest = this.applied[0];
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
    this.applied[0] = smallest;
    this.applied[1] = gains[count - 1];
  }

  /** As `putOut` while all gains are 1. */
  private delay(left: Float64Array, right: Float64Array, from: number, count: number): void {
    const { delayLeft, delayRight } = this;
    const length = this.latencySamples;
    let position = this.delayPosition;
    for (let i = 0; i < count; i++) {
      left[from + i] = delayLeft[position];
      right[from + i] = delayRight[position];
      delayLeft[position] = this.left[PEAK_HISTORY + i];
      delayRight[position] = this.right[PEAK_HISTORY + i];
      if (++position === length) position = 0;
    }
    this.delayPosition = position;
    this.applied[1] = 1;
  }
}
