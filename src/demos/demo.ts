import { devicesOf, withBypassed, type MixSpec } from '../dsp/mix-spec.ts';

/** One side of a comparison. Its spec holds the same devices as every other side's. */
export interface Variant {
  readonly id: string;
  readonly label: string;
  readonly spec: MixSpec;
}

/** A switch that a listener may flip: one device, or one kind of device on several strips. */
export interface DeviceSwitch {
  readonly name: string;
  readonly deviceIds: readonly string[];
}

/** A demo: versions of one mix to compare, and the devices that can be switched while it plays. */
export interface Demo {
  /** Unique in the course; also its address. */
  readonly id: string;
  readonly title: string;
  readonly variants: readonly Variant[];
  readonly switches: readonly DeviceSwitch[];
  /** Which device's gain reduction is shown, if any. */
  readonly gainReductionOf: string | null;
  /** What to listen for, a sentence. */
  readonly listenFor: string;
}

/** A demo with the loudness of each state that a listener can reach, measured at build time. */
export interface MeasuredDemo extends Demo {
  /** Integrated loudness over the loop in LUFS, by `stateKey`. */
  readonly loudnessLufs: Readonly<Record<string, number>>;
}

/** Which devices of a variant are bypassed: the author's, or as the listener has switched them. */
export type Bypassed = ReadonlySet<string>;

/** Check a demo while it is written; a wrong one throws with what was expected. */
export function defineDemo(demo: Omit<Demo, 'gainReductionOf'> & { gainReductionOf?: string }): Demo {
  const [first, ...others] = demo.variants;
  if (!first || others.length === 0) throw new Error(`demo ${demo.id}: expected two variants or more`);
  const ids = devicesOf(first.spec).map((device) => device.id);
  for (const { id, spec } of others)
    if (
      devicesOf(spec)
        .map((device) => device.id)
        .join() !== ids.join()
    )
      throw new Error(
        `demo ${demo.id}, variant ${id}: expected the devices ${ids.join(', ')}, as in ${first.id}`,
      );
  const shown = demo.gainReductionOf === undefined ? [] : [demo.gainReductionOf];
  for (const id of [...demo.switches.flatMap((entry) => entry.deviceIds), ...shown])
    if (!ids.includes(id)) throw new Error(`demo ${demo.id}: no device "${id}"; there are ${ids.join(', ')}`);
  return { ...demo, gainReductionOf: demo.gainReductionOf ?? null };
}

/** The devices that the author bypassed in a variant. */
export function authoredBypasses(variant: Variant): Bypassed {
  return new Set(
    devicesOf(variant.spec)
      .filter((device) => device.bypassed)
      .map((device) => device.id),
  );
}

/** Whether a switch is on: at least one of its devices works. */
export function isOn(entry: DeviceSwitch, bypassed: Bypassed): boolean {
  return entry.deviceIds.some((id) => !bypassed.has(id));
}

/** The bypasses after a switch is flipped. */
export function flipped(entry: DeviceSwitch, bypassed: Bypassed): Bypassed {
  const next = new Set(bypassed);
  for (const id of entry.deviceIds) {
    if (isOn(entry, bypassed)) next.add(id);
    else next.delete(id);
  }
  return next;
}

/** Names a state of a demo: the variant and the positions of its switches. */
export function stateKey(demo: Demo, variant: Variant, bypassed: Bypassed): string {
  const positions = demo.switches.map((entry) => (isOn(entry, bypassed) ? '1' : '0')).join('');
  return `${variant.id}:${positions}`;
}

/** What a state sounds like, before level match. */
export function stateSpec(variant: Variant, bypassed: Bypassed): MixSpec {
  return withBypassed(variant.spec, bypassed);
}

/** Every state that a listener can reach, with its key. */
export function allStates(demo: Demo): { key: string; spec: MixSpec }[] {
  return demo.variants.flatMap((variant) => {
    let reachable: Bypassed[] = [authoredBypasses(variant)];
    for (const entry of demo.switches)
      reachable = reachable.flatMap((state) => [state, flipped(entry, state)]);
    return reachable.map((bypassed) => ({
      key: stateKey(demo, variant, bypassed),
      spec: stateSpec(variant, bypassed),
    }));
  });
}

/**
 * How far a state is turned down when levels are matched, in dB (≤ 0): every state comes down to the quietest one,
 * so that none is ever turned up into the ceiling.
 */
export function matchDb(demo: MeasuredDemo, key: string): number {
  const quietest = Math.min(...Object.values(demo.loudnessLufs));
  return quietest - demo.loudnessLufs[key];
}
