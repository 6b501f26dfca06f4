import { Ramp } from './ramp.ts';

/** Longest stretch that the split works on at once. */
export const SPLIT_FRAMES = 128;

const TINY = 1e-30;
/** Damping of a Butterworth filter, 1 / Q. */
const DAMPING = Math.SQRT2;

/**
 * Divides sound at a frequency and turns down what is above, with the sum of the bands coherent at every gain.
 *
 * One state-variable filter gives low-pass, band-pass and high-pass, which add up to its input exactly
 * (A. Simper, "Solving the continuous SVF equations using trapezoidal integration", 2013; V. Zavalishin, "The Art of VA
 * Filter Design", 2012). Turning the high band by g and the band between by √g leaves a second-order shelf,
 * |H|² = (1 + g²ω⁴) / (1 + ω⁴) with ω relative to the corner: it falls steadily, with no bump at the corner and no
 * notch, and at g = 1 nothing is taken away.
 */
export class DeEsserSplit {
  /** Square of the high band and of the whole, both channels together, after `analyse`. */
  readonly sibilance = new Float64Array(SPLIT_FRAMES);
  readonly whole = new Float64Array(SPLIT_FRAMES);
  private sampleRate = 48000;
  /** Natural logarithm of the corner in Hz. */
  private readonly corner = new Ramp();
  /** 0 = split, 1 = wideband. */
  private readonly width = new Ramp();
  private readonly bandLeft = new Float64Array(SPLIT_FRAMES);
  private readonly bandRight = new Float64Array(SPLIT_FRAMES);
  private readonly highLeft = new Float64Array(SPLIT_FRAMES);
  private readonly highRight = new Float64Array(SPLIT_FRAMES);
  /** Two integrators a channel. */
  private readonly memory = new Float64Array(4);

  /** True while nothing but the whole sound is turned. */
  get wideband(): boolean {
    return !this.width.moving && this.width.value === 1;
  }

  prepare(sampleRate: number): void {
    this.sampleRate = sampleRate;
    this.corner.prepare(sampleRate);
    this.width.prepare(sampleRate);
    this.reset();
  }

  set(frequencyHz: number, wideband: boolean): void {
    this.corner.to(Math.log(frequencyHz));
    this.width.to(wideband ? 1 : 0);
  }

  /** Finish all movement at once. */
  settle(): void {
    this.corner.settle();
    this.width.settle();
  }

  /** Forget all signal history. */
  reset(): void {
    this.memory.fill(0);
  }

  /** Find the bands of at most SPLIT_FRAMES frames from `start`. */
  analyse(left: Float64Array, right: Float64Array, start: number, frames: number): void {
    let done = 0;
    while (done < frames && this.corner.moving) {
      this.corner.next();
      this.filter(left, right, start, done, done + 1);
      done++;
    }
    if (done < frames) this.filter(left, right, start, done, frames);
  }

  /** Turn the high bands of the frames last analysed by their gains; one channel may stand for both. */
  turnDown(
    left: Float64Array,
    right: Float64Array,
    start: number,
    frames: number,
    gains: Float64Array,
  ): void {
    const { width, bandLeft, bandRight, highLeft, highRight } = this;
    for (let i = 0; i < frames; i++) {
      const wide = width.next();
      const gain = gains[i];
      const l = left[start + i];
      const r = right[start + i];
      if (gain === 1) continue;
      const narrow = 1 - wide;
      const less = 1 - gain;
      const lessBand = narrow * (1 - Math.sqrt(gain));
      const lessHigh = narrow * less;
      left[start + i] = l - lessBand * bandLeft[i] - lessHigh * highLeft[i] - wide * less * l;
      right[start + i] = r - lessBand * bandRight[i] - lessHigh * highRight[i] - wide * less * r;
    }
  }

  /** Leave the frames last analysed as they are. */
  passOn(frames: number): void {
    for (let i = 0; i < frames && this.width.moving; i++) this.width.next();
  }

  private filter(left: Float64Array, right: Float64Array, start: number, from: number, to: number): void {
    const { memory, sibilance, whole, bandLeft, bandRight, highLeft, highRight } = this;
    const hertz = Math.min(Math.exp(this.corner.value), 0.45 * this.sampleRate);
    const g = Math.tan((Math.PI * hertz) / this.sampleRate);
    const a1 = 1 / (1 + g * (g + DAMPING));
    const a2 = g * a1;
    const a3 = g * a2;
    let l1 = memory[0];
    let l2 = memory[1];
    let r1 = memory[2];
    let r2 = memory[3];
    for (let i = from; i < to; i++) {
      const l = left[start + i];
      const r = right[start + i];
      const lv3 = l - l2;
      const rv3 = r - r2;
      const lv1 = a1 * l1 + a2 * lv3;
      const rv1 = a1 * r1 + a2 * rv3;
      const lv2 = l2 + a2 * l1 + a3 * lv3;
      const rv2 = r2 + a2 * r1 + a3 * rv3;
      l1 = 2 * lv1 - l1;
      r1 = 2 * rv1 - r1;
      l2 = 2 * lv2 - l2;
      r2 = 2 * rv2 - r2;
      const bandL = DAMPING * lv1;
      const bandR = DAMPING * rv1;
      const highL = l - bandL - lv2;
      const highR = r - bandR - rv2;
      bandLeft[i] = bandL;
      bandRight[i] = bandR;
      highLeft[i] = highL;
      highRight[i] = highR;
      sibilance[i] = highL * highL + highR * highR;
      whole[i] = l * l + r * r;
    }
    memory[0] = flush(l1);
    memory[1] = flush(l2);
    memory[2] = flush(r1);
    memory[3] = flush(r2);
  }
}

/** Decaying memory becomes exact silence instead of denormals. */
function flush(value: number): number {
  return value < TINY && value > -TINY ? 0 : value;
}
