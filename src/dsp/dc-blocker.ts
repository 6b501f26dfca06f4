/** First-order high-pass below the audible: −3 dB at 4 Hz, −0.2 dB at 20 Hz. */
const CORNER_HZ = 4;
const TINY = 1e-30;

/** Takes the DC out of a stereo pair that an asymmetric curve puts in. */
export class DcBlocker {
  private pole = 0;
  private lastLeft = 0;
  private lastRight = 0;
  private outLeft = 0;
  private outRight = 0;

  prepare(sampleRate: number): void {
    // Bilinear transform of s / (s + ω).
    const t = Math.tan((Math.PI * CORNER_HZ) / sampleRate);
    this.pole = (1 - t) / (1 + t);
    this.reset();
  }

  reset(): void {
    this.lastLeft = 0;
    this.lastRight = 0;
    this.outLeft = 0;
    this.outRight = 0;
  }

  process(left: Float64Array, right: Float64Array, frames: number): void {
    const { pole } = this;
    const gain = (1 + pole) / 2;
    let { lastLeft, lastRight, outLeft, outRight } = this;
    for (let i = 0; i < frames; i++) {
      const l = left[i];
      const r = right[i];
      outLeft = gain * (l - lastLeft) + pole * outLeft;
      outRight = gain * (r - lastRight) + pole * outRight;
      lastLeft = l;
      lastRight = r;
      left[i] = outLeft;
      right[i] = outRight;
    }
    this.lastLeft = lastLeft;
    this.lastRight = lastRight;
    // Denormals are slow on some processors.
    this.outLeft = Math.abs(outLeft) < TINY ? 0 : outLeft;
    this.outRight = Math.abs(outRight) < TINY ? 0 : outRight;
  }
}
