import { applyGains } from './apply-gains.ts';
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
  /** Driven input: as much of the past as the latency is long, then this slice. */
  private left = new Float64Array(SLICE);
  private right = new Float64Array(SLICE);
  /** The end of them: what the detector reads, PEAK_HISTORY samples of the past, then this slice. */
  private recentLeft = this.left;
  private recentRight = this.right;
  /** Smallest gain since last asked, and the last one; numbers kept in an array are not boxed. */
  private readonly applied = Float64Array.of(1, 1);
  private fresh = true;

  prepare(sampleRate: number): void {
    this.gainCurve = new LookAheadGain(sampleRate, LOOK_AHEAD_SECONDS, SLICE);
    this.latencySamples = this.gainCurve.delaySamples + PEAK_DELAY;
    this.left = new Float64Array(this.latencySamples + SLICE);
    this.right = new Float64Array(this.latencySamples + SLICE);
    this.recentLeft = this.left.subarray(this.latencySamples - PEAK_HISTORY);
    this.recentRight = this.right.subarray(this.latencySamples - PEAK_HISTORY);
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
      const turned = this.gainCurve.process(this.gains, count, limiting);
      this.putOut(left, right, from, count);
      if (turned) this.turn(left, right, from, count);
      else this.applied[1] = 1;
      this.left.copyWithin(0, count);
      this.right.copyWithin(0, count);
    }
  }

  takeGainReductionDb(): number {
    const [smallest, last] = this.applied;
    this.applied[0] = last;
    return smallest < 1 ? -gainToDb(smallest) : 0;
  }

  /** Driven input behind what is still to be put out. */
  private takeIn(left: Float64Array, right: Float64Array, from: number, count: number): void {
    const { drive, latencySamples } = this;
    const intoLeft = this.left;
    const intoRight = this.right;
    const moving = drive.moving;
    let gain = drive.value;
    for (let i = 0; i < count; i++) {
      if (moving) gain = drive.next();
      intoLeft[latencySamples + i] = left[from + i] * gain;
      intoRight[latencySamples + i] = right[from + i] * gain;
    }
  }

  /** The gain that each stretch between two samples asks for; false if all are 1. */
  private findTargets(count: number): boolean {
    const { recentLeft, recentRight, gains, threshold } = this;
    let limiting = false;
    let done = 0;
    while (done < count && threshold.moving) {
      if (writeTargetGains(recentLeft, recentRight, done, done + 1, threshold.next(), gains)) limiting = true;
      done++;
    }
    return writeTargetGains(recentLeft, recentRight, done, count, threshold.value, gains) || limiting;
  }

  /** What came in a latency ago. */
  private putOut(left: Float64Array, right: Float64Array, from: number, count: number): void {
    const outLeft = this.left;
    const outRight = this.right;
    for (let i = 0; i < count; i++) {
      left[from + i] = outLeft[i];
      right[from + i] = outRight[i];
    }
  }

  private turn(left: Float64Array, right: Float64Array, from: number, count: number): void {
    const { gains, applied } = this;
    let smallest = applied[0];
    for (let i = 0; i < count; i++) if (gains[i] < smallest) smallest = gains[i];
    applied[0] = smallest;
    applied[1] = gains[count - 1];
    applyGains(left, right, from, count, gains);
  }
}
