import { COMPRESSOR_PARAMETERS, compressorTuning } from './compressor.ts';
import { CompressorPath, type CompressorTuning } from './compressor-path.ts';
import type { Device } from './device.ts';
import { clampTo, type ParameterTable, type Values } from './parameter.ts';

export const LOOK_AHEAD_COMPRESSOR_PARAMETERS = {
  ...COMPRESSOR_PARAMETERS,
  lookAheadMs: { label: 'Look-ahead', unit: 'ms', min: 0, max: 10, default: 5, taper: 'linear', decimals: 1 },
} as const satisfies ParameterTable;

export type LookAheadCompressorSettings = Values<typeof LOOK_AHEAD_COMPRESSOR_PARAMETERS>;

const { lookAheadMs } = LOOK_AHEAD_COMPRESSOR_PARAMETERS;

/**
 * A compressor that sees peaks before they are heard.
 *
 * It is a device of its own because a parameter must never change latency: it delays by 10 ms at every setting, which
 * an ordinary compressor should not cost. What is not used as look-ahead delays the detector too.
 */
export class LookAheadCompressor
  extends CompressorPath
  implements Device<Partial<LookAheadCompressorSettings>>
{
  constructor() {
    super(tuningOf({}), lookAheadMs.max);
  }

  set(settings: Partial<LookAheadCompressorSettings>): void {
    this.tune(tuningOf(settings));
  }
}

function tuningOf(settings: Partial<LookAheadCompressorSettings>): CompressorTuning {
  return {
    ...compressorTuning(settings),
    lookAheadMs: clampTo(lookAheadMs, settings.lookAheadMs ?? NaN),
  };
}
