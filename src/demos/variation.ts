import { device } from '../dsp/mix-draft.ts';
import { devicesOf, withBypassed, withDevices, type MixSpec } from '../dsp/mix-spec.ts';

/** The same mix with these devices bypassed, on top of those that are. */
export function without(spec: MixSpec, ids: readonly string[]): MixSpec {
  const off = devicesOf(spec).filter((entry) => entry.bypassed || ids.includes(entry.id));
  return withBypassed(spec, new Set(off.map((entry) => entry.id)));
}

/** The same mix with only these stems heard. */
export function only(spec: MixSpec, stems: readonly string[]): MixSpec {
  return { ...spec, strips: spec.strips.map((strip) => ({ ...strip, muted: !stems.includes(strip.stem) })) };
}

/** The same mix with some settings of one device changed. */
export function retuned(spec: MixSpec, id: string, settings: Readonly<Record<string, number>>): MixSpec {
  return withDevices(spec, (entry) =>
    entry.id === id
      ? { ...device(entry.type, id, entry.name, { ...entry.settings, ...settings }), key: entry.key }
      : entry,
  );
}
