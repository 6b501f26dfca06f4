import { decimate, decimationHistory, interpolate, interpolationHistory, wideHalfBand } from './half-band.ts';
import { kaiserSinc } from './kaiser-sinc.ts';

/** How many samples stand for one between `raise` and `lower`. */
export const OVERSAMPLING = 8;

/** Most samples, at the low rate, that are raised and lowered at once. */
export const OVERSAMPLING_SLICE = 128;

/** Highest frequency that is kept and kept clean, as a share of the sample rate: 20 kHz at 48 kHz, 18.4 kHz at 44.1 kHz. */
export const OVERSAMPLING_PASSBAND = 20 / 48;

/** What `raised` holds of the past. */
export const RAISED_HISTORY = 2;

/** Room behind every buffer for the samples that half-band filters make beyond those asked for. */
const SLACK = 8;

// The steep step from 1× to 2× is within 90 dB of exact up to the pass band's end, the easy ones within 84 and 103 dB.
const STEEP_PAIRS = 17;
const STEEP_BETA = 9.1;
const KERNELS = [
  kaiserSinc(2, 2 * STEEP_PAIRS, STEEP_BETA)[1]!
    .slice(0, STEEP_PAIRS)
    .reverse(),
  wideHalfBand(4, OVERSAMPLING_PASSBAND / 2),
  wideHalfBand(3, OVERSAMPLING_PASSBAND / 4),
] as const;

/** Samples of delay that a shaper at the high rate adds, so that the round trip is a whole number at the low rate. */
export const SHAPER_DELAY = 1;

/** Delay of `raise`, a shaper and `lower` together, in samples of the low rate: a whole number. */
export const OVERSAMPLING_DELAY =
  (KERNELS.reduce((sum, { length }, step) => sum + (4 * length - 3) * (4 >> step), 0) + SHAPER_DELAY) /
  OVERSAMPLING;

/**
 * One channel at eight times its rate and back, with linear phase: `raise`, shape `raised` into `shaped`, `lower`.
 * Three half-band steps, so that only the first has to be steep.
 */
export class OversampledChannel {
  /** The signal at the high rate: RAISED_HISTORY samples of the past, then the slice. */
  readonly raised = new Float64Array(RAISED_HISTORY + OVERSAMPLING * OVERSAMPLING_SLICE + SLACK);
  /** Where a shaper puts its output: `shapedHistory` samples of the past, then the slice. */
  readonly shaped: Float64Array;
  readonly shapedHistory = decimationHistory(KERNELS[2].length);
  private readonly up: readonly Float64Array[];
  private readonly down: readonly Float64Array[];
  private readonly lowered = new Float64Array(OVERSAMPLING_SLICE + SLACK);

  constructor() {
    const buffer = (history: number, factor: number): Float64Array =>
      new Float64Array(history + factor * OVERSAMPLING_SLICE + SLACK);
    this.up = KERNELS.map((kernel, step) => buffer(interpolationHistory(kernel.length), 1 << step));
    this.down = KERNELS.map((kernel, step) => buffer(decimationHistory(kernel.length), 2 << step));
    this.shaped = this.down[2];
  }

  reset(): void {
    this.raised.fill(0);
    for (const buffer of this.up) buffer.fill(0);
    for (const buffer of this.down) buffer.fill(0);
  }

  /** Take in `count` samples of `input` and bring them to the high rate. */
  raise(input: Float64Array, count: number): void {
    const first = this.up[0];
    const history = interpolationHistory(KERNELS[0].length);
    for (let i = 0; i < count; i++) first[history + i] = input[i];
    for (let step = 0; step < KERNELS.length; step++) {
      const source = this.up[step];
      const sourceHistory = interpolationHistory(KERNELS[step].length);
      const samples = count << step;
      const last = step === KERNELS.length - 1;
      const target = last ? this.raised : this.up[step + 1];
      const targetHistory = last ? RAISED_HISTORY : interpolationHistory(KERNELS[step + 1].length);
      interpolate(KERNELS[step], source, sourceHistory, target, targetHistory, samples);
      source.copyWithin(0, samples, samples + sourceHistory);
    }
  }

  /** Bring the slice in `shaped` back to the low rate: `count` samples of `output`. */
  lower(output: Float64Array, count: number): void {
    this.raised.copyWithin(0, OVERSAMPLING * count, OVERSAMPLING * count + RAISED_HISTORY);
    for (let step = KERNELS.length - 1; step >= 0; step--) {
      const source = this.down[step];
      const history = decimationHistory(KERNELS[step].length);
      const samples = count << step;
      const target = step === 0 ? this.lowered : this.down[step - 1];
      const targetHistory = step === 0 ? 0 : decimationHistory(KERNELS[step - 1].length);
      decimate(KERNELS[step], source, history, target, targetHistory, samples);
      source.copyWithin(0, 2 * samples, 2 * samples + history);
    }
    for (let i = 0; i < count; i++) output[i] = this.lowered[i];
  }
}
