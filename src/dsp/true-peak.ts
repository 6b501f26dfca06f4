import { ChannelTruePeak } from './channel-true-peak.ts';
import { gainToDb } from './decibels.ts';
import { PEAK_DELAY, PEAK_HISTORY, SEARCH, searchPeak } from './interpolated-peak.ts';
import { kaiserSinc } from './kaiser-sinc.ts';

/** Live stereo true-peak meter (ITU-R BS.1770-5 Annex 2, 4×, at any sample rate). Allocates nothing after construction. */
export class TruePeakMeter {
  private readonly left = new ChannelTruePeak();
  private readonly right = new ChannelTruePeak();
  private highest = 0;

  reset(): void {
    this.left.reset();
    this.right.reset();
    this.highest = 0;
  }

  /** Forget the highest peak, not the interval's. */
  restart(): void {
    this.highest = 0;
  }

  process(left: Float64Array, right: Float64Array, frames: number): void {
    this.left.process(left, frames);
    this.right.process(right, frames);
  }

  /** Largest peak of either channel since the last call, in dBTP (−∞ for silence); starts a new interval. */
  takePeakDbtp(): number {
    const peak = Math.max(this.left.take(), this.right.take());
    if (peak > this.highest) this.highest = peak;
    return gainToDb(peak);
  }

  /** Largest peak taken since `reset`, in dBTP. */
  get highestDbtp(): number {
    return gainToDb(this.highest);
  }
}

/** Kernels of the offline readings finer than 4×. */
const FINE = {
  8: { taps: 32, kernels: kaiserSinc(8, 32, 8) },
  16: { taps: 64, kernels: kaiserSinc(16, 64, 9) },
} as const;

const BLOCK = 4096;
/** Samples that share one decision whether to look closer. */
const GROUP = 8;

/**
 * Between two 4× samples a band-limited peak rises by at most 1 / cos(π / 8), 0.69 dB (ITU-R BS.1770-5 Annex 2,
 * attachment 1); 3 dB leaves room for the roll-off of the 24-tap kernels near Nyquist.
 */
const CLOSER_LOOK = Math.SQRT2;

/**
 * True peak of a whole signal in dBTP, the loudest of its channels; −∞ for silence.
 * 4× is what the live meter reads; 16× (64 taps) is the reference for tests and the bounce.
 *
 * @param channels one sequence of samples per channel, full scale ±1, silence assumed on both sides
 */
export function truePeakDbtp(channels: readonly ArrayLike<number>[], oversampling: 4 | 8 | 16): number {
  let peak = 0;
  for (const channel of channels) {
    peak = Math.max(peak, oversampling === 4 ? coarsePeak(channel) : finePeak(channel, oversampling, peak));
  }
  return gainToDb(peak);
}

function coarsePeak(channel: ArrayLike<number>): number {
  const meter = new ChannelTruePeak();
  meter.process(channel, channel.length);
  meter.flush();
  return meter.take();
}

/** Interpolates finely only where the 4× reading comes within 3 dB of the peak so far. */
function finePeak(channel: ArrayLike<number>, oversampling: 8 | 16, peak: number): number {
  const { taps, kernels } = FINE[oversampling];
  const lead = taps + PEAK_HISTORY;
  const samples = new Float64Array(lead + BLOCK);
  // The 4× detector looks at the same moment this many samples earlier in the buffer.
  const earlier = taps / 2 - PEAK_DELAY;
  const length = channel.length + taps;
  const search = Float64Array.of(0, Infinity);
  for (let start = 0; start < length; start += BLOCK) {
    samples.copyWithin(0, BLOCK);
    const present = Math.min(BLOCK, channel.length - start);
    for (let i = 0; i < present; i++) samples[lead + i] = channel[start + i];
    samples.fill(0, lead + Math.max(0, present));
    for (let i = lead; i < lead + BLOCK; i += GROUP) {
      // One index more than the group: the far side of its last interval.
      search[SEARCH.peak] = 0;
      searchPeak(samples, i - earlier, i - earlier + GROUP + 1, search);
      if (search[SEARCH.peak] * CLOSER_LOOK > peak)
        peak = convolvedPeak(samples, i, i + GROUP, kernels, peak);
    }
  }
  return peak;
}

/** The larger of `peak` and every kernel's output magnitude at indices `from` ≤ i < `to`. */
function convolvedPeak(
  samples: Float64Array,
  from: number,
  to: number,
  kernels: readonly Float64Array[],
  peak: number,
): number {
  const taps = kernels[0]!.length;
  for (let i = from; i < to; i++) {
    const oldest = i - taps + 1;
    for (const kernel of kernels) {
      let sum = 0;
      for (let k = 0; k < taps; k++) sum += kernel[k] * samples[oldest + k];
      const magnitude = Math.abs(sum);
      if (magnitude > peak) peak = magnitude;
    }
  }
  return peak;
}
