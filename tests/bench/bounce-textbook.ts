/*
 * node bounce-textbook.ts: the work of bounce-ours.ts as a textbook writes it, to tell a fast machine from fast code.
 * The same number of filters and compressors; no limiter, switches, movements, delays, meters or safety ceiling.
 */
import { LEAD_IN_SECONDS, printSpeed, SAMPLE_RATE, stereoStems } from './bounce-job.ts';

const BLOCK = 1024;

/** A bell in transposed direct form II (R. Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter coefficients"). */
class Bell {
  private readonly b: readonly [number, number, number];
  private readonly a: readonly [number, number];
  private s1 = 0;
  private s2 = 0;

  constructor(hz: number, q: number, gainDb: number) {
    const amplitude = Math.pow(10, gainDb / 40);
    const omega = (2 * Math.PI * hz) / SAMPLE_RATE;
    const alpha = Math.sin(omega) / (2 * q);
    const a0 = 1 + alpha / amplitude;
    const cosine = (-2 * Math.cos(omega)) / a0;
    this.b = [(1 + alpha * amplitude) / a0, cosine, (1 - alpha * amplitude) / a0];
    this.a = [cosine, (1 - alpha / amplitude) / a0];
  }

  process(samples: Float64Array): void {
    const [b0, b1, b2] = this.b;
    const [a1, a2] = this.a;
    let { s1, s2 } = this;
    for (let i = 0; i < samples.length; i++) {
      const x = samples[i];
      const y = b0 * x + s1;
      s1 = b1 * x - a1 * y + s2;
      s2 = b2 * x - a2 * y;
      samples[i] = y;
    }
    this.s1 = s1;
    this.s2 = s2;
  }
}

/** Feed-forward with a soft knee and smooth decoupled ballistics (Giannoulis, Massberg & Reiss 2012, eqs. 4 and 17). */
class Compressor {
  private readonly attack = Math.exp(-1000 / (10 * SAMPLE_RATE));
  private readonly release = Math.exp(-1000 / (120 * SAMPLE_RATE));
  private released = 0;
  private applied = 0;

  process(left: Float64Array, right: Float64Array): void {
    const { attack, release } = this;
    let { released, applied } = this;
    for (let i = 0; i < left.length; i++) {
      const level = Math.max(Math.abs(left[i]), Math.abs(right[i]), 1e-9);
      const over = 20 * Math.log10(level) + 24;
      const asked = over >= 3 ? (2 / 3) * over : over > -3 ? ((2 / 3) * (over + 3) ** 2) / 12 : 0;
      released = Math.max(asked, release * released + (1 - release) * asked);
      applied = attack * applied + (1 - attack) * released;
      const gain = Math.pow(10, -applied / 20);
      left[i] *= gain;
      right[i] *= gain;
    }
    this.released = released;
    this.applied = applied;
  }
}

class Strip {
  private readonly left = bells();
  private readonly right = bells();
  private readonly compressor = new Compressor();

  process(left: Float64Array, right: Float64Array): void {
    for (const bell of this.left) bell.process(left);
    for (const bell of this.right) bell.process(right);
    this.compressor.process(left, right);
  }
}

function bells(): Bell[] {
  return [80, 120, 300, 3000, 9000].map((hz, i) => new Bell(hz, 0.7, i % 2 ? 2 : -3));
}

const stems = await stereoStems();
const loopFrames = stems[0]![0]!.length;
printSpeed(loopFrames, () => {
  const strips = stems.map(() => new Strip());
  const master = new Strip();
  const left = new Float64Array(BLOCK);
  const right = new Float64Array(BLOCK);
  const sumLeft = new Float64Array(BLOCK);
  const sumRight = new Float64Array(BLOCK);
  const out = new Float32Array(loopFrames + BLOCK);
  for (let start = -LEAD_IN_SECONDS * SAMPLE_RATE; start < loopFrames; start += BLOCK) {
    sumLeft.fill(0);
    sumRight.fill(0);
    for (const [s, stem] of stems.entries()) {
      for (let i = 0; i < BLOCK; i++) {
        const at = (start + i + loopFrames) % loopFrames;
        left[i] = stem[0]![at]!;
        right[i] = stem[1]![at]!;
      }
      strips[s]!.process(left, right);
      for (let i = 0; i < BLOCK; i++) {
        sumLeft[i] += left[i]!;
        sumRight[i] += right[i]!;
      }
    }
    master.process(sumLeft, sumRight);
    if (start >= 0) out.set(sumLeft, start);
  }
  return out;
});
