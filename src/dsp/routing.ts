import { Channel, type ChannelSurroundings } from './channel.ts';
import { dbToGain } from './decibels.ts';
import { DelayLine } from './delay-line.ts';
import { devicesOf, type MixSpec, type StripSpec } from './mix-spec.ts';
import { Ramp } from './ramp.ts';
import { StereoBlock } from './stereo-block.ts';

/** One stem's samples for a block: one channel, two, or none (silence). */
export type StemBlock = readonly (Float32Array | undefined)[];

/** What a mix has to know of the stems that it will be given. */
export interface StemShape {
  /** For each strip of the spec, whether its stem has two channels. */
  readonly stereoStems: readonly boolean[];
  /** Length of the loop in samples, for automation; 0 when nothing repeats. */
  readonly loopFrames: number;
}

/** A stem's channel with what lies before it. */
interface Strip {
  readonly channel: Channel;
  readonly stereo: boolean;
  readonly trim: Ramp;
  /** Where it goes: its group, or the sum. */
  readonly bus: StereoBlock;
  /** Filled with the stem as recorded, for detectors; null where none listens. */
  readonly key: StereoBlock | null;
}

/** A group or return with the bus that feeds it. */
interface FedChannel {
  readonly channel: Channel;
  readonly input: StereoBlock;
}

export type RoutingOptions = Pick<
  ChannelSurroundings,
  'light' | 'skipsMuted' | 'metersChannels' | 'tapsChannels' | 'tapped'
>;

/**
 * The way from the stems to the mix bus: strips → groups → sum, joined by the returns.
 *
 * Strips, groups and returns are three stages. Within a stage all wait for the slowest, and what passes by a stage
 * waits as long, so that everything meets in time.
 */
export class Routing {
  /** Delay from stems to the sum. */
  readonly latencySamples: number;
  /** Strips, groups and returns. */
  readonly channels: readonly Channel[];
  /** What all chains of the mix share. */
  readonly surroundings: ChannelSurroundings;
  /** The mix bus: filled by `process`. */
  readonly sum = new StereoBlock();
  private readonly strips: readonly Strip[];
  private readonly groups: readonly FedChannel[];
  private readonly returns: readonly FedChannel[];
  private readonly pastGroups: DelayLine;
  private readonly sendsPastGroups: readonly DelayLine[];
  private readonly pastReturns: DelayLine;
  private readonly stem = new StereoBlock();
  private readonly loopFrames: number;
  /** The loop's frame that the next block begins with. */
  private position = 0;

  constructor(spec: MixSpec, shape: StemShape, sampleRate: number, options: RoutingOptions) {
    this.loopFrames = shape.loopFrames;
    const keys = keyBlocks(spec);
    const groupInputs = new Map(spec.groups.map(({ id }) => [id, new StereoBlock()]));
    const returnInputs = new Map(spec.returns.map(({ id }) => [id, new StereoBlock()]));
    const { loopFrames } = shape;
    this.surroundings = { ...options, sampleRate, keys, loopFrames, returns: returnInputs };
    this.strips = spec.strips.map((strip, i): Strip => {
      const stereo = shape.stereoStems[i] ?? false;
      return {
        channel: new Channel(strip, stereo, this.surroundings, 0),
        stereo,
        trim: rampAt(dbToGain(strip.trimDb), sampleRate),
        bus: busOf(strip, groupInputs) ?? this.sum,
        key: keys.get(strip.stem) ?? null,
      };
    });
    const stripLatency = aligned(this.strips);
    this.groups = spec.groups.map((group) => ({
      channel: new Channel(group, true, this.surroundings, stripLatency),
      input: groupInputs.get(group.id)!,
    }));
    const groupLatency = aligned(this.groups);
    this.returns = spec.returns.map((entry) => ({
      channel: new Channel(entry, true, this.surroundings, stripLatency + groupLatency),
      input: returnInputs.get(entry.id)!,
    }));
    const returnLatency = aligned(this.returns);
    this.channels = [...this.strips, ...this.groups, ...this.returns].map(({ channel }) => channel);
    this.pastGroups = new DelayLine(groupLatency);
    this.sendsPastGroups = this.returns.map(() => new DelayLine(groupLatency));
    this.pastReturns = new DelayLine(returnLatency);
    this.latencySamples = stripLatency + groupLatency + returnLatency;
  }

