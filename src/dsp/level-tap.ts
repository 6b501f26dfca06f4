/**
 * Peak levels on the way into something and out of it, for pictures: what an analysis reads every few milliseconds.
 * Lags say how far each side is behind the stems, in samples.
 */
export class LevelTap {
  readonly inputLagSamples: number;
  readonly outputLagSamples: number;
  /** Largest magnitude since the last reading: in, out. */
  private readonly peaks = new Float64Array(2);

  constructor(inputLagSamples: number, outputLagSamples: number) {
    this.inputLagSamples = inputLagSamples;
    this.outputLagSamples = outputLagSamples;
  }

  hearInput(left: Float64Array, right: Float64Array, frames: number): void {
    this.peaks[0] = Math.max(this.peaks[0], loudestOf(left, right, frames));
  }

  hearOutput(left: Float64Array, right: Float64Array, frames: number): void {
    this.peaks[1] = Math.max(this.peaks[1], loudestOf(left, right, frames));
  }

  /** Largest input magnitude since the last call. */
  takeInput(): number {
    const peak = this.peaks[0];
    this.peaks[0] = 0;
    return peak;
  }

  /** Largest output magnitude since the last call. */
  takeOutput(): number {
    const peak = this.peaks[1];
    this.peaks[1] = 0;
    return peak;
  }
}

function loudestOf(left: Float64Array, right: Float64Array, frames: number): number {
  let loudest = 0;
  for (let i = 0; i < frames; i++) {
    const l = Math.abs(left[i]);
    const r = Math.abs(right[i]);
    if (l > loudest) loudest = l;
    if (r > loudest) loudest = r;
  }
  return loudest;
}
