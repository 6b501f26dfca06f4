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
    readonly settings: SettingsOf<Type>;
  };
}[DeviceType];

/** One stem's way to the bus: trim → devices → level → pan. */
export interface StripSpec {
  /** The stem's id in the song's manifest. */
  readonly stem: string;
  readonly muted: boolean;
  /** Gain before the devices, in dB. */
  readonly trimDb: number;
  /** The fader, after the devices, in dB. */
  readonly levelDb: number;
  /** −1 left … +1 right. */
  readonly pan: number;
  readonly devices: readonly DeviceSpec[];
}

/**
 * Everything a listener hears, as plain data. The worklet, the bounce and the tests give it to the same Mix.
 *
 * Signal flow: strips → sum → master devices → match gain → safety ceiling (−1 dBTP, always on).
 */
export interface MixSpec {
  readonly version: 1;
  /** A folder under public/stems. */
  readonly song: string;
  readonly strips: readonly StripSpec[];
  readonly master: readonly DeviceSpec[];
  /** Level match: how far this is turned down so that versions compare at one loudness, in dB (≤ 0). */
  readonly matchDb: number;
}

/** All devices of a spec: strips first, then the master. */
export function devicesOf(spec: MixSpec): DeviceSpec[] {
  return [...spec.strips.flatMap((strip) => strip.devices), ...spec.master];
}

/** The same mix with exactly these devices bypassed. */
export function withBypassed(spec: MixSpec, bypassedIds: ReadonlySet<string>): MixSpec {
  const switched = (device: DeviceSpec): DeviceSpec => ({ ...device, bypassed: bypassedIds.has(device.id) });
  return {
    ...spec,
    strips: spec.strips.map((strip) => ({ ...strip, devices: strip.devices.map(switched) })),
    master: spec.master.map(switched),
  };
}

/** The same mix turned by a level-match gain. */
export function withMatch(spec: MixSpec, matchDb: number): MixSpec {
  return { ...spec, matchDb };
}
