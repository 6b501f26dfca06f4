import { dbToGain } from './decibels.ts';
import type { Device, GainReducing } from './device.ts';
import { fastGainToDb, fastReductionGain } from './fast-decibels.ts';
import { clampValues, defaultsOf, type Values } from './parameter.ts';
import { Ramp } from './ramp.ts';
import { LARGEST_SAMPLE } from './sanitise.ts';

export const COMPRESSOR_PARAMETERS = {
  thresholdDb: {
    label: 'Threshold',
    unit: 'dB',
    min: -60,
    max: 0,
    default: -18,
    taper: 'linear',
    decimals: 1,
  },
  ratio: { label: 'Ratio', unit: ':1', min: 1, max: 20, default: 4, taper: 'log', decimals: 1 },
  kneeDb: { label: 'Knee', unit: 'dB', min: 0, max: 24, default: 6, taper: 'linear', decimals: 1 },
  attackMs: { label: 'Attack', unit: 'ms', min: 0.1, max: 200, default: 10, taper: 'log', decimals: 1 },
  releaseMs: { label: 'Release', unit: 'ms', min: 10, max: 2000, default: 100, taper: 'log', decimals: 0 },
  makeupDb: { label: 'Makeup gain', unit: 'dB', min: 0, max: 24, default: 0, taper: 'linear', decimals: 1 },
} as const;

export type CompressorSettings = Values<typeof COMPRESSOR_PARAMETERS>;

/** Gain reductions below this many dB are taken as none: the multiplication by exactly 1 keeps quiet passages bit-exact. */
const NO_REDUCTION_DB = 1e-5;

/**
 * Gain reduction in dB (≥ 0) that a level asks for, before attack and release.
 *
 * D. Giannoulis, M. Massberg, J. D. Reiss, "Digital dynamic range compressor design: a tutorial and analysis",
 * JAES 60(6), 2012, eq. 4 (quadratic knee).
 */
export function staticReductionDb(
  levelDb: number,
  thresholdDb: number,
  ratio: number,
  kneeDb: number,
): number {
  const over = levelDb - thresholdDb;
  const slope = 1 - 1 / ratio;
  if (2 * over <= -kneeDb) return 0;
  if (2 * over >= kneeDb) return slope * over;
  const intoKnee = over + kneeDb / 2;
  return (slope * intoKnee * intoKnee) / (2 * kneeDb);
}

/**
 * Feed-forward compressor, peak-sensing in the log domain with smooth decoupled ballistics (Giannoulis et al. 2012,
 * eq. 17: release after a peak hold, then attack). Stereo-linked by the louder channel. No hidden makeup.
 */
export class Compressor implements Device<Partial<CompressorSettings>>, GainReducing {
  readonly latencySamples = 0;
  private sampleRate = 48000;
  private settings: CompressorSettings = defaultsOf(COMPRESSOR_PARAMETERS);
  private readonly threshold = new Ramp();
  private readonly slope = new Ramp();
  private readonly knee = new Ramp();
  private readonly makeup = new Ramp();
  private attack = 0;
  private release = 0;
  /** Reduction in dB after the release stage, and after the attack stage: what is applied. */
  private released = 0;
  private applied = 0;
  private deepest = 0;
  private fresh = true;

  prepare(sampleRate: number): void {
    this.sampleRate = sampleRate;
    for (const ramp of [this.threshold, this.slope, this.knee, this.makeup]) ramp.prepare(sampleRate);
    this.reset();
  }

  set(settings: Partial<CompressorSettings>): void {
    this.settings = clampValues(COMPRESSOR_PARAMETERS, settings);
    const { thresholdDb, ratio, kneeDb, makeupDb, attackMs, releaseMs } = this.settings;
    this.attack = Math.exp(-1000 / (attackMs * this.sampleRate));
    this.release = Math.exp(-1000 / (releaseMs * this.sampleRate));
    this.threshold.to(thresholdDb);
    this.slope.to(1 - 1 / ratio);
    this.knee.to(kneeDb);
    this.makeup.to(dbToGain(makeupDb));
    if (this.fresh) this.settle();
  }

  reset(): void {
    this.released = 0;
    this.applied = 0;
    this.deepest = 0;
    this.fresh = true;
    this.set(this.settings);
  }

  takeGainReductionDb(): number {
    const deepest = this.deepest;
    this.deepest = this.applied;
    return deepest;
  }

  process(left: Float64Array, right: Float64Array, frames: number): void {
    this.fresh = false;
    let start = 0;
    while (start < frames && this.moving) {
      this.threshold.next();
      this.slope.next();
      this.knee.next();
      this.makeup.next();
      this.compress(left, right, start, start + 1);
      start++;
    }
    if (start < frames) this.compress(left, right, start, frames);
  }

  private compress(left: Float64Array, right: Float64Array, from: number, to: number): void {
    const threshold = this.threshold.value;
    const slope = this.slope.value;
    const halfKnee = this.knee.value / 2;
    const curve = halfKnee > 0 ? slope / (4 * halfKnee) : 0;
    const makeup = this.makeup.value;
    const kneeStart = dbToGain(threshold - halfKnee);
    const { attack, release } = this;
    const attackIn = 1 - attack;
    const releaseIn = 1 - release;
    let released = this.released;
    let applied = this.applied;
    let deepest = this.deepest;
    for (let i = from; i < to; i++) {
      const l = left[i];
      const r = right[i];
      // NaN if either is, so that one comparison finds whatever must not go on.
      const level = Math.max(Math.abs(l), Math.abs(r));
      if (!(level <= LARGEST_SAMPLE)) {
        left[i] = 0;
        right[i] = 0;
        continue;
      }
      let asked = 0;
      if (level > kneeStart) {
        const over = fastGainToDb(level) - threshold;
        asked = over >= halfKnee ? slope * over : curve * (over + halfKnee) * (over + halfKnee);
      }
      const falling = release * released + releaseIn * asked;
      released = asked > falling ? asked : falling;
      applied = attack * applied + attackIn * released;
      if (applied > NO_REDUCTION_DB) {
        const gain = makeup * fastReductionGain(applied);
        left[i] = l * gain;
        right[i] = r * gain;
        if (applied > deepest) deepest = applied;
      } else if (makeup !== 1) {
        left[i] = l * makeup;
        right[i] = r * makeup;
      }
    }
    this.released = released < 1e-30 ? 0 : released;
    this.applied = applied < 1e-30 ? 0 : applied;
    this.deepest = deepest;
  }

  private get moving(): boolean {
    return this.threshold.moving || this.slope.moving || this.knee.moving || this.makeup.moving;
  }

  private settle(): void {
    for (const ramp of [this.threshold, this.slope, this.knee, this.makeup]) ramp.settle();
  }
}
