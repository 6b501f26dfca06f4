import { BUS_COMPRESSOR_PARAMETERS } from '../dsp/bus-compressor.ts';
import { LOOK_AHEAD_COMPRESSOR_PARAMETERS } from '../dsp/compressor-look-ahead.ts';
import { COMPRESSOR_PARAMETERS } from '../dsp/compressor.ts';
import { DE_ESSER_PARAMETERS } from '../dsp/de-esser.ts';
import { DELAY_PARAMETERS } from '../dsp/delay-parameters.ts';
import type { DeviceType } from '../dsp/device-types.ts';
import { EQ_PARAMETERS } from '../dsp/eq-bands.ts';
import { EXCITER_PARAMETERS } from '../dsp/exciter.ts';
import { GATE_PARAMETERS } from '../dsp/gate.ts';
import { LIMITER_PARAMETERS } from '../dsp/limiter.ts';
import type { ParameterTable } from '../dsp/parameter.ts';
import { PLAYBACK_PARAMETERS } from '../dsp/playback.ts';
import { REVERB_PARAMETERS } from '../dsp/reverb-parameters.ts';
import { SATURATION_PARAMETERS } from '../dsp/saturation.ts';
import { WIDTH_PARAMETERS } from '../dsp/width.ts';

/** What DEVICE_TYPES says of parameters, without the kernels: a page that writes about devices need not load them. */
export const PARAMETER_TABLES: Readonly<Record<DeviceType, ParameterTable>> = {
  eq: EQ_PARAMETERS,
  compressor: COMPRESSOR_PARAMETERS,
  lookAheadCompressor: LOOK_AHEAD_COMPRESSOR_PARAMETERS,
  busCompressor: BUS_COMPRESSOR_PARAMETERS,
  gate: GATE_PARAMETERS,
  deEsser: DE_ESSER_PARAMETERS,
  limiter: LIMITER_PARAMETERS,
  saturation: SATURATION_PARAMETERS,
  exciter: EXCITER_PARAMETERS,
  playback: PLAYBACK_PARAMETERS,
  delay: DELAY_PARAMETERS,
  reverb: REVERB_PARAMETERS,
  width: WIDTH_PARAMETERS,
};
