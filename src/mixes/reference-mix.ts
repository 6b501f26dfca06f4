import { without } from '../demos/variation.ts';
import type { DeviceType } from '../dsp/device-types.ts';
import { channelsOf, devicesOf, type MixSpec } from '../dsp/mix-spec.ts';

/** A song's mix and master as an engineer would hand them over, and the steps before. All hold the same devices. */
export interface ReferenceMix {
  /** Mixed and mastered. */
  readonly mastered: MixSpec;
  /** The mix before mastering. */
  readonly mixed: MixSpec;
  /** All faders at 0 dB, everything in the centre, every device in place: the mix's devices on unmixed faders. */
  readonly rawFaders: MixSpec;
  /** The takes as they came off the recorder. */
  readonly raw: MixSpec;
  /** Mastering alone, on the raw takes. */
  readonly masteredOnly: MixSpec;
  /** Ids of the master's devices. */
  readonly masterIds: readonly string[];
  /** Ids of the devices that belong to the mix: strips, groups, returns. */
  readonly mixIds: readonly string[];
}

export function referenceMix(mastered: MixSpec): ReferenceMix {
  const masterIds = mastered.master.map(({ id }) => id);
  const mixIds = devicesOf(mastered)
    .map(({ id }) => id)
    .filter((id) => !masterIds.includes(id));
  const rawFaders = withoutFaders(mastered);
  return {
    mastered,
    mixed: without(mastered, masterIds),
    rawFaders,
    raw: without(rawFaders, [...mixIds, ...masterIds]),
    masteredOnly: without(rawFaders, mixIds),
    masterIds,
    mixIds,
  };
}

/** Ids of the devices of one type in the mix. */
export function mixDeviceIds({ mastered }: ReferenceMix, type: DeviceType): string[] {
  return channelsOf(mastered).flatMap(({ devices }) =>
    devices.filter((entry) => entry.type === type).map(({ id }) => id),
  );
}

/** Faders at 0 dB, pans in the middle, no automation, groups open, returns closed. */
function withoutFaders(spec: MixSpec): MixSpec {
  const neutral = { levelDb: 0, pan: 0, automation: [] };
  return {
    ...spec,
    strips: spec.strips.map((strip) => ({ ...strip, ...neutral, trimDb: 0 })),
    groups: spec.groups.map((group) => ({ ...group, ...neutral })),
    returns: spec.returns.map((entry) => ({ ...entry, muted: true })),
  };
}
