import { Bypass } from './bypass.ts';
import { DelayLine } from './delay-line.ts';
import type { Device, GainReducing } from './device.ts';
import { DEVICE_TYPES } from './device-types.ts';
import { LevelTap } from './level-tap.ts';
import type { DeviceSpec } from './mix-spec.ts';
import { StereoBlock } from './stereo-block.ts';

interface Slot {
  readonly id: string;
  readonly bypass: Bypass<DeviceSpec['settings']>;
  readonly gainReducing: GainReducing | null;
  readonly key: Key | null;
  /** Null where nobody looks. */
  readonly tap: LevelTap | null;
}

/** A stem's samples on their way to a detector, delayed by what the input of the device has been delayed by. */
interface Key {
  readonly stem: string;
  readonly source: StereoBlock;
  readonly delay: DelayLine;
  readonly delayed: StereoBlock;
}

/** A device that is looked at. */
export interface TappedDevice {
  readonly id: string;
  readonly tap: LevelTap;
  readonly gainReducing: GainReducing | null;
}

/** What all chains of a mix share. */
export interface ChainSurroundings {
  readonly sampleRate: number;
  /** This block's samples of each stem that is a key, as recorded. */
  readonly keys: ReadonlyMap<string, StereoBlock>;
  /** Whether bypassed devices sleep. */
  readonly light: boolean;
  /** Devices whose levels are looked at. */
  readonly tapped: ReadonlySet<string>;
}

/** The devices of a channel or of the master, in series, each with its click-free switch. */
export class DeviceChain {
  private readonly slots: Slot[];
  /** How many devices from the start can run on one channel. */
  private readonly monoSlots: number;

  /** @param delayedBySamples how far this chain's input lags behind the stems */
  constructor(
    devices: readonly DeviceSpec[],
    { sampleRate, keys, light, tapped }: ChainSurroundings,
    delayedBySamples: number,
  ) {
    let lag = delayedBySamples;
    this.slots = devices.map(({ id, type, key }) => {
      const device = DEVICE_TYPES[type].create() as Device<DeviceSpec['settings']>;
      const bypass = new Bypass(device, light);
      bypass.prepare(sampleRate);
      const slot: Slot = {
        id,
        bypass,
        gainReducing: isGainReducing(device) ? device : null,
        key: key === null ? null : keyOf(id, bypass.keyable, key, keys, lag),
        tap: tapped.has(id) ? new LevelTap(lag, lag + bypass.latencySamples) : null,
      };
      lag += bypass.latencySamples;
      return slot;
    });
    const firstStereo = this.slots.findIndex(({ bypass, key }) => !bypass.monoCapable || key !== null);
    this.monoSlots = firstStereo < 0 ? this.slots.length : firstStereo;
    this.apply(devices);
  }

  get latencySamples(): number {
    return this.slots.reduce((sum, slot) => sum + slot.bypass.latencySamples, 0);
  }

  /** Ids of the devices that reduce gain, in order. */
  get gainReducingIds(): string[] {
    return this.slots.filter((slot) => slot.gainReducing).map((slot) => slot.id);
  }

  /** New settings and switches for the same devices, with the same keys, in the same order. */
  apply(devices: readonly DeviceSpec[]): void {
    for (let i = 0; i < this.slots.length; i++) {
      const slot = this.slots[i];
      if (devices[i]?.id !== slot.id || devices[i].key !== (slot.key?.stem ?? null))
        throw new Error(`expected device ${slot.id} at place ${i}, with the key ${slot.key?.stem ?? 'none'}`);
      slot.bypass.set(devices[i].settings, devices[i].bypassed);
    }
  }

  /** At most MAX_BLOCK_FRAMES samples, in place. */
  process(left: Float64Array, right: Float64Array, frames: number): void {
    this.processFrom(0, left, right, frames);
  }

  /** A mono input in `left`: devices run on one channel as far as they can. Both channels are filled afterwards. */
  processMonoInput(left: Float64Array, right: Float64Array, frames: number): void {
    for (let i = 0; i < this.monoSlots; i++) {
      const { bypass, tap } = this.slots[i];
      tap?.hearInput(left, left, frames);
      bypass.processMono(left, frames);
      tap?.hearOutput(left, left, frames);
    }
    for (let i = 0; i < frames; i++) right[i] = left[i];
    this.processFrom(this.monoSlots, left, right, frames);
  }

  reset(): void {
    for (const { bypass, key } of this.slots) {
      bypass.reset();
      key?.delay.reset();
    }
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

  /** The devices that are looked at: their levels, and how to ask for a reduction in dB where they have one. */
  get tapped(): TappedDevice[] {
    return this.slots.flatMap(({ id, tap, gainReducing }) => (tap ? [{ id, tap, gainReducing }] : []));
  }

  private processFrom(first: number, left: Float64Array, right: Float64Array, frames: number): void {
    for (let i = first; i < this.slots.length; i++) {
      const { bypass, key, tap } = this.slots[i];
      tap?.hearInput(left, right, frames);
      if (key === null) bypass.process(left, right, frames);
      else processKeyed(bypass, key, left, right, frames);
      tap?.hearOutput(left, right, frames);
    }
  }
}

function processKeyed(
  bypass: Slot['bypass'],
  { source, delay, delayed }: Key,
  left: Float64Array,
  right: Float64Array,
  frames: number,
): void {
  for (let k = 0; k < frames; k++) {
    delayed.left[k] = source.left[k];
    delayed.right[k] = source.right[k];
  }
  delay.process(delayed.left, delayed.right, frames);
  bypass.processKeyed(left, right, delayed.left, delayed.right, frames);
}

function keyOf(
  id: string,
  keyable: boolean,
  stem: string,
  keys: ReadonlyMap<string, StereoBlock>,
  lag: number,
): Key {
  const source = keys.get(stem);
  if (!keyable) throw new Error(`${id} has no detector that could listen to "${stem}"`);
  if (!source) throw new Error(`${id}: no stem "${stem}" to listen to`);
  return { stem, source, delay: new DelayLine(lag), delayed: new StereoBlock() };
}

function isGainReducing(device: object): device is GainReducing {
  return 'takeGainReductionDb' in device;
}
