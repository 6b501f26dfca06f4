import { dbToGain } from '../dsp/decibels.ts';
import type { DeviceSpec, MixSpec, StripSpec } from '../dsp/mix-spec.ts';

/**
 * How much of a strip's sound comes from a room, 0 dry … 1 nothing but room: its sends to returns with a reverb that is
 * on, and reverbs among its own devices and its group's. Shares of amplitude.
 */
export function wetness(spec: MixSpec, strip: StripSpec): number {
  let dry = 1;
  for (const { to, levelDb } of strip.sends) {
    const entry = spec.returns.find(({ id }) => id === to);
    if (!entry || entry.muted || reverbShare(entry.devices) === 0) continue;
    dry /= 1 + dbToGain(levelDb + entry.levelDb);
  }
  const group = spec.groups.find(({ id }) => id === strip.group);
  for (const devices of [strip.devices, group?.devices ?? []]) dry *= 1 - reverbShare(devices);
  return 1 - dry;
}

function reverbShare(devices: readonly DeviceSpec[]): number {
  let dry = 1;
  for (const device of devices)
    if (device.type === 'reverb' && !device.bypassed) dry *= 1 - device.settings.mixPercent / 100;
  return 1 - dry;
}
