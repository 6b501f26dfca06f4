import type { ChannelSpec, DeviceSpec, MixSpec } from '../dsp/mix-spec.ts';
import { stemName, type SongStems } from './stem-names.ts';

/** A switch of the demo: one device, or several together. */
export interface ChainSwitch {
  readonly name: string;
  readonly deviceIds: readonly string[];
}

/** One device on the way of the sound. */
export interface ChainDevice {
  readonly id: string;
  readonly name: string;
  readonly bypassed: boolean;
  /** The stem that its detector listens to; null for what runs through it. */
  readonly keyName: string | null;
  /** The demo's switch for it; null where there is none. */
  readonly flippedBy: ChainSwitch | null;
  /** How it is otherwise in the version that is compared; null where it is the same. */
  readonly difference: 'bypass' | 'settings' | null;
}

/** A strip, group or return: its devices, and where its sound goes. */
export interface ChainChannel {
  /** The stem's, group's or return's id: where its level is found in a lap. */
  readonly id: string;
  readonly name: string;
  readonly muted: boolean;
  readonly devices: readonly ChainDevice[];
  /** A group's name, or "Mix bus". */
  readonly to: string;
  readonly sends: readonly { readonly to: string; readonly levelDb: number }[];
  /** Its fader, mute, pan, automation or sends are not as in the version compared. */
  readonly mixDiffers: boolean;
}

/** The way of the sound: strips → groups, joined by returns → mix bus → master → out. */
export interface Chain {
  readonly strips: readonly ChainChannel[];
  readonly groups: readonly ChainChannel[];
  readonly returns: readonly ChainChannel[];
  readonly master: readonly ChainDevice[];
}

export const MIX_BUS = 'Mix bus';

/**
 * A mix as a signal chain, with what differs from another state of the same devices.
 *
 * @param spec what is heard
 * @param other what it is compared with
 */
export function chainModel(
  spec: MixSpec,
  other: MixSpec,
  switches: readonly ChainSwitch[],
  stems: SongStems,
): Chain {
  const deviceOf = (device: DeviceSpec, there: DeviceSpec | undefined): ChainDevice => ({
    id: device.id,
    name: device.name,
    bypassed: device.bypassed,
    keyName: device.key === null ? null : stemName(stems, device.key),
    flippedBy: switches.find(({ deviceIds }) => deviceIds.includes(device.id)) ?? null,
    difference: there ? differenceOf(device, there) : null,
  });
  const devicesOf = (here: readonly DeviceSpec[], there: readonly DeviceSpec[]): ChainDevice[] =>
    here.map((device) =>
      deviceOf(
        device,
        there.find(({ id }) => id === device.id),
      ),
    );
  const channelOf = (
    here: ChannelSpec,
    there: ChannelSpec | undefined,
    { id, name, to }: { id: string; name: string; to: string },
  ): ChainChannel => {
    return {
      id,
      name,
      to,
      devices: devicesOf(here.devices, there?.devices ?? []),
      muted: here.muted,
      sends: here.sends.map((send) => ({
        to: spec.returns.find((entry) => entry.id === send.to)?.name ?? send.to,
        levelDb: send.levelDb,
      })),
      mixDiffers: there !== undefined && mixedOtherwise(here, there),
    };
  };
  return {
    strips: spec.strips.map((strip) =>
      channelOf(
        strip,
        other.strips.find(({ stem }) => stem === strip.stem),
        {
          id: strip.stem,
          name: stemName(stems, strip.stem),
          to: spec.groups.find(({ id }) => id === strip.group)?.name ?? MIX_BUS,
        },
      ),
    ),
    groups: spec.groups.map((group) =>
      channelOf(
        group,
        other.groups.find(({ id }) => id === group.id),
        { ...group, to: MIX_BUS },
      ),
    ),
    returns: spec.returns.map((entry) =>
      channelOf(
        entry,
        other.returns.find(({ id }) => id === entry.id),
        { ...entry, to: MIX_BUS },
      ),
    ),
    master: devicesOf(spec.master, other.master),
  };
}

/** Worth seeing before the others: it can be switched, or is not the same in the version compared. */
export function isNotable({ devices, mixDiffers }: ChainChannel): boolean {
  return mixDiffers || devices.some(({ flippedBy, difference }) => flippedBy !== null || difference !== null);
}

/** Every device of a chain, in the order of the signal. */
export function chainDevices({ strips, groups, returns, master }: Chain): ChainDevice[] {
  return [...[...strips, ...groups, ...returns].flatMap(({ devices }) => devices), ...master];
}

function differenceOf(here: DeviceSpec, there: DeviceSpec): ChainDevice['difference'] {
  if (here.bypassed !== there.bypassed) return 'bypass';
  if (here.key !== there.key) return 'settings';
  const same = Object.entries(here.settings).every(
    ([name, value]) => (there.settings as Record<string, number>)[name] === value,
  );
  return same ? null : 'settings';
}

/** Whether fader, mute, pan, automation or sends differ. Devices aside. */
function mixedOtherwise(here: ChannelSpec, there: ChannelSpec): boolean {
  const mixed = ({ muted, levelDb, pan, panLaw, automation, sends }: ChannelSpec): string =>
    JSON.stringify([muted, levelDb, pan, panLaw, automation, sends]);
  return mixed(here) !== mixed(there);
}
