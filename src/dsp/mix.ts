import { MAX_BLOCK_FRAMES } from './bypass.ts';
import { Channel, type ChannelSurroundings } from './channel.ts';
import { dbToGain } from './decibels.ts';
import { DelayLine } from './delay-line.ts';
import { DeviceChain } from './device-chain.ts';
import { Limiter } from './limiter.ts';
import { devicesOf, type MixSpec, type StripSpec } from './mix-spec.ts';
import { ProgrammeMeter, READING, READINGS } from './programme-meter.ts';
import { Ramp } from './ramp.ts';
import { StereoBlock } from './stereo-block.ts';

/** Nothing leaves above this, whatever the settings, for the listener's ears. */
export const SAFETY_CEILING_DBTP = -1;

/**
 * Places in the array that `readMeters` fills: the output's readings, then one gain reduction for each id of
 * `gainReducingIds`, then, where channels have meters, READINGS for each strip, group and return.
 */
export const METER = { ...READING, gainReductions: READINGS } as const;

/** One stem's samples for a block: one channel, two, or none (silence). */
export type StemBlock = readonly (Float32Array | undefined)[];

/** What a mix has to know of the stems that it will be given. */
export interface StemShape {
  /** For each strip of the spec, whether its stem has two channels. */
  readonly stereoStems: readonly boolean[];
  /** Length of the loop in samples, for automation; 0 when nothing repeats. */
  readonly loopFrames: number;
}

export interface MixOptions {
  /** For weak machines: bypassed devices sleep. */
  readonly light?: boolean;
  /** Which points have a meter; the output alone unless told. */
  readonly meters?: 'none' | 'output' | 'channels';
  /** Where the last limiter holds the output, in dBTP: never above −1. */
  readonly ceilingDbtp?: number;
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

/**
 * A MixSpec made audible: strips, groups, returns, master, level match, safety ceiling, meters.
 *
 * The audio worklet, the offline bounce and the tests all run this class. Its channels and devices are fixed by the
 * spec it is built with; `apply` moves to another setting of the same devices without a click.
 *
 * Strips, groups and returns are three stages. Within a stage all wait for the slowest, and what passes by a stage
 * waits as long, so that everything meets in time.
 */
export class Mix {
  /** Delay from stems to output, the same for every setting. */
  readonly latencySamples: number;
  /** Ids of the devices that reduce gain, in the order of `readMeters`. */
  readonly gainReducingIds: readonly string[];
  /** How many numbers `readMeters` writes. */
  readonly meterLength: number;
  private readonly strips: readonly Strip[];
  private readonly groups: readonly FedChannel[];
  private readonly returns: readonly FedChannel[];
  /** Strips, groups and returns. */
  private readonly channels: readonly Channel[];
  private readonly master: DeviceChain;
  private readonly pastGroups: DelayLine;
  private readonly sendsPastGroups: readonly DelayLine[];
  private readonly pastReturns: DelayLine;
  private readonly match = new Ramp(1);
  private readonly fade = new Ramp(1);
  private readonly ceiling = new Limiter();
  private readonly meter: ProgrammeMeter | null;
  private readonly stem = new StereoBlock();
  private readonly sum = new StereoBlock();
  private readonly loopFrames: number;
  /** The loop's frame that the next block begins with. */
  private position = 0;

  constructor(spec: MixSpec, shape: StemShape, sampleRate: number, options: MixOptions = {}) {
    this.loopFrames = shape.loopFrames;
    const keys = keyBlocks(spec);
    const groupInputs = new Map(spec.groups.map(({ id }) => [id, new StereoBlock()]));
    const returnInputs = new Map(spec.returns.map(({ id }) => [id, new StereoBlock()]));
    const surroundings: ChannelSurroundings = {
      sampleRate,
      keys,
      light: options.light ?? false,
      loopFrames: shape.loopFrames,
      returns: returnInputs,
      metersChannels: options.meters === 'channels',
    };
    this.strips = spec.strips.map((strip, i): Strip => {
      const stereo = shape.stereoStems[i] ?? false;
      return {
        channel: new Channel(strip, stereo, surroundings, 0),
        stereo,
        trim: rampAt(dbToGain(strip.trimDb), sampleRate),
        bus: busOf(strip, groupInputs) ?? this.sum,
        key: keys.get(strip.stem) ?? null,
      };
    });
    const stripLatency = aligned(this.strips);
    this.groups = spec.groups.map((group) => ({
      channel: new Channel(group, true, surroundings, stripLatency),
      input: groupInputs.get(group.id)!,
    }));
    const groupLatency = aligned(this.groups);
    this.returns = spec.returns.map((entry) => ({
      channel: new Channel(entry, true, surroundings, stripLatency + groupLatency),
      input: returnInputs.get(entry.id)!,
    }));
    const returnLatency = aligned(this.returns);
    this.channels = [...this.strips, ...this.groups, ...this.returns].map(({ channel }) => channel);
    this.pastGroups = new DelayLine(groupLatency);
    this.sendsPastGroups = this.returns.map(() => new DelayLine(groupLatency));
    this.pastReturns = new DelayLine(returnLatency);
    const masterInput = stripLatency + groupLatency + returnLatency;
    this.master = new DeviceChain(spec.master, surroundings, masterInput);
    this.ceiling.prepare(sampleRate);
    const ceilingDbtp = Math.min(SAFETY_CEILING_DBTP, options.ceilingDbtp ?? SAFETY_CEILING_DBTP);
    this.ceiling.set({ driveDb: 0, ceilingDbtp });
    this.match.prepare(sampleRate);
    this.match.jump(dbToGain(Math.min(0, spec.matchDb)));
    this.fade.prepare(sampleRate);
    this.meter = options.meters === 'none' ? null : new ProgrammeMeter();
    this.meter?.prepare(sampleRate);
    this.latencySamples = masterInput + this.master.latencySamples + this.ceiling.latencySamples;
    this.gainReducingIds = [
      ...this.channels.flatMap((channel) => channel.chain.gainReducingIds),
      ...this.master.gainReducingIds,
    ];
    const meters = (this.meter ? 1 : 0) + this.channels.filter((channel) => channel.meter).length;
    this.meterLength = meters * READINGS + this.gainReducingIds.length;
  }

