import { BUS_COMPRESSOR_PARAMETERS } from '../dsp/bus-compressor.ts';
import { staticReductionDb } from '../dsp/compressor-curve.ts';
import { expansionDb } from '../dsp/gate-gain.ts';
import type { DeviceSpec } from '../dsp/mix-spec.ts';

/** What comes out, once settled, for a level that goes in: both in dB. */
export type TransferCurve = (inputDb: number) => number;

/** The range of both axes, in dB. */
export const LOWEST_DB = -60;
export const HIGHEST_DB = 0;

/** The console compressor's fixed knee (bus-compressor.ts). */
const BUS_KNEE_DB = 6;

/**
 * The kernel's own static curve; null for a device whose reduction does not follow from its level alone, as where it
 * listens to something else.
 */
export function transferCurve(device: DeviceSpec): TransferCurve | null {
  if (device.key !== null) return null;
  switch (device.type) {
    case 'compressor':
    case 'lookAheadCompressor': {
      const { thresholdDb, ratio, kneeDb, makeupDb } = device.settings;
      return (inputDb) => inputDb - staticReductionDb(inputDb, thresholdDb, ratio, kneeDb) + makeupDb;
    }
    case 'busCompressor': {
      const { thresholdDb, makeupDb } = device.settings;
      const ratio = parseFloat(BUS_COMPRESSOR_PARAMETERS.ratio.choices![device.settings.ratio]!);
      return (inputDb) => inputDb - staticReductionDb(inputDb, thresholdDb, ratio, BUS_KNEE_DB) + makeupDb;
    }
    case 'gate': {
      const { thresholdDb, ratio, rangeDb } = device.settings;
      return (inputDb) => inputDb - expansionDb(inputDb, thresholdDb, ratio, rangeDb);
    }
    case 'limiter': {
      const { driveDb, ceilingDbtp } = device.settings;
      return (inputDb) => Math.min(ceilingDbtp, inputDb + driveDb);
    }
    default:
      return null;
  }
}

/** Gain that a device adds before its own work, in dB: a limiter's drive. */
export function driveDbOf(device: DeviceSpec): number {
  return device.type === 'limiter' ? device.settings.driveDb : 0;
}

/** Place on an axis, 0 … 1 from its lower end. */
export function shareOfDb(db: number): number {
  return Math.max(0, Math.min(1, (db - LOWEST_DB) / (HIGHEST_DB - LOWEST_DB)));
}

/** The level at a place on an axis. */
export function dbOfShare(share: number): number {
  return LOWEST_DB + Math.max(0, Math.min(1, share)) * (HIGHEST_DB - LOWEST_DB);
}
