import { absorptionPower, designAbsorption } from './feedback-absorption.ts';
import { LINES, type FeedbackLines } from './feedback-lines.ts';

/** Octaves over which the level of the tail is kept: programme has about equal energy in each. */
const OCTAVES_HZ = [125, 250, 500, 1000, 2000, 4000, 8000];

/** Everything that makes a feedback delay network sound as it does. */
export class FeedbackSettings {
  readonly delaySamples = new Int32Array(LINES);
  /** With the lines' signs and the 1/4 that makes the matrix of ones orthogonal. */
  readonly gains = new Float64Array(LINES);
  readonly poles = new Float64Array(LINES);
  /** From a row of the matrix to an output. */
  outputGain = 0;

  /**
   * Losses for a decay, and the output gain that gives noise on both inputs its own level again, whatever the decay.
   *
   * The lines' mean power p obeys p = in + kept · p, since the matrix keeps power and the lines keep a share of it
   * (Schlecht & Habets, "Feedback delay networks: echo density and mixing time", 2017, take the same mean); an output
   * hears kept · p.
   */
  design(lines: FeedbackLines, decaySeconds: number, dampingHz: number, sampleRate: number): void {
    const kept = OCTAVES_HZ.map(() => 0);
    for (let i = 0; i < LINES; i++) {
      const delay = lines.delaySamples[i];
      const absorption = designAbsorption(delay, decaySeconds, dampingHz, sampleRate);
      this.delaySamples[i] = delay;
      this.gains[i] = (lines.signs[i] * absorption.gain) / Math.sqrt(LINES);
      this.poles[i] = absorption.pole;
      OCTAVES_HZ.forEach((octave, o) => {
        kept[o] += absorptionPower(absorption, octave, sampleRate) / LINES;
      });
    }
    const power = kept.reduce((sum, share) => sum + share / (1 - share), 0) / OCTAVES_HZ.length;
    this.outputGain = 1 / Math.sqrt(power);
  }

  copy(from: FeedbackSettings): void {
    this.delaySamples.set(from.delaySamples);
    this.gains.set(from.gains);
    this.poles.set(from.poles);
    this.outputGain = from.outputGain;
  }
}
