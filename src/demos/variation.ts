import { device, mixSpec, type ReturnDraft } from '../dsp/mix-draft.ts';
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
  checkStems(spec, places);
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

/** The same mix with one more return, a shared reverb or delay; `sent` leads stems to it. */
export function withReturn(spec: MixSpec, id: string, draft: ReturnDraft): MixSpec {
  const [added] = mixSpec({ song: spec.song, strips: {}, returns: { [id]: draft } }).returns;
  return { ...spec, returns: [...spec.returns, added] };
}

/** The same mix with some stems sent to a return at these levels in dB, those too that were not before. */
export function sent(spec: MixSpec, to: string, levelsDb: Readonly<Record<string, number>>): MixSpec {
  if (!spec.returns.some(({ id }) => id === to)) throw new Error(`${spec.song}: no return "${to}"`);
  checkStems(spec, levelsDb);
  const strips = spec.strips.map((strip) => {
    if (!(strip.stem in levelsDb)) return strip;
    const send = { to, levelDb: levelsDb[strip.stem] };
    const known = strip.sends.some((entry) => entry.to === to);
    const sends = strip.sends.map((entry) => (entry.to === to ? send : entry));
    return { ...strip, sends: known ? sends : [...sends, send] };
  });
  return { ...spec, strips };
}

/**
 * The same mix with some returns silent. Bypassing the reverb on a return would not do: what is sent there would pass it
 * dry, and come on top of itself.
 */
export function withoutReturns(spec: MixSpec, ids: readonly string[]): MixSpec {
  const unknown = ids.find((id) => !spec.returns.some((entry) => entry.id === id));
  if (unknown) throw new Error(`${spec.song}: no return "${unknown}"`);
  return {
    ...spec,
    returns: spec.returns.map((entry) => (ids.includes(entry.id) ? { ...entry, muted: true } : entry)),
  };
}

function checkStems({ song, strips }: MixSpec, byStem: Readonly<Record<string, unknown>>): void {
  const unknown = Object.keys(byStem).find((id) => !strips.some(({ stem }) => stem === id));
  if (unknown) throw new Error(`${song}: no stem "${unknown}"`);
}
