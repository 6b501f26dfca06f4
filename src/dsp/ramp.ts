/** Length of every click-free movement: fades of 20–30 ms leave ≤ −119 dB above 2 kHz (raised cosine). */
export const RAMP_MS = 25;

/**
 * A number that moves along a raised cosine, one step a sample: gains, crossfade weights, thresholds.
 *
 * A new target while moving starts a new raised cosine from where the number is, so frantic switching stays smooth.
 */
export class Ramp {
  /** Where the ramp is now. */
  value: number;
  private from: number;
  private target: number;
  private position = 0;
  private length = 1;

  constructor(value = 0) {
    this.value = value;
    this.from = value;
    this.target = value;
  }

  prepare(sampleRate: number): void {
    this.length = Math.max(1, Math.round((RAMP_MS / 1000) * sampleRate));
    this.settle();
  }

  /** Be at `value` at once. */
  jump(value: number): void {
    this.value = value;
    this.from = value;
    this.target = value;
    this.position = this.length;
  }

  /** Start moving to `target`. */
  to(target: number): void {
    if (target === this.target) return;
    this.from = this.value;
    this.target = target;
    this.position = 0;
  }

  /** Arrive at the target at once. */
  settle(): void {
    this.jump(this.target);
  }

  get moving(): boolean {
    return this.position < this.length;
  }

  /** Advance one sample and return the new value. */
  next(): number {
    if (this.position < this.length) {
      this.position++;
      const weight = 0.5 - 0.5 * Math.cos((Math.PI * this.position) / this.length);
      this.value =
        this.position === this.length ? this.target : this.from + (this.target - this.from) * weight;
    }
    return this.value;
  }
}
