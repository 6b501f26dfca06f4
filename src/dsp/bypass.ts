import { DelayLine } from './delay-line.ts';
import type { Device, Keyed, MonoCapable } from './device.ts';
import { Ramp } from './ramp.ts';

/** Longest stretch processed at once; longer calls are cut, so scratch buffers can be allocated up front. */
export const MAX_BLOCK_FRAMES = 128;

/** A device that slept while it was bypassed runs this long behind its delayed input before it is heard again. */
const WARM_UP_SECONDS = 0.05;

/**
 * A device with an on/off switch that never clicks and never changes latency.
 *
 * Switching is a raised-cosine equal-gain crossfade between the device and its own delayed input: both are the same
 * programme, so equal gain keeps the level where equal power would add 3 dB. Settled bypass is bit-exact.
 * The device goes on running while bypassed, so that its filters and detectors are warm when it returns; where time
 * is short it sleeps instead, and warms up before it is faded in.
 */
export class Bypass<Params> {
  readonly device: Device<Params>;
  private readonly keyed: Keyed | null;
  private readonly mono: MonoCapable | null;
  private readonly sleeps: boolean;
  /** 1 = processed, 0 = bypassed. */
  private readonly wetness = new Ramp(1);
  private readonly dryLeft = new Float64Array(MAX_BLOCK_FRAMES);
  private readonly dryRight = new Float64Array(MAX_BLOCK_FRAMES);
  private delay = new DelayLine(0);
  private warmUpFrames = 0;
  /** Frames still to run unheard before the fade-in. */
  private warming = 0;
  private asleep = false;
  private fresh = true;

  /** @param sleeps whether a settled bypass stops the device, to save time */
  constructor(device: Device<Params>, sleeps = false) {
    this.device = device;
    this.keyed = isKeyed(device) ? device : null;
    this.mono = isMonoCapable(device) ? device : null;
    this.sleeps = sleeps;
  }

  get latencySamples(): number {
    return this.device.latencySamples;
  }

  /** Whether `processMono` may be called. */
  get monoCapable(): boolean {
    return this.mono !== null;
  }

  /** Whether `processKeyed` may be called. */
  get keyable(): boolean {
    return this.keyed !== null;
  }

  prepare(sampleRate: number): void {
    this.device.prepare(sampleRate);
    this.wetness.prepare(sampleRate);
    this.delay = new DelayLine(this.device.latencySamples);
    this.warmUpFrames = this.device.latencySamples + Math.round(WARM_UP_SECONDS * sampleRate);
    this.reset();
  }

  reset(): void {
    this.device.reset();
    this.delay.reset();
    this.wetness.settle();
    this.warming = 0;
    this.asleep = false;
    this.fresh = true;
  }

  /** Settings and switch; the first ones after `reset` apply at once, later ones fade. */
  set(params: Params, bypassed: boolean): void {
    this.device.set(params);
    const wet = bypassed ? 0 : 1;
    if (this.fresh) this.wetness.jump(wet);
    else if (!bypassed && this.asleep) this.wakeUp();
    else if (this.warming === 0) this.wetness.to(wet);
    if (bypassed) this.warming = 0;
  }

  /** Process at most MAX_BLOCK_FRAMES samples in place. */
  process(left: Float64Array, right: Float64Array, frames: number): void {
    if (!this.keepDry(left, right, frames)) {
      this.device.process(left, right, frames);
      return;
    }
    if (this.runs(frames)) this.device.process(left, right, frames);
    this.blend(left, this.dryLeft, right, this.dryRight, frames);
  }

  /** As `process`, with the device's detector on a key that is in time with the input. */
  processKeyed(
    left: Float64Array,
    right: Float64Array,
    keyLeft: Float64Array,
    keyRight: Float64Array,
    frames: number,
  ): void {
    const keepsDry = this.keepDry(left, right, frames);
    if (!keepsDry || this.runs(frames)) this.keyed!.processKeyed(left, right, keyLeft, keyRight, frames);
    if (keepsDry) this.blend(left, this.dryLeft, right, this.dryRight, frames);
  }

  /** As `process`, on one channel. */
  processMono(samples: Float64Array, frames: number): void {
    if (!this.keepDry(samples, samples, frames)) {
      this.mono!.processMono(samples, frames);
      return;
    }
    if (this.runs(frames)) this.mono!.processMono(samples, frames);
    this.blend(samples, this.dryLeft, null, this.dryRight, frames);
  }

  /** Take a delayed copy of the input; false where only the device is heard and there is nothing to delay. */
  private keepDry(left: Float64Array, right: Float64Array, frames: number): boolean {
    this.fresh = false;
    const { dryLeft, dryRight, wetness } = this;
    if (!wetness.moving && wetness.value === 1 && this.delay.length === 0) return false;
    for (let i = 0; i < frames; i++) {
      dryLeft[i] = left[i];
      dryRight[i] = right[i];
    }
    this.delay.process(dryLeft, dryRight, frames);
    return true;
  }

  /** Whether the device has to run in this block; counts its warm-up. */
  private runs(frames: number): boolean {
    if (this.wetness.moving || this.wetness.value > 0) return true;
    if (this.warming > 0) {
      this.warming -= frames;
      if (this.warming <= 0) {
        this.warming = 0;
        this.wetness.to(1);
      }
      return true;
    }
    this.asleep = this.sleeps;
    return !this.sleeps;
  }

  private wakeUp(): void {
    this.device.reset();
    this.asleep = false;
    this.warming = this.warmUpFrames;
  }

  private blend(
    left: Float64Array,
    dryLeft: Float64Array,
    right: Float64Array | null,
    dryRight: Float64Array,
    frames: number,
  ): void {
    const { wetness } = this;
    if (!wetness.moving) {
      if (wetness.value === 1) return;
      for (let i = 0; i < frames; i++) left[i] = dryLeft[i];
      if (right) for (let i = 0; i < frames; i++) right[i] = dryRight[i];
      return;
    }
    for (let i = 0; i < frames; i++) {
      const wet = wetness.next();
      left[i] = dryLeft[i] + wet * (left[i] - dryLeft[i]);
      if (right) right[i] = dryRight[i] + wet * (right[i] - dryRight[i]);
    }
  }
}

function isKeyed(device: object): device is Keyed {
  return 'processKeyed' in device;
}

function isMonoCapable(device: object): device is MonoCapable {
  return 'processMono' in device;
}
