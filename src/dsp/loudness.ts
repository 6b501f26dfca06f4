import { ChannelTruePeak } from './channel-true-peak.ts';
import { gainToDb } from './decibels.ts';
import {
  K_STATE_LENGTH,
  kWeightedEnergy,
  kWeightedStereoEnergy,
  kWeighting,
  settleState,
} from './k-weighting.ts';
import { LoudnessHistory } from './loudness-history.ts';
import { energyToLufs } from './lufs.ts';
import { SlidingSum } from './sliding-sum.ts';

/** Sub-blocks of 10 ms in the momentary window, the short-term window and the gating-block step. */
const MOMENTARY = 40;
const SHORT_TERM = 300;
const GATING_STEP = 10;

const STEREO: readonly number[] = [1, 1];

/** Channel weights of 5.0 in the order L, R, C, Ls, Rs (ITU-R BS.1770-5 Annex 1, table 3; LFE is left out). */
export const SURROUND_WEIGHTS: readonly number[] = [1, 1, 1, 1.41, 1.41];

/** What gating blocks and short-term windows are collected in, one of each per 100 ms, as mean squares. */
export interface GatedHistory {
  reset(): void;
  pushBlock(energy: number): void;
  pushShortTerm(energy: number): void;
  readonly integratedLufs: number;
  readonly loudnessRangeLu: number;
}

/**
 * Loudness meter after ITU-R BS.1770-5 and EBU Tech 3341: momentary (400 ms), short-term (3 s), gated integrated
 * loudness, and loudness range (Tech 3342).
 *
 * Momentary and short-term move every 10 ms; before the first 3 s what has not been heard counts as silence.
 * `process` allocates nothing: the history behind integrated loudness and range is allocated by `prepare`, and once
 * it is full those two stand still while the others go on.
 */
export class LoudnessMeter {
  private readonly weights: readonly number[];
  private readonly state: Float64Array;
  private readonly momentary = new SlidingSum(MOMENTARY);
  private readonly shortTerm = new SlidingSum(SHORT_TERM);
  private history: GatedHistory = new LoudnessHistory(0);
  private coefficients = kWeighting(48000);
  private subBlockFrames = 480;
  private frame = 0;
  private energy = 0;
  private subBlocks = 0;
  private untilGatingBlock = GATING_STEP;
  private momentaryEnergy = 0;
  private shortTermEnergy = 0;
  private maxMomentaryEnergy = 0;
  private maxShortTermEnergy = 0;

  /** @param weights one weight per channel; two channels of weight 1 unless told */
  constructor(weights: readonly number[] = STEREO) {
    this.weights = weights;
    this.state = new Float64Array(weights.length * K_STATE_LENGTH);
  }

  /**
   * @param sampleRate in Hz
   * @param historySeconds how long integrated loudness and loudness range can go on; 0 leaves them at −∞ and 0
   */
  prepare(sampleRate: number, historySeconds = 0): void {
    this.prepareWith(sampleRate, new LoudnessHistory(historySeconds));
  }

  /** As `prepare`, with a history of another kind behind integrated loudness and range. */
  prepareWith(sampleRate: number, history: GatedHistory): void {
    this.coefficients = kWeighting(sampleRate);
    this.subBlockFrames = Math.round(sampleRate / 100);
    this.history = history;
    this.reset();
  }

  reset(): void {
    this.state.fill(0);
    this.momentary.reset();
    this.shortTerm.reset();
    this.history.reset();
    this.frame = 0;
    this.energy = 0;
    this.subBlocks = 0;
    this.untilGatingBlock = GATING_STEP;
    this.momentaryEnergy = 0;
    this.shortTermEnergy = 0;
    this.maxMomentaryEnergy = 0;
    this.maxShortTermEnergy = 0;
  }

  /** Take in `frames` samples of a stereo pair. */
  process(left: ArrayLike<number>, right: ArrayLike<number>, frames: number): void {
    let from = 0;
    while (from < frames) {
      const to = Math.min(frames, from + this.subBlockFrames - this.frame);
      this.energy += kWeightedStereoEnergy(
        left,
        right,
        from,
        to,
        this.coefficients,
        this.state,
        this.weights[0]!,
        this.weights[1]!,
      );
      this.advance(to - from);
      from = to;
    }
  }

  /** Take in `frames` samples of as many channels as there are weights. */
  processChannels(channels: readonly ArrayLike<number>[], frames: number): void {
    let from = 0;
    while (from < frames) {
      const to = Math.min(frames, from + this.subBlockFrames - this.frame);
      for (let c = 0; c < this.weights.length; c++) {
        const energy = kWeightedEnergy(
          channels[c]!,
          from,
          to,
          this.coefficients,
          this.state,
          c * K_STATE_LENGTH,
        );
        this.energy += this.weights[c]! * energy;
      }
      this.advance(to - from);
      from = to;
    }
  }

