import {
  devicesOf,
  type ChannelSpec,
  type DeviceSpec,
  type MixSpec,
  type StripSpec,
} from '../dsp/mix-spec.ts';

/** How much more of a stem goes to a return, beside its own fader. */
export interface SendDifference {
  readonly stem: string;
  /** The return's name. */
  readonly to: string;
  readonly db: number;
}

/** A channel whose fader is moved along the song in one of two mixes, or otherwise than in the other. */
export interface RideDifference {
  /** A stem's id or a group's name. */
  readonly channel: string;
  readonly before: ChannelSpec;
  readonly after: ChannelSpec;
}

/** What two mixes of the same devices differ in, as far as it is heard. */
export interface SpecDifference {
  /** Working in the second and not in the first, with the second's settings. */
  readonly on: readonly DeviceSpec[];
  readonly off: readonly DeviceSpec[];
  /** Working in both, with other settings. */
  readonly retuned: readonly { readonly before: DeviceSpec; readonly after: DeviceSpec }[];
  /** Strips whose fader, place or mute differs. */
  readonly moved: readonly { readonly before: StripSpec; readonly after: StripSpec }[];
  /** Sends of heard strips to returns that are open in both. */
  readonly sent: readonly SendDifference[];
  /** Gain lanes of heard strips and groups. */
  readonly ridden: readonly RideDifference[];
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
    sent: sendDifferences(from, to),
    ridden: rideDifferences(from, to),
  };
}

function sendDifferences(from: MixSpec, to: MixSpec): SendDifference[] {
  const open = to.returns.filter(
    ({ id, muted }) => !muted && from.returns.some((entry) => entry.id === id && !entry.muted),
  );
  return stripPairs(from, to).flatMap(({ before, after }) =>
    after.sends.flatMap(({ to: id, levelDb }) => {
      const entry = open.find((one) => one.id === id);
      const earlier = before.sends.find((send) => send.to === id);
      return !entry || !earlier || earlier.levelDb === levelDb
        ? []
        : [{ stem: after.stem, to: entry.name, db: levelDb - earlier.levelDb }];
    }),
  );
}

function rideDifferences(from: MixSpec, to: MixSpec): RideDifference[] {
  const strips = stripPairs(from, to).map((pair) => ({ channel: pair.after.stem, ...pair }));
  const groups = to.groups.flatMap((after) => {
    const before = from.groups.find(({ id }) => id === after.id);
    return before ? [{ channel: after.name, before, after }] : [];
  });
  return [...strips, ...groups].filter(
    ({ before, after }) => JSON.stringify(before.automation) !== JSON.stringify(after.automation),
  );
}

/** Strips that are heard in both. */
function stripPairs(from: MixSpec, to: MixSpec): { before: StripSpec; after: StripSpec }[] {
  return to.strips.flatMap((after) => {
    const before = from.strips.find(({ stem }) => stem === after.stem);
    return !before || before.muted || after.muted ? [] : [{ before, after }];
  });
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
