import { Ramp } from './ramp.ts';

/** 1 / Q of a Butterworth filter. */
const DAMPING = Math.SQRT2;

/**
 * Second-order Butterworth high-pass on a stereo pair whose corner can move: the trapezoidal state-variable filter of
 * V. Zavalishin, "The Art of VA Filter Design" (2012), ch. 4.
 */
export class ReverbLowCut {
  private readonly sampleRate: number;
  private readonly slope = new Ramp();
  private l1 = 0;
  private l2 = 0;
  private r1 = 0;
  private r2 = 0;

  constructor(sampleRate: number) {
    this.sampleRate = sampleRate;
    this.slope.prepare(sampleRate);
  }

  to(frequencyHz: number): void {
    this.slope.to(Math.tan((Math.PI * frequencyHz) / this.sampleRate));
  }

  settle(): void {
    this.slope.settle();
  }

  reset(): void {
    this.clear();
    this.settle();
  }

  clear(): void {
    this.l1 = 0;
    this.l2 = 0;
    this.r1 = 0;
    this.r2 = 0;
  }

  /** In place. */
  process(left: Float64Array, right: Float64Array, frames: number): void {
    const { slope } = this;
    let { l1, l2, r1, r2 } = this;
    let g = slope.value;
    let scale = 1 / (1 + g * (DAMPING + g));
    for (let i = 0; i < frames; i++) {
      if (slope.moving) {
        g = slope.next();
        scale = 1 / (1 + g * (DAMPING + g));
      }
      const hl = (left[i] - (DAMPING + g) * l1 - l2) * scale;
      const hr = (right[i] - (DAMPING + g) * r1 - r2) * scale;
      const bl = l1 + g * hl;
      const br = r1 + g * hr;
      l2 += 2 * g * bl;
      r2 += 2 * g * br;
      l1 = bl + g * hl;
      r1 = br + g * hr;
      left[i] = hl;
      right[i] = hr;
    }
    this.l1 = l1;
    this.l2 = l2;
    this.r1 = r1;
    this.r2 = r2;
  }
}
