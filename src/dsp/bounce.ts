import { Mix, type MixOptions } from './mix.ts';
import { leadInSeconds } from './lead-in.ts';
import type { MixSpec } from './mix-spec.ts';

/** Stems are copied this much at a time unless told; the mix cuts it up. */
const BLOCK_FRAMES = 1024;
/** Samples of one channel: ±1, or 16-bit integers where memory is short. */
export type Samples = Float32Array | Int16Array;

/** A stem's whole loop: one channel or two, all of the same length. */
export type StemAudio = readonly Samples[];

/**
 * One lap of the loop as it sounds once it has been round: envelopes and tails of the end are already in the start.
 * Works in steps, so that a worker can stay answerable. The lap is aligned with the stems (latency removed).
 */
export class LapRenderer {
  readonly left: Float32Array;
  readonly right: Float32Array;
  private readonly stems: readonly StemAudio[];
  readonly mix: Mix;
  private readonly leadInFrames: number;
  /** What the mix is given: a view of the stem, or one of `copies`. */
  private readonly inputs: Float32Array[][];
  private readonly copies: readonly (readonly Float32Array[])[];
  private readonly blockFrames: number;
  private readonly blockLeft: Float32Array;
  private readonly blockRight: Float32Array;
  private frame = 0;

  /** @param stems for each strip of the spec, the loop's samples */
  constructor(
    spec: MixSpec,
    stems: readonly StemAudio[],
    sampleRate: number,
    options: MixOptions = {},
    blockFrames = BLOCK_FRAMES,
  ) {
    this.blockFrames = blockFrames;
    this.blockLeft = new Float32Array(blockFrames);
    this.blockRight = new Float32Array(blockFrames);
    const loopFrames = stems[0]?.[0]?.length ?? 0;
    const stereoStems = stems.map((stem) => stem.length > 1);
    this.stems = stems;
    const fixed: MixOptions = { meters: 'none', fixed: true, ...options };
    this.mix = new Mix(spec, { stereoStems, loopFrames }, sampleRate, fixed);
    this.leadInFrames = Math.min(loopFrames, leadInSeconds(spec) * sampleRate);
    this.mix.seek(loopFrames - this.leadInFrames);
    this.left = new Float32Array(loopFrames);
    this.right = new Float32Array(loopFrames);
    this.copies = stems.map((stem) => stem.map(() => new Float32Array(blockFrames)));
    this.inputs = this.copies.map((stem) => [...stem]);
  }

  /** Share of the work that is done, 0 … 1. */
  get progress(): number {
    return Math.min(1, this.frame / this.totalFrames);
  }

  /** Go on for at least `frames` frames of work, or to the end. */
  advance(frames: number): void {
    const until = Math.min(this.totalFrames, this.frame + frames);
    while (this.frame < until) this.render();
  }

  /** The next block, and no more; returns where in the loop it began as the stems went in, or null at the end. */
  renderBlock(): number | null {
    if (this.frame >= this.totalFrames) return null;
    const began = this.frame - this.leadInFrames;
    this.render();
    return began;
  }

  private get totalFrames(): number {
    return this.leadInFrames + this.mix.latencySamples + this.left.length;
  }

  private render(): void {
    const loopFrames = this.left.length;
    for (let s = 0; s < this.stems.length; s++)
      for (let c = 0; c < this.stems[s].length; c++)
        this.inputs[s][c] = loopedBlock(
          this.stems[s][c],
          loopFrames - this.leadInFrames + this.frame,
          this.copies[s][c],
        );
    this.mix.process(this.inputs, this.blockLeft, this.blockRight, this.blockFrames);
    const first = this.frame - this.leadInFrames - this.mix.latencySamples;
    for (let i = Math.max(0, -first); i < this.blockFrames && first + i < loopFrames; i++) {
      this.left[first + i] = this.blockLeft[i];
      this.right[first + i] = this.blockRight[i];
    }
    this.frame += this.blockFrames;
  }
}

/** The whole lap at once, as [left, right]: see LapRenderer. */
export function bounceLoop(
  spec: MixSpec,
  stems: readonly StemAudio[],
  sampleRate: number,
  options: MixOptions = {},
): [Float32Array, Float32Array] {
  const lap = new LapRenderer(spec, stems, sampleRate, options);
  lap.advance(Infinity);
  return [lap.left, lap.right];
}

const INT16_STEP = 1 / 32768;

/** A block of a loop, which may go over its end: a view of it where it can be one, else written into `into`. */
function loopedBlock(loop: Samples, from: number, into: Float32Array): Float32Array {
  if (loop.length === 0) return into;
  let at = from % loop.length;
  if (loop instanceof Float32Array && at + into.length <= loop.length)
    return loop.subarray(at, at + into.length);
  for (let done = 0; done < into.length; at = 0) {
    const part = loop.subarray(at, at + into.length - done);
    if (part instanceof Int16Array)
      for (let i = 0; i < part.length; i++) into[done + i] = part[i] * INT16_STEP;
    else into.set(part, done);
    done += part.length;
  }
  return into;
}
