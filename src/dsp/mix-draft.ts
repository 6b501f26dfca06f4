import { DEVICE_TYPES, type DeviceType, type SettingsOf } from './device-types.ts';
import { devicesOf, type DeviceSpec, type MixSpec, type StripSpec } from './mix-spec.ts';
import { clampValues, type ParameterTable } from './parameter.ts';

/** What an author writes for a strip; everything left out is neutral. */
export type StripDraft = Partial<Omit<StripSpec, 'stem'>>;

/** Write a MixSpec: stems in the order of the song, each with its strip. */
export function mixSpec(draft: {
  song: string;
  strips: Readonly<Record<string, StripDraft>>;
  master?: readonly DeviceSpec[];
}): MixSpec {
  const strips = Object.entries(draft.strips).map(([stem, strip]) => ({
    stem,
    muted: false,
    trimDb: 0,
    levelDb: 0,
    pan: 0,
    devices: [],
    ...strip,
  }));
  const spec: MixSpec = { version: 1, song: draft.song, strips, master: draft.master ?? [], matchDb: 0 };
  const ids = devicesOf(spec).map((device) => device.id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice)
    throw new Error(`${draft.song}: two devices are called "${twice}"; a device id is unique in its mix`);
  return spec;
}

/** A device for a spec; settings left out take their default, wrong ones throw with what was expected. */
export function device<Type extends DeviceType>(
  type: Type,
  id: string,
  name: string,
  settings: Partial<SettingsOf<Type>>,
): DeviceSpec {
  const table: ParameterTable = DEVICE_TYPES[type].parameters;
  for (const [key, value] of Object.entries<number | undefined>(settings)) {
    const parameter = table[key];
    if (!parameter) throw new Error(`${id}.${key}: expected one of ${Object.keys(table).join(', ')}`);
    if (value === undefined || !(value >= parameter.min && value <= parameter.max))
      throw new Error(`${id}.${key}: expected ${parameter.min} to ${parameter.max}, got ${value}`);
  }
  return {
    type,
    id,
    name,
    bypassed: false,
    settings: clampValues(table, settings as Partial<Record<string, number>>),
  } as DeviceSpec;
}
