import { MAX_BLOCK_FRAMES } from './bypass.ts';
import { dbToGain } from './decibels.ts';
import { DeviceChain, type TappedDevice } from './device-chain.ts';
import type { LevelTap } from './level-tap.ts';
import { Limiter } from './limiter.ts';
import type { MixSpec } from './mix-spec.ts';
import { ProgrammeMeter, READING, READINGS } from './programme-meter.ts';
import { Ramp } from './ramp.ts';
import { Routing, type StemBlock, type StemShape } from './routing.ts';

/** Nothing leaves above this, whatever the settings, for the listener's ears. */
export const SAFETY_CEILING_DBTP = -1;

/**
 * Places in the array that `readMeters` fills: the output's readings, then one gain reduction for each id of
 * `gainReducingIds`, then, where channels have meters, READINGS for each strip, group and return.
 */
export const METER = { ...READING, gainReductions: READINGS } as const;

export interface MixOptions {
  /** For weak machines: bypassed devices sleep. */
  readonly light?: boolean;
  /** Nothing will be switched while it runs, as in a bounce: what is not heard does not run at all. */
  readonly fixed?: boolean;
  /** Which points have a meter; the output alone unless told. */
  readonly meters?: 'none' | 'output' | 'channels';
  /** Devices whose levels are looked at, and with them every channel's. */
  readonly tapped?: ReadonlySet<string>;
  /** Where the last limiter holds the output, in dBTP: never above −1. */
  readonly ceilingDbtp?: number;
}

/**
 * A MixSpec made audible: strips, groups, returns (see Routing), master, level match, safety ceiling, meters.
 *
 * The audio worklet, the offline bounce and the tests all run this class. Its channels and devices are fixed by the
 * spec it is built with; `apply` moves to another setting of the same devices without a click.
 */
export class Mix {
  /** Delay from stems to output, the same for every setting. */
  readonly latencySamples: number;
  /** Ids of the devices that reduce gain, in the order of `readMeters`. */
  readonly gainReducingIds: readonly string[];
  /** How many numbers `readMeters` writes. */
  readonly meterLength: number;
  private readonly routing: Routing;
  private readonly master: DeviceChain;
  private readonly match = new Ramp(1);
  private readonly fade = new Ramp(1);
  private readonly ceiling = new Limiter();
  private readonly meter: ProgrammeMeter | null;

  constructor(spec: MixSpec, shape: StemShape, sampleRate: number, options: MixOptions = {}) {
    this.routing = new Routing(spec, shape, sampleRate, {
      light: options.light === true || options.fixed === true,
      skipsMuted: options.fixed === true,
      metersChannels: options.meters === 'channels',
      tapsChannels: options.tapped !== undefined,
      tapped: options.tapped ?? new Set(),
    });
    this.master = new DeviceChain(spec.master, this.routing.surroundings, this.routing.latencySamples);
    this.ceiling.prepare(sampleRate);
    const ceilingDbtp = Math.min(SAFETY_CEILING_DBTP, options.ceilingDbtp ?? SAFETY_CEILING_DBTP);
    this.ceiling.set({ driveDb: 0, ceilingDbtp });
    this.match.prepare(sampleRate);
    this.match.jump(dbToGain(Math.min(0, spec.matchDb)));
    this.fade.prepare(sampleRate);
    this.meter = options.meters === 'none' ? null : new ProgrammeMeter();
    this.meter?.prepare(sampleRate);
    this.latencySamples =
      this.routing.latencySamples + this.master.latencySamples + this.ceiling.latencySamples;
    const { channels } = this.routing;
    this.gainReducingIds = [
      ...channels.flatMap((channel) => channel.chain.gainReducingIds),
      ...this.master.gainReducingIds,
    ];
    const meters = (this.meter ? 1 : 0) + channels.filter((channel) => channel.meter).length;
    this.meterLength = meters * READINGS + this.gainReducingIds.length;
  }

  /** Move to another setting of the same mix; integrated readings begin again. */
  apply(spec: MixSpec): void {
    this.routing.apply(spec);
    this.master.apply(spec.master);
    this.match.to(dbToGain(Math.min(0, spec.matchDb)));
    this.meter?.restart();
  }

  /** Fade the output in or out, over 25 ms; at once if `now`. */
  setAudible(audible: boolean, now = false): void {
    this.fade.to(audible ? 1 : 0);
    if (now) this.fade.settle();
  }

  /** Forget all signal history; settings still moving arrive at once. */
  reset(): void {
    this.routing.reset();
    this.master.reset();
    this.ceiling.reset();
    this.match.settle();
    this.meter?.reset();
  }

  /** Say at which frame of the loop the next block begins; negative before the first one. */
  seek(frame: number): void {
    this.routing.seek(frame);
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
    const { channels } = this.routing;
    let next = this.meter?.read(into, 0) ?? 0;
    for (let i = 0; i < channels.length; i++) next = channels[i].chain.readGainReductions(into, next);
    next = this.master.readGainReductions(into, next);
    for (let i = 0; i < channels.length; i++) next = channels[i].meter?.read(into, next) ?? next;
  }

  /** The devices that are looked at. */
  get tappedDevices(): TappedDevice[] {
    return [...this.routing.channels.flatMap(({ chain }) => chain.tapped), ...this.master.tapped];
  }

  /** Levels after the faders of strips, groups and returns, in that order, where channels are looked at. */
  get channelTaps(): (LevelTap | null)[] {
    return this.routing.channels.map(({ tap }) => tap);
  }

  private processBlock(
    stems: readonly StemBlock[],
    outLeft: Float32Array,
    outRight: Float32Array,
    start: number,
    frames: number,
  ): void {
    const { sum } = this.routing;
    this.routing.process(stems, start, frames);
    this.master.process(sum.left, sum.right, frames);
    sum.multiply(this.match, frames);
    this.ceiling.process(sum.left, sum.right, frames);
    sum.multiply(this.fade, frames);
    for (let i = 0; i < frames; i++) {
      outLeft[start + i] = sum.left[i];
      outRight[start + i] = sum.right[i];
    }
    this.meter?.process(sum.left, sum.right, frames);
  }
}
