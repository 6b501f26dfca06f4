import { COMPRESSOR_PARAMETERS, sidechainCornerHz } from './compressor.ts';
import { CompressorPath, type CompressorTuning } from './compressor-path.ts';
import type { Device } from './device.ts';
import { choiceOf, clampValues, type ParameterTable, type Values } from './parameter.ts';

const RATIOS = [1.5, 2, 4, 10] as const;
const ATTACKS_MS = [0.1, 0.3, 1, 3, 10, 30] as const;
const RELEASES_MS = [100, 300, 600, 1200] as const;

/** Not a control: soft enough to be heard as glue, hard enough that the threshold means something. */
const KNEE_DB = 6;

export const BUS_COMPRESSOR_PARAMETERS = {
  thresholdDb: {
    label: 'Threshold',
    unit: 'dB',
    min: -40,
    max: 0,
    default: -12,
    taper: 'linear',
    decimals: 1,
  },
  ratio: choiceOf(
    'Ratio',
    RATIOS.map((ratio) => `${ratio}:1`),
    1,
  ),
  attack: choiceOf(
    'Attack',
    ATTACKS_MS.map((ms) => `${ms} ms`),
    4,
  ),
  release: choiceOf('Release', [...RELEASES_MS.map((ms) => `${ms / 1000} s`), 'Auto'], RELEASES_MS.length),
  makeupDb: { ...COMPRESSOR_PARAMETERS.makeupDb, max: 15 },
  sidechainHighPassHz: COMPRESSOR_PARAMETERS.sidechainHighPassHz,
} as const satisfies ParameterTable;

export type BusCompressorSettings = Values<typeof BUS_COMPRESSOR_PARAMETERS>;

/**
 * The compressor of a mixing console's stereo bus: few settings in steps, a fixed soft knee, and a release that can
 * time itself by how long the level has stayed up (see AUTO_RELEASE_MS).
 */
export class BusCompressor extends CompressorPath implements Device<Partial<BusCompressorSettings>> {
  constructor() {
    super(tuningOf({}));
  }

  set(settings: Partial<BusCompressorSettings>): void {
    this.tune(tuningOf(settings));
  }
}

function tuningOf(settings: Partial<BusCompressorSettings>): CompressorTuning {
  const values = clampValues(BUS_COMPRESSOR_PARAMETERS, settings);
  const releaseMs = RELEASES_MS[values.release];
  return {
    thresholdDb: values.thresholdDb,
    ratio: RATIOS[values.ratio]!,
    kneeDb: KNEE_DB,
    attackMs: ATTACKS_MS[values.attack]!,
    releaseMs: releaseMs ?? 0,
    autoRelease: releaseMs === undefined,
    makeupDb: values.makeupDb,
    rms: false,
    highPassHz: sidechainCornerHz(values.sidechainHighPassHz),
    lookAheadMs: 0,
  };
}
