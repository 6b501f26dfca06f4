import { applyGains, applyGainsMono } from './apply-gains.ts';
import type { Device, GainReducing, MonoCapable } from './device.ts';
import { DeEsserGain } from './de-esser-gain.ts';
import { DeEsserSplit, SPLIT_FRAMES } from './de-esser-split.ts';
import { choiceOf, clampValues, defaultsOf, type ParameterTable, type Values } from './parameter.ts';
import { sanitise } from './sanitise.ts';

export const DE_ESSER_PARAMETERS = {
  mode: choiceOf('Mode', ['Split', 'Wideband']),
  frequencyHz: {
    label: 'Frequency',
    unit: 'Hz',
    min: 2000,
    max: 12000,
    default: 6000,
    taper: 'log',
    decimals: 0,
  },
  /** Level of the sibilance relative to the whole, above which it is turned down; the same for loud and quiet words. */
  thresholdDb: {
    label: 'Threshold',
    unit: 'dB',
    min: -60,
    max: 0,
    default: -6,
    taper: 'linear',
    decimals: 1,
  },
  rangeDb: { label: 'Range', unit: 'dB', min: 0, max: 24, default: 8, taper: 'linear', decimals: 1 },
} as const satisfies ParameterTable;

export type DeEsserSettings = Values<typeof DE_ESSER_PARAMETERS>;

/**
 * De-esser: turns down sibilance where it stands out from the rest of the voice, whatever the level of both.
 *
 * Split, it turns down what lies above the frequency; wideband, everything. Below threshold the sound passes
 * untouched, bit for bit: the bands are the sound minus what is taken away, so nothing has to sum up again.
 */
export class DeEsser implements Device<Partial<DeEsserSettings>>, GainReducing, MonoCapable {
  readonly latencySamples = 0;
  private settings: DeEsserSettings = defaultsOf(DE_ESSER_PARAMETERS);
  private readonly split = new DeEsserSplit();
  private readonly gain = new DeEsserGain();
  private readonly gains = new Float64Array(SPLIT_FRAMES);
  private fresh = true;

  prepare(sampleRate: number): void {
    this.split.prepare(sampleRate);
    this.gain.prepare(sampleRate);
    this.reset();
  }

  set(settings: Partial<DeEsserSettings>): void {
    this.settings = clampValues(DE_ESSER_PARAMETERS, settings);
    this.split.set(this.settings.frequencyHz, this.settings.mode === 1);
    this.gain.set(this.settings.thresholdDb, this.settings.rangeDb);
    if (!this.fresh) return;
    this.split.settle();
    this.gain.settle();
  }

  reset(): void {
    this.split.reset();
    this.gain.reset();
    this.fresh = true;
    this.set(this.settings);
  }

  takeGainReductionDb(): number {
    return this.gain.takeReductionDb();
  }

  process(left: Float64Array, right: Float64Array, frames: number): void {
    this.fresh = false;
    const { split, gain, gains } = this;
    sanitise(left, right, frames);
    for (let start = 0; start < frames; start += SPLIT_FRAMES) {
      const count = Math.min(SPLIT_FRAMES, frames - start);
      split.analyse(left, right, start, count);
      if (!gain.process(split.sibilance, split.whole, gains, count)) split.passOn(count);
      else if (split.wideband) applyGains(left, right, start, count, gains);
      else split.turnDown(left, right, start, count, gains);
    }
  }

  processMono(samples: Float64Array, frames: number): void {
    this.fresh = false;
    const { split, gain, gains } = this;
    sanitise(samples, samples, frames);
    for (let start = 0; start < frames; start += SPLIT_FRAMES) {
      const count = Math.min(SPLIT_FRAMES, frames - start);
      split.analyse(samples, samples, start, count);
      if (!gain.process(split.sibilance, split.whole, gains, count)) split.passOn(count);
      else if (split.wideband) applyGainsMono(samples, start, count, gains);
      else split.turnDown(samples, samples, start, count, gains);
    }
  }
}
