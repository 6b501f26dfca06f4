import { MAX_BLOCK_FRAMES } from './bypass.ts';
import { dbToGain } from './decibels.ts';
import { DeviceChain } from './device-chain.ts';
import { Limiter } from './limiter.ts';
import { LoudnessMeter } from './loudness.ts';
import type { MixSpec } from './mix-spec.ts';
import { Ramp } from './ramp.ts';
import { Strip } from './strip.ts';
import { TruePeakMeter } from './true-peak.ts';

/** Nothing leaves above this, whatever the settings, for the listener's ears. */
export const SAFETY_CEILING_DBTP = -1;

/** One stem's samples for a block: one channel, two, or none (silence). */
export type StemBlock = readonly (Float32Array | undefined)[];

/** Places in the array that `readMeters` fills; gain reductions follow, one for each id of `gainReducingIds`. */
export const METER = { momentaryLufs: 0, shortTermLufs: 1, truePeakDbtp: 2, gainReductions: 3 } as const;

/**
 * A MixSpec made audible: strips, bus, master, level match, safety ceiling, meters.
 *
 * The audio worklet, the offline bounce and the tests all run this class. Its devices are fixed by the spec it is
 * built with; `apply` moves to another setting of the same devices without a click.
 */
export class Mix {
  /** Delay from stems to output, the same for every setting. */
  readonly latencySamples: number;
  /** Ids of the devices that reduce gain, in the order of `readMeters`. */
  readonly gainReducingIds: readonly string[];
  private readonly strips: Strip[];
  private readonly master: DeviceChain;
  private readonly match = new Ramp(1);
  private readonly fade = new Ramp(1);
  private readonly ceiling = new Limiter();
  private readonly loudness = new LoudnessMeter();
  private readonly truePeak = new TruePeakMeter();
  private readonly stemLeft = new Float64Array(MAX_BLOCK_FRAMES);
  private readonly stemRight = new Float64Array(MAX_BLOCK_FRAMES);
  private readonly busLeft = new Float64Array(MAX_BLOCK_FRAMES);
  private readonly busRight = new Float64Array(MAX_BLOCK_FRAMES);

  /**
   * @param spec what to play
   * @param stereoStems for each strip of the spec, whether its stem has two channels
   */
  constructor(spec: MixSpec, stereoStems: readonly boolean[], sampleRate: number) {
    this.strips = spec.strips.map((strip, i) => new Strip(strip, stereoStems[i] ?? false, sampleRate));
    const slowest = Math.max(0, ...this.strips.map((strip) => strip.chain.latencySamples));
    for (const strip of this.strips) strip.alignTo(slowest);
    this.master = new DeviceChain(spec.master, sampleRate);
    this.ceiling.prepare(sampleRate);
    this.ceiling.set({ driveDb: 0, ceilingDbtp: SAFETY_CEILING_DBTP });
    this.match.prepare(sampleRate);
    this.match.jump(dbToGain(Math.min(0, spec.matchDb)));
    this.fade.prepare(sampleRate);
    this.loudness.prepare(sampleRate);
    this.latencySamples = slowest + this.master.latencySamples + this.ceiling.latencySamples;
    this.gainReducingIds = [
      ...this.strips.flatMap((strip) => strip.chain.gainReducingIds),
      ...this.master.gainReducingIds,
    ];
  }

  /** Move to another setting of the same mix. */
  apply(spec: MixSpec): void {
    for (let i = 0; i < this.strips.length; i++) this.strips[i].apply(spec.strips[i]);
    this.master.apply(spec.master);
    this.match.to(dbToGain(Math.min(0, spec.matchDb)));
  }

  /** Fade the output in or out, over 25 ms; at once if `now`. */
  setAudible(audible: boolean, now = false): void {
    this.fade.to(audible ? 1 : 0);
    if (now) this.fade.settle();
  }

  /** Forget all signal history; settings still moving arrive at once. */
  reset(): void {
    for (const strip of this.strips) strip.reset();
    this.master.reset();
    this.ceiling.reset();
    this.match.settle();
    this.loudness.reset();
    this.truePeak.reset();
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

  /** Momentary and short-term loudness, highest true peak since the last call, gain reductions in dB: see METER. */
  readMeters(into: Float32Array): void {
    into[METER.momentaryLufs] = this.loudness.momentaryLufs;
    into[METER.shortTermLufs] = this.loudness.shortTermLufs;
    into[METER.truePeakDbtp] = this.truePeak.takePeakDbtp();
    let next: number = METER.gainReductions;
    for (let i = 0; i < this.strips.length; i++) next = this.strips[i].chain.readGainReductions(into, next);
    this.master.readGainReductions(into, next);
  }

  private processBlock(
    stems: readonly StemBlock[],
    outLeft: Float32Array,
    outRight: Float32Array,
    start: number,
    frames: number,
  ): void {
    const { busLeft, busRight, stemLeft, stemRight, match, fade } = this;
    busLeft.fill(0, 0, frames);
    busRight.fill(0, 0, frames);
    for (let s = 0; s < this.strips.length; s++) {
      const left = stems[s]?.[0];
      const right = stems[s]?.[1] ?? left;
      if (!left || !right) {
        stemLeft.fill(0, 0, frames);
        stemRight.fill(0, 0, frames);
      } else {
        for (let i = 0; i < frames; i++) {
          stemLeft[i] = left[start + i];
          stemRight[i] = right[start + i];
        }
      }
      this.strips[s].process(stemLeft, stemRight, busLeft, busRight, frames);
    }
    this.master.process(busLeft, busRight, frames);
    for (let i = 0; i < frames; i++) {
      const gain = match.next();
      busLeft[i] *= gain;
      busRight[i] *= gain;
    }
    this.ceiling.process(busLeft, busRight, frames);
    for (let i = 0; i < frames; i++) {
      const gain = fade.next();
      busLeft[i] *= gain;
      busRight[i] *= gain;
      outLeft[start + i] = busLeft[i];
      outRight[start + i] = busRight[i];
    }
    this.loudness.process(busLeft, busRight, frames);
    this.truePeak.process(busLeft, busRight, frames);
  }
}
