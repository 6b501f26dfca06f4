import { DEVICE_TYPES, type DeviceType, type SettingsOf } from './device-types.ts';
import {
  channelsOf,
  devicesOf,
  type ChannelSpec,
  type DeviceSpec,
  type GroupSpec,
  type MixSpec,
  type ReturnSpec,
  type StripSpec,
} from './mix-spec.ts';
import { PAN_LAW } from './pan.ts';
import { clampValues, type ParameterTable } from './parameter.ts';

/** What an author writes for a strip; everything left out is neutral. */
export type StripDraft = Partial<Omit<StripSpec, 'stem'>>;
export type GroupDraft = Partial<Omit<GroupSpec, 'id'>> & { readonly name: string };
export type ReturnDraft = Partial<Omit<ReturnSpec, 'id' | 'sends'>> & { readonly name: string };

const NEUTRAL: ChannelSpec = {
  muted: false,
  levelDb: 0,
  pan: 0,
  panLaw: PAN_LAW.default,
  automation: [],
  sends: [],
  devices: [],
};

/**
 * Write a MixSpec: stems in the order of the song, each with its strip; groups and returns by id.
 *
 * @throws with what was expected where an id is used twice, or a group, return or key names something that is not there
 */
export function mixSpec(draft: {
  song: string;
  strips: Readonly<Record<string, StripDraft>>;
  groups?: Readonly<Record<string, GroupDraft>>;
  returns?: Readonly<Record<string, ReturnDraft>>;
  master?: readonly DeviceSpec[];
}): MixSpec {
  const spec: MixSpec = {
    version: 1,
    song: draft.song,
    strips: Object.entries(draft.strips).map(([stem, strip]) => ({
      ...NEUTRAL,
      stem,
      trimDb: 0,
      group: null,
      ...strip,
    })),
    groups: Object.entries(draft.groups ?? {}).map(([id, group]) => ({ ...NEUTRAL, id, ...group })),
    returns: Object.entries(draft.returns ?? {}).map(([id, entry]) => ({
      ...NEUTRAL,
      id,
      ...entry,
      sends: [],
    })),
    master: draft.master ?? [],
    matchDb: 0,
  };
  checkIds(spec);
  return spec;
}

function checkIds(spec: MixSpec): void {
  const ids = devicesOf(spec).map((entry) => entry.id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice)
    throw new Error(`${spec.song}: two devices are called "${twice}"; a device id is unique in its mix`);
  const known = (what: string, id: string, all: readonly string[]): void => {
    if (!all.includes(id)) throw new Error(`${spec.song}: no ${what} "${id}"; there are ${all.join(', ')}`);
  };
  const groups = spec.groups.map(({ id }) => id);
  const returns = spec.returns.map(({ id }) => id);
  const stems = spec.strips.map(({ stem }) => stem);
  for (const { group } of spec.strips) if (group !== null) known('group', group, groups);
  for (const { sends } of channelsOf(spec)) for (const { to } of sends) known('return', to, returns);
  for (const { key } of devicesOf(spec)) if (key !== null) known('stem', key, stems);
}

/** A device for a spec; settings left out take their default, wrong ones throw with what was expected. */
export function device<Type extends DeviceType>(
  type: Type,
  id: string,
  name: string,
  settings: Partial<SettingsOf<Type>>,
): DeviceSpec {
  const table: ParameterTable = DEVICE_TYPES[type].parameters;
  for (const [field, value] of Object.entries<number | undefined>(settings)) {
    const parameter = table[field];
    if (!parameter) throw new Error(`${id}.${field}: expected one of ${Object.keys(table).join(', ')}`);
    if (value === undefined || !(value >= parameter.min && value <= parameter.max))
      throw new Error(`${id}.${field}: expected ${parameter.min} to ${parameter.max}, got ${value}`);
  }
  return {
    type,
    id,
    name,
    bypassed: false,
    key: null,
    settings: clampValues(table, settings as Partial<Record<string, number>>),
  } as DeviceSpec;
}

/** The same device with its detector on a stem: ducking, a keyed gate. */
export function keyedBy(stem: string, spec: DeviceSpec): DeviceSpec {
  return { ...spec, key: stem };
}
