import { dbToGain } from './decibels.ts';
import { DelayLine } from './delay-line.ts';
import { DeviceChain } from './device-chain.ts';
import type { StripSpec } from './mix-spec.ts';
import { panGains } from './pan.ts';
import { Ramp } from './ramp.ts';

/** One stem's way to the bus: trim → devices → delay to the slowest strip → level and pan. */
export class Strip {
  readonly chain: DeviceChain;
  private readonly stereo: boolean;
  private readonly trim = new Ramp(1);
  private readonly leftGain = new Ramp(1);
  private readonly rightGain = new Ramp(1);
  private delay = new DelayLine(0);

  constructor(spec: StripSpec, stereo: boolean, sampleRate: number) {
    this.stereo = stereo;
    this.chain = new DeviceChain(spec.devices, sampleRate);
    for (const ramp of this.ramps) ramp.prepare(sampleRate);
    this.apply(spec);
    for (const ramp of this.ramps) ramp.settle();
  }

  /** Delay this strip so that its total latency is `latencySamples`. */
  alignTo(latencySamples: number): void {
    this.delay = new DelayLine(latencySamples - this.chain.latencySamples);
  }

  apply(spec: StripSpec): void {
    const { left, right } = panGains(spec.pan, this.stereo);
    const level = spec.muted ? 0 : dbToGain(spec.levelDb);
    this.trim.to(dbToGain(spec.trimDb));
    this.leftGain.to(level * left);
    this.rightGain.to(level * right);
    this.chain.apply(spec.devices);
  }

  /** Process the stem in place and add it to the bus. */
  process(
    left: Float64Array,
    right: Float64Array,
    busLeft: Float64Array,
    busRight: Float64Array,
    frames: number,
  ): void {
    const { trim, leftGain, rightGain } = this;
    if (trim.moving || trim.value !== 1) {
      for (let i = 0; i < frames; i++) {
        const gain = trim.next();
        left[i] *= gain;
        right[i] *= gain;
      }
    }
    this.chain.process(left, right, frames);
    this.delay.process(left, right, frames);
    if (leftGain.moving || rightGain.moving) {
      for (let i = 0; i < frames; i++) {
        busLeft[i] += left[i] * leftGain.next();
        busRight[i] += right[i] * rightGain.next();
      }
      return;
    }
    const l = leftGain.value;
    const r = rightGain.value;
    for (let i = 0; i < frames; i++) {
      busLeft[i] += left[i] * l;
      busRight[i] += right[i] * r;
    }
  }

  /** Forget all signal history; settings still moving arrive at once. */
  reset(): void {
    this.chain.reset();
    this.delay.reset();
    for (const ramp of this.ramps) ramp.settle();
  }

  private get ramps(): Ramp[] {
    return [this.trim, this.leftGain, this.rightGain];
  }
}