  /** Move to another setting of the same mix; integrated readings begin again. */
  apply(spec: MixSpec): void {
    for (let i = 0; i < this.strips.length; i++) {
      this.strips[i].trim.to(dbToGain(spec.strips[i].trimDb));
      this.strips[i].channel.apply(spec.strips[i]);
    }
    for (let i = 0; i < this.groups.length; i++) this.groups[i].channel.apply(spec.groups[i]);
    for (let i = 0; i < this.returns.length; i++) this.returns[i].channel.apply(spec.returns[i]);
    this.master.apply(spec.master);
    this.match.to(dbToGain(Math.min(0, spec.matchDb)));
    this.meter?.restart();
    for (const channel of this.channels) channel.meter?.restart();
  }

  /** Fade the output in or out, over 25 ms; at once if `now`. */
  setAudible(audible: boolean, now = false): void {
    this.fade.to(audible ? 1 : 0);
    if (now) this.fade.settle();
  }

  /** Forget all signal history; settings still moving arrive at once. */
  reset(): void {
    for (const { trim } of this.strips) trim.settle();
    for (const channel of this.channels) channel.reset();
    this.pastGroups.reset();
    for (const line of this.sendsPastGroups) line.reset();
    this.pastReturns.reset();
    this.master.reset();
    this.ceiling.reset();
    this.match.settle();
    this.meter?.reset();
    this.position = 0;
  }

  /** Say at which frame of the loop the next block begins; negative before the first one. */
  seek(frame: number): void {
    this.position = frame;
  }

  /** True while anything can be heard. */
  get audible(): boolean {
    return this.fade.moving || this.fade.value > 0;
  }

  /** Mix `frames` samples of all stems into `outLeft` and `outRight`; any block length. */
  process(stems: readonly StemBlock[], outLeft: Float32Array, outRight: Float32Array, frames: number): void {
    for (let start = 0; start < frames; start += MAX_BLOCK_FRAMES)
      this.processBlock(stems, outLeft, outRight, start, Math.min(MAX_BLOCK_FRAMES, frames - start));
  }

  /** Write `meterLength` numbers, as METER says (a mix without meters writes gain reductions only). Peaks and reductions begin a new interval. */
  readMeters(into: Float32Array): void {
    let next = this.meter?.read(into, 0) ?? 0;
    for (let i = 0; i < this.channels.length; i++)
      next = this.channels[i].chain.readGainReductions(into, next);
    next = this.master.readGainReductions(into, next);
    for (let i = 0; i < this.channels.length; i++) next = this.channels[i].meter?.read(into, next) ?? next;
  }

  private processBlock(
    stems: readonly StemBlock[],
    outLeft: Float32Array,
    outRight: Float32Array,
    start: number,
    frames: number,
  ): void {
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
    this.master.process(sum.left, sum.right, frames);
    multiply(sum, this.match, frames);
    this.ceiling.process(sum.left, sum.right, frames);
    multiply(sum, this.fade, frames);
    for (let i = 0; i < frames; i++) {
      outLeft[start + i] = sum.left[i];
      outRight[start + i] = sum.right[i];
    }
    this.meter?.process(sum.left, sum.right, frames);
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
    take(samples, this.stem, start, frames, strip.stereo);
    multiply(this.stem, strip.trim, frames);
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

function multiply(block: StereoBlock, gain: Ramp, frames: number): void {
  const { left, right } = block;
  if (!gain.moving) {
    const g = gain.value;
    if (g === 1) return;
    for (let i = 0; i < frames; i++) {
      left[i] *= g;
      right[i] *= g;
    }
    return;
  }
  for (let i = 0; i < frames; i++) {
    const g = gain.next();
    left[i] *= g;
    right[i] *= g;
  }
}
