import { DelayLine } from './delay-line.ts';
import type { Device } from './device.ts';
import { Ramp } from './ramp.ts';

/** Longest stretch processed at once; longer calls are cut, so scratch buffers can be allocated up front. */
export const MAX_BLOCK_FRAMES = 128;

/**
 * A device with an on/off switch that never clicks and never changes latency.
 *
 * Switching is a raised-cosine equal-gain crossfade between the device and its own delayed input: both are the same
 * programme, so equal gain keeps the level where equal power would add 3 dB. Settled bypass is bit-exact.
 * The device goes on running while bypassed, so that its filters and detectors are warm when it returns.
 */
export class Bypass<Params> {
  readonly device: Device<Params>;
  /** 1 = processed, 0 = bypassed. */
  private readonly wetness = new Ramp(1);
  private readonly dryLeft = new Float64Array(MAX_BLOCK_FRAMES);
  private readonly dryRight = new Float64Array(MAX_BLOCK_FRAMES);
  private delay = new DelayLine(0);
  private fresh = true;

  constructor(device: Device<Params>) {
    this.device = device;
  }

  get latencySamples(): number {
    return this.device.latencySamples;
  }

  prepare(sampleRate: number): void {
    this.device.prepare(sampleRate);
    this.wetness.prepare(sampleRate);
    this.delay = new DelayLine(this.device.latencySamples);
    this.reset();
  }

  reset(): void {
    this.device.reset();
    this.delay.reset();
    this.wetness.settle();
    this.fresh = true;
  }

  /** Settings and switch; the first ones after `reset` apply at once, later ones fade. */
  set(params: Params, bypassed: boolean): void {
    this.device.set(params);
    if (this.fresh) this.wetness.jump(bypassed ? 0 : 1);
    else this.wetness.to(bypassed ? 0 : 1);
  }

  /** Process at most MAX_BLOCK_FRAMES samples in place. */
  process(left: Float64Array, right: Float64Array, frames: number): void {
    this.fresh = false;
    const { dryLeft, dryRight, wetness } = this;
    if (!wetness.moving && wetness.value === 1 && this.delay.length === 0) {
      this.device.process(left, right, frames);
      return;
    }
    for (let i = 0; i < frames; i++) {
      dryLeft[i] = left[i];
      dryRight[i] = right[i];
    }
    this.delay.process(dryLeft, dryRight, frames);
    this.device.process(left, right, frames);
    if (!wetness.moving) {
      if (wetness.value === 1) return;
      for (let i = 0; i < frames; i++) {
        left[i] = dryLeft[i];
        right[i] = dryRight[i];
      }
      return;
    }
    for (let i = 0; i < frames; i++) {
      const wet = wetness.next();
      left[i] = dryLeft[i] + wet * (left[i] - dryLeft[i]);
      right[i] = dryRight[i] + wet * (right[i] - dryRight[i]);
    }
  }
}
