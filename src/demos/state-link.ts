import { clampTo } from '../dsp/parameter.ts';
import { authoredValue, isOn, type DeviceSwitch, type MeasuredDemo, type Variant } from './demo.ts';
import { authored, type DemoState, type Positions } from './demo-state.ts';

/** What a link needs to know of a demo. */
export type LinkedDemo = Pick<MeasuredDemo, 'id' | 'variants' | 'switches' | 'knobs'>;

/** A state that was read, or a sentence for whoever opened the link. */
export type Decoded =
  { readonly ok: true; readonly state: DemoState } | { readonly ok: false; readonly reason: string };

/** The longest fragment that is read, in characters. */
export const LINK_LENGTH = 2000;
const VERSION = 'v1';
const ALPHABET = /^[A-Za-z0-9._:;=-]*$/;
const NUMBER = /^-?\d{1,9}(\.\d{1,9})?$/;
/** Digits after the point that a value keeps; finer than any control moves. */
const DECIMALS = 4;

/**
 * A state as the fragment of an address, without its "#":
 *
 *     v1;d=<demo>;v=<variant>[;m=0][;<variant>:<switch>=0|1]…[;<variant>:<device>.<setting>=<number>]…
 *
 * m=0: levels are not matched. A switch is called by its name in lower case, joined by hyphens. Only what differs from
 * the author's is written. Version 1 is read for ever; anything new is another version.
 */
export function encodeState(demo: LinkedDemo, { variantId, levelMatch, positions }: DemoState): string {
  const fields = [VERSION, `d=${demo.id}`, `v=${variantId}`];
  if (!levelMatch) fields.push('m=0');
  for (const variant of demo.variants) {
    const { bypassed, turned } = positions.get(variant.id) ?? authored(variant);
    for (const entry of movedSwitches(demo, variant, { bypassed, turned }))
      fields.push(`${variant.id}:${switchSlug(entry)}=${isOn(entry, bypassed) ? 1 : 0}`);
    for (const { key } of demo.knobs) {
      const value = turned.get(key);
      if (value !== undefined) fields.push(`${variant.id}:${key}=${Number(value.toFixed(DECIMALS))}`);
    }
  }
  return fields.join(';');
}

/** The switches of a variant that no longer stand as its author left them. */
export function movedSwitches(demo: LinkedDemo, variant: Variant, { bypassed }: Positions): DeviceSwitch[] {
  const before = authored(variant).bypassed;
  return demo.switches.filter(({ deviceIds }) => deviceIds.some((id) => bypassed.has(id) !== before.has(id)));
}

/** The demo that a fragment names, whatever else is right or wrong with it. */
export function linkedDemoId(fragment: string): string | null {
  return /;d=([A-Za-z0-9-]+)(?:;|$)/.exec(unescaped(fragment) ?? '')?.[1] ?? null;
}

/** Read a fragment. Strict: what is unknown, twice or malformed is refused, numbers come inside their range. */
export function decodeState(demo: LinkedDemo, fragment: string): Decoded {
  if (fragment.length > LINK_LENGTH) return refused('it is too long');
  const text = unescaped(fragment);
  if (text === null || !ALPHABET.test(text)) return refused('it holds characters that no link of ours has');
  const [version, ...pairs] = text.split(';');
  if (version !== VERSION)
    return refused(`it is of a version that this page does not know (${named(version)})`);

  const fields = new Map<string, string>();
  for (const pair of pairs) {
    const [name, value, ...rest] = pair.split('=');
    if (!name || !value || rest.length > 0) return refused('a part of it is missing');
    if (fields.has(name)) return refused(`it sets “${named(name)}” twice`);
    fields.set(name, value);
  }

  if (fields.get('d') !== demo.id)
    return refused(fields.has('d') ? 'it is for a demo that is not on this page' : 'it names no demo');
  const variantId = fields.get('v');
  if (variantId === undefined) return refused('it names no version');
  if (!demo.variants.some(({ id }) => id === variantId))
    return refused(`it asks for a version that this demo does not have (${named(variantId)})`);
  const match = fields.get('m') ?? '1';
  if (match !== '0' && match !== '1') return refused('its level match is neither on nor off');

  const positions = new Map(demo.variants.map((variant) => [variant.id, draftOf(variant)]));
  for (const [name, value] of fields) {
    if (name === 'd' || name === 'v' || name === 'm') continue;
    const reason = setOne(demo, positions, name, value);
    if (reason !== null) return refused(reason);
  }
  return { ok: true, state: { variantId, levelMatch: match === '1', positions } };
}

/** Positions while they are being read. */
interface PositionsDraft {
  readonly bypassed: Set<string>;
  readonly turned: Map<string, number>;
}

function draftOf(variant: Variant): PositionsDraft {
  return { bypassed: new Set(authored(variant).bypassed), turned: new Map() };
}

/** Set what one field says; what is wrong with it, or null. */
function setOne(
  demo: LinkedDemo,
  positions: ReadonlyMap<string, PositionsDraft>,
  name: string,
  value: string,
): string | null {
  const [variantId, key, ...rest] = name.split(':');
  const variant = demo.variants.find(({ id }) => id === variantId);
  const draft = positions.get(variantId ?? '');
  if (!variant || !draft || !key || rest.length > 0)
    return `it sets something that this demo does not have (${named(name)})`;

  const knob = demo.knobs.find((entry) => entry.key === key);
  if (knob) {
    if (!NUMBER.test(value)) return `“${named(value)}” is no number for ${knob.parameter.label}`;
    const clamped = clampTo(knob.parameter, Number(value));
    if (clamped !== authoredValue(variant, knob)) draft.turned.set(key, clamped);
    return null;
  }

  const entry = demo.switches.find((candidate) => switchSlug(candidate) === key);
  if (!entry) return `it sets something that this demo does not have (${named(key)})`;
  if (value !== '0' && value !== '1') return `${entry.name} is neither on nor off in it`;
  for (const id of entry.deviceIds) {
    if (value === '0') draft.bypassed.add(id);
    else draft.bypassed.delete(id);
  }
  return null;
}

function switchSlug({ name }: DeviceSwitch): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** Some programs escape ";" and "=" in what they pass on. */
function unescaped(fragment: string): string | null {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return null;
  }
}

function named(text: string | undefined): string {
  const name = text || 'none';
  return name.length > 40 ? `${name.slice(0, 40)}…` : name;
}

function refused(why: string): Decoded {
  return { ok: false, reason: `This link cannot be opened: ${why}. The demo is as it was.` };
}
