import { applyGains, applyGainsMono } from './apply-gains.ts';
import type { Device, GainReducing, Keyed, MonoCapable } from './device.ts';
import { GateGain } from './gate-gain.ts';
import { DETECTOR_FRAMES, LevelDetector } from './level-detector.ts';
import { clampValues, defaultsOf, type ParameterTable, type Values } from './parameter.ts';
import { sanitise } from './sanitise.ts';

export const GATE_PARAMETERS = {
  thresholdDb: {
    label: 'Threshold',
    unit: 'dB',
    min: -80,
    max: 0,
    default: -40,
    taper: 'linear',
    decimals: 1,
  },
  /** Low ratios make it an expander. */
  ratio: { label: 'Ratio', unit: ':1', min: 1, max: 50, default: 10, taper: 'log', decimals: 1 },
  /** How far the level must fall below the threshold before it closes. */
  hysteresisDb: {
    label: 'Hysteresis',
    unit: 'dB',
    min: 0,
    max: 24,
    default: 4,
    taper: 'linear',
    decimals: 1,
  },
  attackMs: { label: 'Attack', unit: 'ms', min: 0.1, max: 100, default: 1, taper: 'log', decimals: 1 },
  holdMs: { label: 'Hold', unit: 'ms', min: 1, max: 1000, default: 50, taper: 'log', decimals: 0 },
  releaseMs: { label: 'Release', unit: 'ms', min: 5, max: 2000, default: 100, taper: 'log', decimals: 0 },
  /** The most that it turns down. */
  rangeDb: { label: 'Range', unit: 'dB', min: 0, max: 80, default: 40, taper: 'linear', decimals: 1 },
} as const satisfies ParameterTable;

export type GateSettings = Values<typeof GATE_PARAMETERS>;

/**
 * Gate and downward expander, peak-sensing, stereo-linked by the louder channel; listens to itself or to a key.
 * Open, it is exact: nothing is multiplied by anything but 1.
 */
export class Gate implements Device<Partial<GateSettings>>, GainReducing, Keyed, MonoCapable {
  readonly latencySamples = 0;
  private settings: GateSettings = defaultsOf(GATE_PARAMETERS);
  private readonly detector = new LevelDetector();
  private readonly gain = new GateGain();
  /** Levels of a stretch, then its gains. */
  private readonly levels = new Float64Array(DETECTOR_FRAMES);
  private fresh = true;

  prepare(sampleRate: number): void {
    this.detector.prepare(sampleRate);
    this.gain.prepare(sampleRate);
    this.reset();
  }

  set(settings: Partial<GateSettings>): void {
    this.settings = clampValues(GATE_PARAMETERS, settings);
    this.gain.set(this.settings);
    if (this.fresh) this.gain.settle();
  }

  reset(): void {
    this.detector.reset();
    this.gain.reset();
    this.fresh = true;
    this.set(this.settings);
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
      if (this.gain.process(levels, count)) applyGains(left, right, start, count, levels);
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
    const { levels } = this;
    sanitise(left, right, frames);
    for (let start = 0; start < frames; start += DETECTOR_FRAMES) {
      const count = Math.min(DETECTOR_FRAMES, frames - start);
      this.detector.read(keyLeft, keyRight, start, count, levels);
      if (this.gain.process(levels, count)) applyGains(left, right, start, count, levels);
    }
  }

  processMono(samples: Float64Array, frames: number): void {
    this.fresh = false;
    const { levels } = this;
    for (let start = 0; start < frames; start += DETECTOR_FRAMES) {
      const count = Math.min(DETECTOR_FRAMES, frames - start);
      if (!this.detector.readMono(samples, start, count, levels)) sanitise(samples, samples, frames);
      if (this.gain.process(levels, count)) applyGainsMono(samples, start, count, levels);
    }
  }
}