  /** Move to another setting of the same channels; integrated readings begin again. */
  apply(spec: MixSpec): void {
    for (let i = 0; i < this.strips.length; i++) {
      this.strips[i].trim.to(dbToGain(spec.strips[i].trimDb));
      this.strips[i].channel.apply(spec.strips[i]);
    }
    for (let i = 0; i < this.groups.length; i++) this.groups[i].channel.apply(spec.groups[i]);
    for (let i = 0; i < this.returns.length; i++) this.returns[i].channel.apply(spec.returns[i]);
    for (const channel of this.channels) channel.meter?.restart();
  }

  /** Forget all signal history; settings still moving arrive at once. */
  reset(): void {
    for (const { trim } of this.strips) trim.settle();
    for (const channel of this.channels) channel.reset();
    this.pastGroups.reset();
    for (const line of this.sendsPastGroups) line.reset();
    this.pastReturns.reset();
    this.position = 0;
  }

  /** Say at which frame of the loop the next block begins; negative before the first one. */
  seek(frame: number): void {
    this.position = frame;
  }

  /** Fill `sum` with at most MAX_BLOCK_FRAMES frames of all stems, which are read from `start` on. */
  process(stems: readonly StemBlock[], start: number, frames: number): void {
    const { sum } = this;
    sum.clear(frames);
    for (let i = 0; i < this.groups.length; i++) this.groups[i].input.clear(frames);
    for (let i = 0; i < this.returns.length; i++) this.returns[i].input.clear(frames);
    this.takeKeys(stems, start, frames);
    for (let i = 0; i < this.strips.length; i++) this.mixStrip(this.strips[i], stems[i], start, frames);
    this.pastGroups.process(sum.left, sum.right, frames);
    for (let i = 0; i < this.returns.length; i++)
      this.sendsPastGroups[i].process(this.returns[i].input.left, this.returns[i].input.right, frames);
    for (let i = 0; i < this.groups.length; i++)
      this.groups[i].channel.process(this.groups[i].input, sum, this.position, frames);
    this.pastReturns.process(sum.left, sum.right, frames);
    for (let i = 0; i < this.returns.length; i++)
      this.returns[i].channel.process(this.returns[i].input, sum, this.position, frames);
    this.position += frames;
    if (this.loopFrames > 0 && this.position >= this.loopFrames) this.position -= this.loopFrames;
  }

  /** Stems that detectors listen to, before any channel runs. */
  private takeKeys(stems: readonly StemBlock[], start: number, frames: number): void {
    for (let i = 0; i < this.strips.length; i++) {
      const { key } = this.strips[i];
      if (key) take(stems[i], key, start, frames, true);
    }
  }

  private mixStrip(strip: Strip, samples: StemBlock | undefined, start: number, frames: number): void {
    if (strip.channel.skipped) return;
    take(samples, this.stem, start, frames, strip.stereo);
    this.stem.multiply(strip.trim, frames);
    strip.channel.process(this.stem, strip.bus, this.position, frames);
  }
}

/** A block for each stem that some detector listens to. */
function keyBlocks(spec: MixSpec): Map<string, StereoBlock> {
  const keys = new Set(devicesOf(spec).map(({ key }) => key));
  return new Map(
    spec.strips.filter(({ stem }) => keys.has(stem)).map(({ stem }) => [stem, new StereoBlock()]),
  );
}

function busOf({ stem, group }: StripSpec, groups: ReadonlyMap<string, StereoBlock>): StereoBlock | null {
  if (group === null) return null;
  const bus = groups.get(group);
  if (!bus)
    throw new Error(`${stem} goes to the group "${group}"; there are ${[...groups.keys()].join(', ')}`);
  return bus;
}

/** Let every channel of a stage take as long as the slowest; returns how long, in samples. */
function aligned(stage: readonly { readonly channel: Channel }[]): number {
  const slowest = Math.max(0, ...stage.map(({ channel }) => channel.chain.latencySamples));
  for (const { channel } of stage) channel.alignTo(slowest);
  return slowest;
}

function rampAt(value: number, sampleRate: number): Ramp {
  const ramp = new Ramp(value);
  ramp.prepare(sampleRate);
  return ramp;
}

/** Copy a stem's block; a missing one is silence. A mono one goes into the left only, unless both sides are wanted. */
function take(
  samples: StemBlock | undefined,
  into: StereoBlock,
  start: number,
  frames: number,
  bothSides: boolean,
): void {
  const left = samples?.[0];
  if (!left) {
    into.clear(frames);
    return;
  }
  copy(left, start, into.left, frames);
  if (bothSides) copy(samples[1] ?? left, start, into.right, frames);
}

function copy(from: Float32Array, start: number, into: Float64Array, frames: number): void {
  for (let i = 0; i < frames; i++) into[i] = from[start + i];
}
