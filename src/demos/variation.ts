import { device } from '../dsp/mix-draft.ts';
import { withStripSettings, type StripSettings } from './strip-settings.ts';
import { devicesOf, withBypassed, withDevices, type DeviceSpec, type MixSpec } from '../dsp/mix-spec.ts';

/** The same mix with these devices bypassed, on top of those that are. */
export function without(spec: MixSpec, ids: readonly string[]): MixSpec {
  const off = devicesOf(spec).filter((entry) => entry.bypassed || ids.includes(entry.id));
  return withBypassed(spec, new Set(off.map((entry) => entry.id)));
}

/** The same mix with only these stems heard. */
export function only(spec: MixSpec, stems: readonly string[]): MixSpec {
  return { ...spec, strips: spec.strips.map((strip) => ({ ...strip, muted: !stems.includes(strip.stem) })) };
}

/** The same mix with the faders (dB) and pan pots (percent) of some stems elsewhere. */
export function faders(spec: MixSpec, places: Readonly<Record<string, Partial<StripSettings>>>): MixSpec {
  const unknown = Object.keys(places).find((id) => !spec.strips.some(({ stem }) => stem === id));
  if (unknown) throw new Error(`${spec.song}: no stem "${unknown}"`);
  return { ...spec, strips: spec.strips.map((strip) => withStripSettings(strip, places[strip.stem] ?? {})) };
}

/** The same mix with some settings of one device changed. */
export function retuned(spec: MixSpec, id: string, settings: Readonly<Record<string, number>>): MixSpec {
  return withDevices(spec, (entry) =>
    entry.id === id
      ? { ...device(entry.type, id, entry.name, { ...entry.settings, ...settings }), key: entry.key }
      : entry,
  );
}

/** The same mix with one more device at the end of a stem's strip. */
export function inserted(spec: MixSpec, stem: string, added: DeviceSpec): MixSpec {
  if (!spec.strips.some((strip) => strip.stem === stem)) throw new Error(`${spec.song}: no stem "${stem}"`);
  const strips = spec.strips.map((strip) =>
    strip.stem === stem ? { ...strip, devices: [...strip.devices, added] } : strip,
  );
  return { ...spec, strips };
}

/** The same mix with one more device after the whole master. */
export function atTheEnd(spec: MixSpec, added: DeviceSpec): MixSpec {
  return { ...spec, master: [...spec.master, added] };
}

/** The same mix with more devices before the last one of the master, its limiter, whose ceiling then holds for them too. */
export function beforeLimiter(spec: MixSpec, added: readonly DeviceSpec[]): MixSpec {
  const last = spec.master.at(-1);
  if (last?.type !== 'limiter') throw new Error(`${spec.song}: expected a limiter at the end of the master`);
  return { ...spec, master: [...spec.master.slice(0, -1), ...added, last] };
}
