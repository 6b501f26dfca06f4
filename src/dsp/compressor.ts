import { CompressorPath, type CompressorTuning } from './compressor-path.ts';
import type { Device } from './device.ts';
import { choiceOf, clampValues, type ParameterTable, type Values } from './parameter.ts';

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
  detector: choiceOf('Detector', ['Peak', 'RMS']),
  /** Off at its minimum. */
  sidechainHighPassHz: {
    label: 'Sidechain high-pass',
    unit: 'Hz',
    min: 20,
    max: 500,
    default: 20,
    taper: 'log',
    decimals: 0,
  },
} as const satisfies ParameterTable;

export type CompressorSettings = Values<typeof COMPRESSOR_PARAMETERS>;

/** What settings mean to the parts of a compressor; missing ones take their default. */
export function compressorTuning(settings: Partial<CompressorSettings>): CompressorTuning {
  const values = clampValues(COMPRESSOR_PARAMETERS, settings);
  return {
    ...values,
    autoRelease: false,
    rms: values.detector === 1,
    highPassHz: sidechainCornerHz(values.sidechainHighPassHz),
    lookAheadMs: 0,
  };
}

/** The corner of the filter that a setting of `sidechainHighPassHz` means; 0 is none. */
export function sidechainCornerHz(sidechainHighPassHz: number): number {
  return sidechainHighPassHz > COMPRESSOR_PARAMETERS.sidechainHighPassHz.min ? sidechainHighPassHz : 0;
}

/**
 * Feed-forward compressor in the log domain, after D. Giannoulis, M. Massberg, J. D. Reiss, "Digital dynamic range
 * compressor design: a tutorial and analysis", JAES 60(6), 2012. Senses peaks or RMS; listens to itself or to a key.
 */
export class Compressor extends CompressorPath implements Device<Partial<CompressorSettings>> {
  constructor() {
    super(compressorTuning({}));
  }

  set(settings: Partial<CompressorSettings>): void {
    this.tune(compressorTuning(settings));
  }
}
