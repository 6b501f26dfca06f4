import type { StripSpec } from '../dsp/mix-spec.ts';
import type { ParameterTable, Values } from '../dsp/parameter.ts';

/** What a stem's own channel offers to turn, beside its devices. */
export const STRIP_PARAMETERS = {
  levelDb: { label: 'Fader', unit: 'dB', min: -30, max: 15, default: 0, taper: 'linear', decimals: 1 },
  /** −100 is left, 100 is right. */
  panPercent: { label: 'Pan', unit: '%', min: -100, max: 100, default: 0, taper: 'linear', decimals: 0 },
} as const satisfies ParameterTable;

export type StripSettings = Values<typeof STRIP_PARAMETERS>;

/** Where a stem's fader and pan pot stand. */
export function stripSettings({ levelDb, pan }: StripSpec): StripSettings {
  return { levelDb, panPercent: pan * 100 };
}

/** The same strip with its fader or pan pot elsewhere. */
export function withStripSettings(strip: StripSpec, changed: Partial<StripSettings>): StripSpec {
  const { levelDb, panPercent } = { ...stripSettings(strip), ...changed };
  return { ...strip, levelDb, pan: panPercent / 100 };
}
