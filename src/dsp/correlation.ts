/** Time constant of the reading. */
const INTEGRATION_SECONDS = 0.3;
/** Below −60 dBFS (mean square of both channels) there is nothing to correlate. */
const SILENCE = 1e-6;

/** Correlation of left and right over the last 300 ms: +1 mono, 0 unrelated, −1 cancels in mono. */
export class CorrelationMeter {
  private readonly sums = new Float64Array(3);
  private sampleRate = 48000;

  prepare(sampleRate: number): void {
    this.sampleRate = sampleRate;
    this.reset();
  }

  reset(): void {
    this.sums.fill(0);
  }

  process(left: Float64Array, right: Float64Array, frames: number): void {
    let leftEnergy = 0;
    let rightEnergy = 0;
    let product = 0;
    for (let i = 0; i < frames; i++) {
      const l = left[i];
      const r = right[i];
      leftEnergy += l * l;
      rightEnergy += r * r;
      product += l * r;
    }
    const keep = Math.exp(-frames / (INTEGRATION_SECONDS * this.sampleRate));
    const take = (1 - keep) / Math.max(1, frames);
    this.sums[0] = this.sums[0] * keep + leftEnergy * take;
    this.sums[1] = this.sums[1] * keep + rightEnergy * take;
    this.sums[2] = this.sums[2] * keep + product * take;
  }

  /** −1 … +1; NaN in silence. */
  get correlation(): number {
    const left = this.sums[0];
    const right = this.sums[1];
    const product = this.sums[2];
    if (!(left + right > SILENCE)) return NaN;
    const scale = Math.sqrt(left * right);
    return scale > 0 ? Math.max(-1, Math.min(1, product / scale)) : 0;
  }
}
