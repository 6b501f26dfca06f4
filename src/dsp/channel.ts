import { dbToGain } from './decibels.ts';
import { DelayLine } from './delay-line.ts';
import { DeviceChain, type ChainSurroundings } from './device-chain.ts';
import { GainLane } from './gain-lane.ts';
import { LevelTap } from './level-tap.ts';
import type { ChannelSpec } from './mix-spec.ts';
import { panGains } from './pan.ts';
import { ProgrammeMeter } from './programme-meter.ts';
import { Ramp } from './ramp.ts';
import type { StereoBlock } from './stereo-block.ts';

interface Send {
  readonly to: string;
  readonly bus: StereoBlock;
  readonly gain: Ramp;
}

/** What all channels of a mix share. */
export interface ChannelSurroundings extends ChainSurroundings {
  /** Length of the loop that automation is written on; 0 for none. */
  readonly loopFrames: number;
  /** Where sends go, by the return's id. */
  readonly returns: ReadonlyMap<string, StereoBlock>;
  /** Whether every channel has a meter. */
  readonly metersChannels: boolean;
  /** Whether the level of every channel is looked at. */
  readonly tapsChannels: boolean;
  /** Whether channels that are muted from the start do not run. */
  readonly skipsMuted: boolean;
}

/**
 * A strip, group or return: devices → delay to its slowest neighbour → automation, fader and pan → bus and sends.
 * Sends leave after the fader.
 */
export class Channel {
  readonly chain: DeviceChain;
  /** Of the signal after the fader; null where nobody looks. */
  readonly meter: ProgrammeMeter | null;
  /** After the fader, at the output's side; null where nobody looks. */
  tap: LevelTap | null = null;
  private readonly tapped: boolean;
  /** Not to be heard, now or later: it need not be processed. */
  readonly skipped: boolean;
  private readonly stereo: boolean;
  private readonly delayedBySamples: number;
  private readonly lane: GainLane;
  private readonly leftGain = new Ramp(1);
  private readonly rightGain = new Ramp(1);
  private readonly sends: readonly Send[];
  private delay = new DelayLine(0);

  /**
   * @param stereo whether two different channels come in
   * @param delayedBySamples how far the input lags behind the stems
   */
  constructor(
    spec: ChannelSpec,
    stereo: boolean,
    surroundings: ChannelSurroundings,
    delayedBySamples: number,
  ) {
    const { sampleRate, loopFrames, returns, metersChannels, skipsMuted } = surroundings;
    this.tapped = surroundings.tapsChannels;
    this.skipped = skipsMuted && spec.muted;
    this.stereo = stereo;
    this.delayedBySamples = delayedBySamples;
    this.chain = new DeviceChain(spec.devices, surroundings, delayedBySamples);
    this.lane = new GainLane(sampleRate, loopFrames);
    this.sends = spec.sends.map(({ to }) => {
      const bus = returns.get(to);
      if (!bus) throw new Error(`no return "${to}" to send to`);
      return { to, bus, gain: new Ramp(0) };
    });
    this.meter = metersChannels ? new ProgrammeMeter() : null;
    this.meter?.prepare(sampleRate);
    for (const ramp of this.ramps()) ramp.prepare(sampleRate);
    this.apply(spec);
    this.settle();
  }

  /** Delay this channel so that it adds `latencySamples` in all. */
  alignTo(latencySamples: number): void {
    this.delay = new DelayLine(latencySamples - this.chain.latencySamples);
    if (this.tapped) this.tap = new LevelTap(this.delayedBySamples, this.delayedBySamples + latencySamples);
  }

  /** Other settings of the same channel, without a click. */
  apply(spec: ChannelSpec): void {
    const { left, right } = panGains(spec.pan, this.stereo, spec.panLaw);
    const level = spec.muted ? 0 : dbToGain(spec.levelDb);
    this.leftGain.to(level * left);
    this.rightGain.to(level * right);
    this.lane.set(spec.automation);
    for (let i = 0; i < this.sends.length; i++) {
      if (spec.sends[i]?.to !== this.sends[i].to) throw new Error(`expected a send to ${this.sends[i].to}`);
      this.sends[i].gain.to(dbToGain(spec.sends[i].levelDb));
    }
    this.chain.apply(spec.devices);
  }

  /**
   * Process `block` in place and add it to the bus and the returns.
   *
   * @param position the frame of the loop at which the stems' block began
   */
  process(block: StereoBlock, bus: StereoBlock, position: number, frames: number): void {
    const { left, right } = block;
    if (this.stereo) this.chain.process(left, right, frames);
    else this.chain.processMonoInput(left, right, frames);
    this.delay.process(left, right, frames);
    if (!this.lane.flat)
      this.lane.multiply(
        left,
        right,
        position - this.delayedBySamples - this.chain.latencySamples - this.delay.length,
        frames,
      );
    this.fade(left, right, frames);
    bus.add(block, frames);
    for (let i = 0; i < this.sends.length; i++) this.send(this.sends[i], left, right, frames);
    this.meter?.process(left, right, frames);
    this.tap?.hearOutput(left, right, frames);
  }

  /** Forget all signal history; settings still moving arrive at once. */
  reset(): void {
    this.chain.reset();
    this.delay.reset();
    this.meter?.reset();
    this.settle();
  }

  private settle(): void {
    for (const ramp of this.ramps()) ramp.settle();
    this.lane.settle();
  }

  private fade(left: Float64Array, right: Float64Array, frames: number): void {
    const { leftGain, rightGain } = this;
    if (leftGain.moving || rightGain.moving) {
      for (let i = 0; i < frames; i++) {
        left[i] *= leftGain.next();
        right[i] *= rightGain.next();
      }
      return;
    }
    const l = leftGain.value;
    const r = rightGain.value;
    if (l === 1 && r === 1) return;
    for (let i = 0; i < frames; i++) {
      left[i] *= l;
      right[i] *= r;
    }
  }

  private send({ bus, gain }: Send, left: Float64Array, right: Float64Array, frames: number): void {
    for (let i = 0; i < frames; i++) {
      const g = gain.next();
      bus.left[i] += left[i] * g;
      bus.right[i] += right[i] * g;
    }
  }

  private ramps(): Ramp[] {
    return [this.leftGain, this.rightGain, ...this.sends.map((send) => send.gain)];
  }
}
