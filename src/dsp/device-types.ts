import { BusCompressor, BUS_COMPRESSOR_PARAMETERS } from './bus-compressor.ts';
import { Compressor, COMPRESSOR_PARAMETERS } from './compressor.ts';
import { Delay } from './delay.ts';
import { DELAY_PARAMETERS } from './delay-parameters.ts';
import type { Device } from './device.ts';
import { Eq } from './eq.ts';
import { EQ_PARAMETERS } from './eq-bands.ts';
import { Exciter, EXCITER_PARAMETERS } from './exciter.ts';
import { LookAheadCompressor, LOOK_AHEAD_COMPRESSOR_PARAMETERS } from './compressor-look-ahead.ts';
import { DeEsser, DE_ESSER_PARAMETERS } from './de-esser.ts';
import { Gate, GATE_PARAMETERS } from './gate.ts';
import { Limiter, LIMITER_PARAMETERS } from './limiter.ts';
import type { ParameterTable, Values } from './parameter.ts';
import { Playback, PLAYBACK_PARAMETERS } from './playback.ts';
import { Saturation, SATURATION_PARAMETERS } from './saturation.ts';
import { Reverb } from './reverb.ts';
import { REVERB_PARAMETERS } from './reverb-parameters.ts';
import { Width, WIDTH_PARAMETERS } from './width.ts';

interface DeviceEntry<Table extends ParameterTable> {
  /** The field's name for it, as a person reads it. */
  readonly label: string;
  readonly parameters: Table;
  create(): Device<Partial<Values<Table>>>;
}

function entry<Table extends ParameterTable>(definition: DeviceEntry<Table>): DeviceEntry<Table> {
  return definition;
}

/** Every device there is. A new one is its kernel, its parameter table and a line here. */
export const DEVICE_TYPES = {
  eq: entry({ label: 'EQ', parameters: EQ_PARAMETERS, create: () => new Eq() }),
  compressor: entry({
    label: 'Compressor',
    parameters: COMPRESSOR_PARAMETERS,
    create: () => new Compressor(),
  }),
  lookAheadCompressor: entry({
    label: 'Look-ahead compressor',
    parameters: LOOK_AHEAD_COMPRESSOR_PARAMETERS,
    create: () => new LookAheadCompressor(),
  }),
  busCompressor: entry({
    label: 'Bus compressor',
    parameters: BUS_COMPRESSOR_PARAMETERS,
    create: () => new BusCompressor(),
  }),
  gate: entry({ label: 'Gate', parameters: GATE_PARAMETERS, create: () => new Gate() }),
  deEsser: entry({ label: 'De-esser', parameters: DE_ESSER_PARAMETERS, create: () => new DeEsser() }),
  limiter: entry({ label: 'Limiter', parameters: LIMITER_PARAMETERS, create: () => new Limiter() }),
  saturation: entry({
    label: 'Saturation',
    parameters: SATURATION_PARAMETERS,
    create: () => new Saturation(),
  }),
  exciter: entry({ label: 'Exciter', parameters: EXCITER_PARAMETERS, create: () => new Exciter() }),
  playback: entry({ label: 'Playback', parameters: PLAYBACK_PARAMETERS, create: () => new Playback() }),
  delay: entry({ label: 'Delay', parameters: DELAY_PARAMETERS, create: () => new Delay() }),
  reverb: entry({ label: 'Reverb', parameters: REVERB_PARAMETERS, create: () => new Reverb() }),
  width: entry({ label: 'Width', parameters: WIDTH_PARAMETERS, create: () => new Width() }),
};

export type DeviceType = keyof typeof DEVICE_TYPES;

/** The settings that a device type takes. */
export type SettingsOf<Type extends DeviceType> = Values<(typeof DEVICE_TYPES)[Type]['parameters']>;
