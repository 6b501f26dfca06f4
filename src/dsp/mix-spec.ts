import type { DeviceType, SettingsOf } from './device-types.ts';

/** One device with its settings and its switch. */
export type DeviceSpec = {
  readonly [Type in DeviceType]: {
    readonly type: Type;
    /** Unique in its MixSpec: "guitar-eq". */
    readonly id: string;
    /** What its switch is called: "Guitar EQ". */
    readonly name: string;
    readonly bypassed: boolean;
    /** The stem, as recorded, that its detector listens to; null for its own input. Only for devices that can. */
    readonly key: string | null;
    readonly settings: SettingsOf<Type>;
  };
}[DeviceType];

/** A copy of a channel, after its fader, for a return. */
export interface SendSpec {
  /** The return's id. */
  readonly to: string;
  readonly levelDb: number;
}

/** One point of an automation lane: the gain at a moment of the loop. */
export interface GainPoint {
  /** From the loop's start. */
  readonly seconds: number;
  readonly gainDb: number;
}

/** What strips, groups and returns have in common: devices → automation and fader → pan → bus and sends. */
export interface ChannelSpec {
  readonly muted: boolean;
  /** The fader, after the devices, in dB. */
  readonly levelDb: number;
  /** −1 left … +1 right. */
  readonly pan: number;
  /** How a mono pan pot shares out its sound: a place in the choices of PAN_LAW. */
  readonly panLaw: number;
  /** Gain by the moment of the loop, straight lines in dB between the points; none is 0 dB throughout. */
  readonly automation: readonly GainPoint[];
  readonly sends: readonly SendSpec[];
  readonly devices: readonly DeviceSpec[];
}

/** One stem's channel: trim → devices → fader → its group, or the bus. */
export interface StripSpec extends ChannelSpec {
  /** The stem's id in the song's manifest. */
  readonly stem: string;
  /** Gain before the devices, in dB. */
  readonly trimDb: number;
  /** The group it goes to; null for the bus. */
  readonly group: string | null;
}

/** Several strips under one fader and through the same devices. */
export interface GroupSpec extends ChannelSpec {
  readonly id: string;
  readonly name: string;
}

/** What sends go to: a shared reverb or delay, fully wet, back to the bus. */
export interface ReturnSpec extends ChannelSpec {
  readonly id: string;
  readonly name: string;
  /** A return feeds the bus only, so that nothing can go round in a circle. */
  readonly sends: readonly never[];
}

/**
 * Everything a listener hears, as plain data. The worklet, the bounce and the tests give it to the same Mix.
 *
 * Signal flow: strips → groups → sum, joined by the returns → master devices → match gain → safety ceiling
 * (−1 dBTP, always on).
 */
export interface MixSpec {
  readonly version: 1;
  /** A folder under public/stems. */
  readonly song: string;
  readonly strips: readonly StripSpec[];
  readonly groups: readonly GroupSpec[];
  readonly returns: readonly ReturnSpec[];
  readonly master: readonly DeviceSpec[];
  /** Level match: how far this is turned down so that versions compare at one loudness, in dB (≤ 0). */
  readonly matchDb: number;
}

/** All devices of a spec, in the order of the signal: strips, groups, returns, master. */
export function devicesOf(spec: MixSpec): DeviceSpec[] {
  return [...channelsOf(spec).flatMap((channel) => channel.devices), ...spec.master];
}

/** Strips, groups and returns, in the order of the signal. */
export function channelsOf(spec: MixSpec): ChannelSpec[] {
  return [...spec.strips, ...spec.groups, ...spec.returns];
}

/** The same mix with every device changed as told. */
export function withDevices(spec: MixSpec, change: (device: DeviceSpec) => DeviceSpec): MixSpec {
  const changed = <Channel extends ChannelSpec>(channel: Channel): Channel => ({
    ...channel,
    devices: channel.devices.map(change),
  });
  return {
    ...spec,
    strips: spec.strips.map(changed),
    groups: spec.groups.map(changed),
    returns: spec.returns.map(changed),
    master: spec.master.map(change),
  };
}

/** The same mix with exactly these devices bypassed. */
export function withBypassed(spec: MixSpec, bypassedIds: ReadonlySet<string>): MixSpec {
  return withDevices(spec, (device) => ({ ...device, bypassed: bypassedIds.has(device.id) }));
}

/** The same mix turned by a level-match gain. */
export function withMatch(spec: MixSpec, matchDb: number): MixSpec {
  return { ...spec, matchDb };
}
