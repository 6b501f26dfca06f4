import { dbToGain } from './decibels.ts';
import { DelayLine } from './delay-line.ts';
import type { Device } from './device.ts';
import { MovingHighPass } from './exciter-high-pass.ts';
import { OVERSAMPLING_DELAY, OVERSAMPLING_SLICE } from './oversampling.ts';
import { OversampledShaper } from './oversampled-shaper.ts';
import { clampValues, defaultsOf, type ParameterTable, type Values } from './parameter.ts';
import { Ramp } from './ramp.ts';
import { sanitise } from './sanitise.ts';
import { softSlope, type Curve } from './saturation-curves.ts';

export const EXCITER_PARAMETERS = {
  frequencyHz: {
    label: 'Frequency',
    unit: 'Hz',
    min: 1000,
    max: 10000,
    default: 3000,
    taper: 'log',
    decimals: 0,
  },
  driveDb: { label: 'Drive', unit: 'dB', min: 0, max: 36, default: 18, taper: 'linear', decimals: 1 },
  evenPercent: {
    label: 'Even harmonics',
    unit: '%',
    min: 0,
    max: 100,
    default: 50,
    taper: 'linear',
    decimals: 0,
  },
  amountPercent: { label: 'Amount', unit: '%', min: 0, max: 100, default: 40, taper: 'linear', decimals: 0 },
} as const satisfies ParameterTable;

export type ExciterSettings = Values<typeof EXCITER_PARAMETERS>;

/** The bias at which the third derivative of x / √(1 + x²), and with it the third harmonic of a soft sound, is 0. */
const EVEN_BIAS = 0.5;

/**
 * What the bend x / √(1 + x²) takes away from a straight line, turned to add: x − (f(gx + b) − f(b)) / (g f′(b)).
 * It makes harmonics, and of the fundamental only a lift in phase that grows with level, never more than the band itself.
 */
export function exciterCurve({ driveDb, evenPercent }: ExciterSettings): Curve {
  const gain = dbToGain(driveDb);
  const bias = (EVEN_BIAS * evenPercent) / 100;
  const slope = softSlope(bias);
  return { hard: false, gain, bias, linear: slope, scale: -1 / (gain * slope) };
}

/**
 * Exciter: the band above a corner is driven into a soft curve at eight times the sample rate, and what that adds is
 * mixed under the untouched signal. The corner is applied once more behind the curve, so that neither DC nor difference
 * tones come back below it. The scheme is the Aural Exciter's side chain (C. Knoppel, US patent 4 150 253, 1979).
 */
export class Exciter implements Device<Partial<ExciterSettings>> {
  readonly latencySamples = OVERSAMPLING_DELAY;
  private settings: ExciterSettings = defaultsOf(EXCITER_PARAMETERS);
  private readonly before = new MovingHighPass();
  private readonly after = new MovingHighPass();
  private readonly shaper = new OversampledShaper(exciterCurve(this.settings));
  private readonly delay = new DelayLine(OVERSAMPLING_DELAY);
  private readonly amount = new Ramp(0);
  private readonly dryLeft = new Float64Array(OVERSAMPLING_SLICE);
  private readonly dryRight = new Float64Array(OVERSAMPLING_SLICE);
  private readonly addedLeft = new Float64Array(OVERSAMPLING_SLICE);
  private readonly addedRight = new Float64Array(OVERSAMPLING_SLICE);
  private fresh = true;

  prepare(sampleRate: number): void {
    this.before.prepare(sampleRate);
    this.after.prepare(sampleRate);
    this.shaper.prepare(sampleRate);
    this.amount.prepare(sampleRate);
    this.reset();
  }

  set(settings: Partial<ExciterSettings>): void {
    this.settings = clampValues(EXCITER_PARAMETERS, settings);
    const { frequencyHz, amountPercent } = this.settings;
    const curve = exciterCurve(this.settings);
    if (this.fresh) {
      this.before.jump(frequencyHz);
      this.after.jump(frequencyHz);
      this.shaper.jump(curve);
      this.amount.jump(amountPercent / 100);
    } else {
      this.before.move(frequencyHz);
      this.after.move(frequencyHz);
      this.shaper.move(curve);
      this.amount.to(amountPercent / 100);
    }
  }

  reset(): void {
    this.before.reset();
    this.after.reset();
    this.shaper.reset();
    this.delay.reset();
    this.fresh = true;
    this.set(this.settings);
  }

  process(left: Float64Array, right: Float64Array, frames: number): void {
    this.fresh = false;
    sanitise(left, right, frames);
    const { dryLeft, dryRight, addedLeft, addedRight, amount } = this;
    for (let from = 0; from < frames; from += OVERSAMPLING_SLICE) {
      const count = Math.min(OVERSAMPLING_SLICE, frames - from);
      for (let i = 0; i < count; i++) {
        dryLeft[i] = addedLeft[i] = left[from + i];
        dryRight[i] = addedRight[i] = right[from + i];
      }
      this.before.process(addedLeft, addedRight, count);
      this.shaper.process(addedLeft, addedRight, count);
      this.after.process(addedLeft, addedRight, count);
      this.delay.process(dryLeft, dryRight, count);
      for (let i = 0; i < count; i++) {
        const share = amount.next();
        left[from + i] = dryLeft[i] + share * addedLeft[i];
        right[from + i] = dryRight[i] + share * addedRight[i];
      }
    }
  }
}
