/** Delays of the stages on the left, in ms, of the order that J. Dattorro, "Effect design, part 1", JAES 45(9), 1997, uses. */
const STAGES_MS = [12.73, 9.31, 4.77, 3.59];
/** The right side's are a little longer. */
const RIGHT_RATIO = 1.093;
/** The share that goes around: enough to smear, and over before the shortest decay is. */
const DIFFUSION = 0.6;

/**
 * Four all-passes in series on each side (M. R. Schroeder 1962): they turn one click into a cluster without changing the
 * level of any steady frequency, so that the network behind them is dense from its first echoes on.
 */
export class ReverbDiffuser {
  private readonly stages: AllPassPair[];

  constructor(sampleRate: number) {
    const samples = (delayMs: number): number => Math.round((delayMs / 1000) * sampleRate);
    this.stages = STAGES_MS.map(
      (delayMs) => new AllPassPair(samples(delayMs), samples(delayMs * RIGHT_RATIO)),
    );
  }

  /** In place. */
  process(left: Float64Array, right: Float64Array, frames: number): void {
    for (let i = 0; i < this.stages.length; i++) this.stages[i].process(left, right, frames);
  }

  reset(): void {
    for (const stage of this.stages) stage.reset();
  }
}

class AllPassPair {
  private readonly left: Float64Array;
  private readonly right: Float64Array;
  private placeLeft = 0;
  private placeRight = 0;

  constructor(leftSamples: number, rightSamples: number) {
    this.left = new Float64Array(leftSamples);
    this.right = new Float64Array(rightSamples);
  }

  process(left: Float64Array, right: Float64Array, frames: number): void {
    const memoryLeft = this.left;
    const memoryRight = this.right;
    let { placeLeft, placeRight } = this;
    for (let i = 0; i < frames; i++) {
      const delayedLeft = memoryLeft[placeLeft];
      const delayedRight = memoryRight[placeRight];
      const l = left[i] + DIFFUSION * delayedLeft;
      const r = right[i] + DIFFUSION * delayedRight;
      memoryLeft[placeLeft] = l;
      memoryRight[placeRight] = r;
      left[i] = delayedLeft - DIFFUSION * l;
      right[i] = delayedRight - DIFFUSION * r;
      if (++placeLeft === memoryLeft.length) placeLeft = 0;
      if (++placeRight === memoryRight.length) placeRight = 0;
    }
    this.placeLeft = placeLeft;
    this.placeRight = placeRight;
  }

  reset(): void {
    this.left.fill(0);
    this.right.fill(0);
    this.placeLeft = 0;
    this.placeRight = 0;
  }
}
