import {
  devicesOf,
  withBypassed,
  withDevices,
  type DeviceSpec,
  type MixSpec,
  type StripSpec,
} from '../dsp/mix-spec.ts';
import { clampTo, type Parameter } from '../dsp/parameter.ts';
import { inferredPictures, type PictureName } from './demo-pictures.ts';
import { checkClaims, type Claim } from './claim.ts';
import { stripSettings, withStripSettings } from './strip-settings.ts';

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

/** A setting that a listener may turn. */
export interface Knob {
  /** A device; or a stem, for the fader and the pan pot of its strip. */
  readonly deviceId: string;
  /** Its name in the device's parameter table, "thresholdDb", or in STRIP_PARAMETERS. */
  readonly setting: string;
}

/** A knob with what a control needs to know of it. */
export interface ShownKnob extends Knob {
  /** Names it in a state: "vocal-compressor.thresholdDb". */
  readonly key: string;
  readonly deviceName: string;
  readonly parameter: Parameter;
}

/** A demo: versions of one mix to compare, and the devices that can be switched while it plays. */
export interface Demo {
  /** Unique in the course; also its address. */
  readonly id: string;
  readonly title: string;
  readonly variants: readonly Variant[];
  readonly switches: readonly DeviceSwitch[];
  /** The settings that can be turned while it plays. */
  readonly knobs: readonly Knob[];
  /** Which device's gain reduction is shown, if any. */
  readonly gainReductionOf: string | null;
  /** What can be looked at beside the waveform, in the order in which it is offered; the first is shown. */
  readonly pictures: readonly PictureName[];
  /** What to listen for, a sentence. */
  readonly listenFor: string;
  /** Titles of a set's stems by id: “Across the Sill”. A song's own stems are told by their ids. */
  readonly stemTitles?: Readonly<Record<string, string>>;
  /** Words and pictures stay folded until they are asked for, because they would give the answer away. */
  readonly earsFirst: boolean;
}

/** A demo as lessons hold it, with what it claims. Claims are for tests: they never enter a page. */
export interface ClaimedDemo extends Demo {
  readonly claims: readonly Claim[];
}

/** A demo with the loudness of each state that a listener can reach, measured at build time. */
export interface MeasuredDemo extends Demo {
  readonly knobs: readonly ShownKnob[];
  /** Integrated loudness over the loop in LUFS, by `stateKey`. */
  readonly loudnessLufs: Readonly<Record<string, number>>;
  /** By variant: what it does otherwise than the one it is told against, in sentences. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** Names of the song's stems by id, and the ids of those in stereo: for pictures. */
  readonly stemNames: Readonly<Record<string, string>>;
  readonly stereoStemIds: readonly string[];
}

/** Which devices of a variant are bypassed: the author's, or as the listener has switched them. */
export type Bypassed = ReadonlySet<string>;

/** Knobs that the listener has turned, by key; the others stand as the author set them. */
export type Turned = ReadonlyMap<string, number>;

/** What an author writes: without knobs or gain reduction, none are shown; pictures left out follow from the devices. */
export type DemoDraft = Omit<
  ClaimedDemo,
  'gainReductionOf' | 'knobs' | 'pictures' | 'earsFirst' | 'stemTitles'
> & {
  readonly gainReductionOf?: string;
  readonly knobs?: readonly Knob[];
  readonly pictures?: readonly PictureName[];
  readonly earsFirst?: boolean;
};

/** Check a demo while it is written; a wrong one throws with what was expected. */
export function defineDemo(demo: DemoDraft): ClaimedDemo {
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
  const knobs = demo.knobs ?? [];
  const stems = first.spec.strips.map(({ stem }) => stem);
  const used = [
    ...demo.switches.flatMap((entry) => entry.deviceIds),
    ...(demo.gainReductionOf === undefined ? [] : [demo.gainReductionOf]),
    ...knobs.map(({ deviceId }) => deviceId).filter((id) => !stems.includes(id)),
  ];
  for (const id of used)
    if (!ids.includes(id)) throw new Error(`demo ${demo.id}: no device "${id}"; there are ${ids.join(', ')}`);
  checkClaims(demo.id, demo.variants, demo.claims);
  return {
    ...demo,
    knobs,
    gainReductionOf: demo.gainReductionOf ?? null,
    pictures: demo.pictures ?? inferredPictures(demo),
    earsFirst: demo.earsFirst ?? false,
  };
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
export function stateSpec(
  variant: Variant,
  bypassed: Bypassed,
  knobs: readonly ShownKnob[] = [],
  turned: Turned = new Map(),
): MixSpec {
  const switched = withBypassed(variant.spec, bypassed);
  if (turned.size === 0) return switched;
  const tuned = withDevices(switched, (device) =>
    knobs
      .filter(({ deviceId }) => deviceId === device.id)
      .reduce((before, knob) => tunedBy(before, knob, turned), device),
  );
  return { ...tuned, strips: tuned.strips.map((strip) => stripTunedBy(strip, knobs, turned)) };
}

function tunedBy(device: DeviceSpec, { key, setting, parameter }: ShownKnob, turned: Turned): DeviceSpec {
  const value = turned.get(key);
  if (value === undefined) return device;
  return { ...device, settings: { ...device.settings, [setting]: clampTo(parameter, value) } } as DeviceSpec;
}

function stripTunedBy(strip: StripSpec, knobs: readonly ShownKnob[], turned: Turned): StripSpec {
  const changed = knobs
    .filter(({ deviceId, key }) => deviceId === strip.stem && turned.has(key))
    .map(({ key, setting, parameter }) => [setting, clampTo(parameter, turned.get(key) ?? NaN)] as const);
  return changed.length === 0 ? strip : withStripSettings(strip, Object.fromEntries(changed));
}

/** Where the author set a knob in a variant. */
export function authoredValue(variant: Variant, { deviceId, setting, parameter }: ShownKnob): number {
  const strip = variant.spec.strips.find(({ stem }) => stem === deviceId);
  const device = devicesOf(variant.spec).find(({ id }) => id === deviceId);
  const settings = strip ? stripSettings(strip) : device?.settings;
  return (settings as Record<string, number> | undefined)?.[setting] ?? parameter.default;
}

/** Every state that a listener can reach with switches alone, with its key. */
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
 *
 * @param turnedLufs loudness of the states that the listener has made with knobs, which count too
 */
export function matchDb(
  demo: MeasuredDemo,
  loudnessLufs: number,
  turnedLufs: readonly number[] = [],
): number {
  return Math.min(...Object.values(demo.loudnessLufs), ...turnedLufs, loudnessLufs) - loudnessLufs;
}
