import { devicesOf, type DeviceSpec, type MixSpec, type StripSpec } from '../dsp/mix-spec.ts';

/** What two mixes of the same devices differ in, as far as it is heard. */
export interface SpecDifference {
  /** Working in the second and not in the first, with the second's settings. */
  readonly on: readonly DeviceSpec[];
  readonly off: readonly DeviceSpec[];
  /** Working in both, with other settings. */
  readonly retuned: readonly { readonly before: DeviceSpec; readonly after: DeviceSpec }[];
  /** Strips whose fader, place or mute differs. */
  readonly moved: readonly { readonly before: StripSpec; readonly after: StripSpec }[];
}

/** What becomes different on the way from one mix to another. */
export function specDifference(from: MixSpec, to: MixSpec): SpecDifference {
  const before = new Map(devicesAtWork(from).map((device) => [device.id, device]));
  const after = new Map(devicesAtWork(to).map((device) => [device.id, device]));
  const pairs = [...after.values()].flatMap((device) => {
    const earlier = before.get(device.id);
    return earlier ? [{ before: earlier, after: device }] : [];
  });
  return {
    on: [...after.values()].filter(({ id }) => !before.has(id)),
    off: [...before.values()].filter(({ id }) => !after.has(id)),
    retuned: pairs.filter((pair) => JSON.stringify(pair.before) !== JSON.stringify(pair.after)),
    moved: to.strips.flatMap((strip) => {
      const earlier = from.strips.find(({ stem }) => stem === strip.stem);
      if (!earlier || (earlier.muted && strip.muted)) return [];
      const same =
        earlier.muted === strip.muted && levelOf(earlier) === levelOf(strip) && earlier.pan === strip.pan;
      return same ? [] : [{ before: earlier, after: strip }];
    }),
  };
}

/** Trim and fader of a strip in dB. */
export function levelOf({ trimDb, levelDb }: StripSpec): number {
  return trimDb + levelDb;
}

/** Devices that are switched on in channels that can be heard. */
function devicesAtWork(spec: MixSpec): DeviceSpec[] {
  const silent = new Set(
    [...spec.strips, ...spec.groups, ...spec.returns].flatMap((channel) =>
      channel.muted ? channel.devices.map(({ id }) => id) : [],
    ),
  );
  for (const group of spec.groups)
    if (spec.strips.every((strip) => strip.group !== group.id || strip.muted))
      for (const { id } of group.devices) silent.add(id);
  const fed = new Set(
    [...spec.strips, ...spec.groups].flatMap((channel) =>
      channel.muted ? [] : channel.sends.map(({ to }) => to),
    ),
  );
  for (const entry of spec.returns)
    if (!fed.has(entry.id)) for (const { id } of entry.devices) silent.add(id);
  return devicesOf(spec).filter(({ id, bypassed }) => !bypassed && !silent.has(id));
}
