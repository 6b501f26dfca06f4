import { Bypass } from './bypass.ts';
import type { Device, GainReducing } from './device.ts';
import { DEVICE_TYPES } from './device-types.ts';
import type { DeviceSpec } from './mix-spec.ts';

interface Slot {
  readonly id: string;
  readonly bypass: Bypass<DeviceSpec['settings']>;
  readonly gainReducing: GainReducing | null;
}

/** The devices of a strip or of the master, in series, each with its click-free switch. */
export class DeviceChain {
  private readonly slots: Slot[];

  constructor(devices: readonly DeviceSpec[], sampleRate: number) {
    this.slots = devices.map(({ id, type }) => {
      const device = DEVICE_TYPES[type].create() as Device<DeviceSpec['settings']>;
      const bypass = new Bypass(device);
      bypass.prepare(sampleRate);
      return { id, bypass, gainReducing: isGainReducing(device) ? device : null };
    });
    this.apply(devices);
  }

  get latencySamples(): number {
    return this.slots.reduce((sum, slot) => sum + slot.bypass.latencySamples, 0);
  }

  /** Ids of the devices that reduce gain, in order. */
  get gainReducingIds(): string[] {
    return this.slots.filter((slot) => slot.gainReducing).map((slot) => slot.id);
  }

  /** New settings and switches for the same devices in the same order. */
  apply(devices: readonly DeviceSpec[]): void {
    for (let i = 0; i < this.slots.length; i++) {
      if (devices[i]?.id !== this.slots[i].id)
        throw new Error(`expected device ${this.slots[i].id} at place ${i}`);
      this.slots[i].bypass.set(devices[i].settings, devices[i].bypassed);
    }
  }

  /** At most MAX_BLOCK_FRAMES samples, in place. */
  process(left: Float64Array, right: Float64Array, frames: number): void {
    for (let i = 0; i < this.slots.length; i++) this.slots[i].bypass.process(left, right, frames);
  }

  reset(): void {
    for (const slot of this.slots) slot.bypass.reset();
  }

  /** Write each gain-reducing device's deepest reduction since the last call, in dB; a bypassed one shows what it would do. Returns the next index. */
  readGainReductions(into: Float32Array, index: number): number {
    let next = index;
    for (let i = 0; i < this.slots.length; i++) {
      const { gainReducing } = this.slots[i];
      if (gainReducing) into[next++] = gainReducing.takeGainReductionDb();
    }
    return next;
  }
}

function isGainReducing(device: object): device is GainReducing {
  return 'takeGainReductionDb' in device;
}
