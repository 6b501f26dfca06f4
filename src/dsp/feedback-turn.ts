/** Turns of the matrix each second: enough to blur the modes of the smallest room, too slow to be heard as an effect. */
const TURN_HZ = 0.5;

/**
 * The slowly turning angle through which neighbouring lines are mixed.
 *
 * Sixteen lines have about one mode a hertz, fewer than a long decay needs (its modes are 2.2 / RT60 wide), and would
 * ring like metal. Mixed through an angle that turns, the matrix stays orthogonal at every instant, which keeps the
 * decay, while the modes wander (S. J. Schlecht & E. A. P. Habets, "Time-varying feedback matrices in feedback delay
 * networks and their application in artificial reverberation", JASA 138(3), 2015).
 */
export class FeedbackTurn {
  /** √2 · cosine and sine for each sample of a stretch; 1 and 1 at the start, which is the Hadamard matrix. */
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
  private readonly periodFrames: number;
  private readonly stepCosine: number;
  private readonly stepSine: number;
  private cosine = 1;
  private sine = 1;
  private phase = 0;

  constructor(longestStretch: number, sampleRate: number) {
    this.cosines = new Float64Array(longestStretch);
    this.sines = new Float64Array(longestStretch);
    this.periodFrames = Math.round(sampleRate / TURN_HZ);
    this.stepCosine = Math.cos((2 * Math.PI) / this.periodFrames);
    this.stepSine = Math.sin((2 * Math.PI) / this.periodFrames);
  }

  reset(): void {
    this.cosine = 1;
    this.sine = 1;
    this.phase = 0;
  }

  /** Fill `cosines` and `sines` for the next stretch. */
  advance(frames: number): void {
    const { cosines, periodFrames, sines, stepCosine, stepSine } = this;
    let { cosine, phase, sine } = this;
    for (let i = 0; i < frames; i++) {
      cosines[i] = cosine;
      sines[i] = sine;
      const turned = cosine * stepCosine - sine * stepSine;
      sine = cosine * stepSine + sine * stepCosine;
      cosine = turned;
      if (++phase === periodFrames) {
        // Once around: rounding has no chance to add up.
        phase = 0;
        cosine = 1;
        sine = 1;
      }
    }
    this.cosine = cosine;
    this.phase = phase;
    this.sine = sine;
  }
}
