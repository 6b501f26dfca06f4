import type { Device } from './device.ts';
import { clampValues, type Values } from './parameter.ts';
import { Ramp } from './ramp.ts';
import { sanitise } from './sanitise.ts';
import { WidthMonoBass } from './width-mono-bass.ts';

/** 0 % is mono, 100 % as it comes; the bass is left alone while “mono below” is at its minimum. */
export const WIDTH_PARAMETERS = {
  widthPercent: {
    label: 'Width',
    unit: '%',
    min: 0,
    max: 200,
    default: 100,
    taper: 'linear',
    decimals: 0,
  },
  monoBelowHz: { label: 'Mono below', unit: 'Hz', min: 20, max: 500, default: 20, taper: 'log', decimals: 0 },
} as const;

export type WidthSettings = Values<typeof WIDTH_PARAMETERS>;

/**
 * Stereo width by middle and side: M = (L + R) / 2, S = (L − R) / 2, out = M ± width · S (A. D. Blumlein, British patent
 * 394 325, 1931).
 *
 * The side is not made up for: the sum of both sides, what a mono listener hears, is the same at every width, while the
 * level in stereo rises with the side. Nothing is delayed, so nothing is lost in mono. 100 % with the bass left alone is bit-exact.
 */
export class Width implements Device<Partial<WidthSettings>> {
  readonly latencySamples = 0;
  private readonly width = new Ramp(1);
  /** 1 = bass in mono. */
  private readonly amount = new Ramp(0);
  private monoBass = new WidthMonoBass(48000);
  private fresh = true;

  prepare(sampleRate: number): void {
    this.width.prepare(sampleRate);
    this.amount.prepare(sampleRate);
    this.monoBass = new WidthMonoBass(sampleRate);
    this.monoBass.to(WIDTH_PARAMETERS.monoBelowHz.min);
    this.reset();
  }

  set(settings: Partial<WidthSettings>): void {
    const { monoBelowHz, widthPercent } = clampValues(WIDTH_PARAMETERS, settings);
    const on = monoBelowHz > WIDTH_PARAMETERS.monoBelowHz.min;
    this.width.to(widthPercent / 100);
    this.amount.to(on ? 1 : 0);
    // Off, the corner stays where it is while the bass returns to its place.
    if (on) this.monoBass.to(monoBelowHz);
    if (this.fresh) this.settle();
  }

  reset(): void {
    this.monoBass.reset();
    this.settle();
    this.fresh = true;
  }

  process(left: Float64Array, right: Float64Array, frames: number): void {
    this.fresh = false;
    sanitise(left, right, frames);
    const { monoBass } = this;
    for (let i = 0; i < frames; i++) {
      const width = this.width.next();
      const amount = this.amount.next();
      const mid = 0.5 * (left[i] + right[i]);
      const side = 0.5 * (left[i] - right[i]);
      monoBass.filter(mid, side);
      // Middle and side do not add up to the very same bits again.
      if (width === 1 && amount === 0) continue;
      const m = mid + amount * (monoBass.mid - mid);
      const s = width * (side + amount * (monoBass.side - side));
      left[i] = m + s;
      right[i] = m - s;
    }
    monoBass.flush();
  }

  private settle(): void {
    this.width.settle();
    this.amount.settle();
    this.monoBass.settle();
  }
}
