import type { Device } from './device.ts';
import { DynamicsPath } from './dynamics-path.ts';
import { GateGain } from './gate-gain.ts';
import { clampValues, defaultsOf, type ParameterTable, type Values } from './parameter.ts';

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

/** Gate and downward expander, peak-sensing. Open, it is exact: nothing is multiplied by anything but 1. */
export class Gate extends DynamicsPath<GateGain> implements Device<Partial<GateSettings>> {
  private settings: GateSettings = defaultsOf(GATE_PARAMETERS);

  constructor() {
    super(new GateGain());
  }

  set(settings: Partial<GateSettings>): void {
    this.settings = clampValues(GATE_PARAMETERS, settings);
    this.tuneParts();
  }

  protected setParts(): void {
    this.gain.set(this.settings);
  }
}