  /** Loudness of the last 400 ms in LUFS. */
  get momentaryLufs(): number {
    return energyToLufs(this.momentaryEnergy);
  }

  /** Loudness of the last 3 s in LUFS. */
  get shortTermLufs(): number {
    return energyToLufs(this.shortTermEnergy);
  }

  get maxMomentaryLufs(): number {
    return energyToLufs(this.maxMomentaryEnergy);
  }

  get maxShortTermLufs(): number {
    return energyToLufs(this.maxShortTermEnergy);
  }

  /** Gated loudness since `reset` in LUFS; −∞ before 400 ms or when everything was below −70 LUFS. */
  get integratedLufs(): number {
    return this.history.integratedLufs;
  }

  /** Loudness range since `reset` in LU (≥ 0). Sorts the history: for reports, not for every block. */
  get loudnessRangeLu(): number {
    return this.history.loudnessRangeLu;
  }

  private advance(frames: number): void {
    this.frame += frames;
    if (this.frame === this.subBlockFrames) this.endSubBlock();
  }

  private endSubBlock(): void {
    // Bad input (NaN, 1e200) counts as silence instead of spoiling the meter for good.
    const energy = this.energy < 1e30 ? this.energy / this.subBlockFrames : 0;
    settleState(this.state);
    this.frame = 0;
    this.energy = 0;
    this.momentaryEnergy = this.momentary.push(energy) / MOMENTARY;
    this.shortTermEnergy = this.shortTerm.push(energy) / SHORT_TERM;
    if (this.momentaryEnergy > this.maxMomentaryEnergy) this.maxMomentaryEnergy = this.momentaryEnergy;
    if (this.shortTermEnergy > this.maxShortTermEnergy) this.maxShortTermEnergy = this.shortTermEnergy;
    // Counting stops at the longest window, so that it can never overflow.
    if (this.subBlocks < SHORT_TERM) this.subBlocks++;
    if (--this.untilGatingBlock > 0) return;
    this.untilGatingBlock = GATING_STEP;
    if (this.subBlocks >= MOMENTARY) this.history.pushBlock(this.momentaryEnergy);
    if (this.subBlocks >= SHORT_TERM) this.history.pushShortTerm(this.shortTermEnergy);
  }
}

/** What a whole signal measures. */
export interface Loudness {
  /** Gated loudness in LUFS; −∞ for silence and for signals under 400 ms. */
  integratedLufs: number;
  /** Loudness range in LU; 0 for signals under 3 s. */
  loudnessRangeLu: number;
  maxMomentaryLufs: number;
  maxShortTermLufs: number;
  /** Loudest channel in dBTP, read at 4×. */
  truePeakDbtp: number;
}

const BLOCK = 4800;

/**
 * Measure a whole signal.
 *
 * @param channels one sequence of samples per channel, equally long, full scale ±1
 * @param sampleRate in Hz
 * @param weights one per channel; 1 each unless told (see SURROUND_WEIGHTS)
 */
export function measureLoudness(
  channels: readonly ArrayLike<number>[],
  sampleRate: number,
  weights: readonly number[] = channels.map(() => 1),
): Loudness {
  const frames = channels[0]?.length ?? 0;
  const meter = new LoudnessMeter(weights);
  meter.prepare(sampleRate, frames / sampleRate + 1);
  const peaks = channels.map(() => new ChannelTruePeak());
  const blocks = channels.map(() => new Float64Array(BLOCK));
  for (let start = 0; start < frames; start += BLOCK) {
    const count = Math.min(BLOCK, frames - start);
    for (let c = 0; c < channels.length; c++) {
      copyBlock(channels[c]!, start, blocks[c]!, count);
      peaks[c]!.process(blocks[c]!, count);
    }
    if (channels.length === 2) meter.process(blocks[0]!, blocks[1]!, count);
    else meter.processChannels(blocks, count);
  }
  let peak = 0;
  for (const channel of peaks) {
    channel.flush();
    peak = Math.max(peak, channel.take());
  }
  return {
    integratedLufs: meter.integratedLufs,
    loudnessRangeLu: meter.loudnessRangeLu,
    maxMomentaryLufs: meter.maxMomentaryLufs,
    maxShortTermLufs: meter.maxShortTermLufs,
    truePeakDbtp: gainToDb(peak),
  };
}

/** Convert once to doubles, so that filter and interpolator read one kind of array. */
function copyBlock(source: ArrayLike<number>, start: number, block: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) block[i] = source[start + i];
}
