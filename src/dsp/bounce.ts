import { Mix } from './mix.ts';
import type { MixSpec } from './mix-spec.ts';

const BLOCK_FRAMES = 128;
/** Lead-in taken from the loop's end: long enough for every filter, envelope and limiter to settle below hearing. */
const LEAD_IN_SECONDS = 4;

/** A stem's whole loop: one channel or two, all of the same length. */
export type StemAudio = readonly Float32Array[];

/**
 * One lap of the loop as it sounds once it has been round: envelopes and tails of the end are already in the start.
 *
 * @param stems for each strip of the spec, the loop's samples
 * @returns left and right, as long as the loop, aligned with the stems (latency removed)
 */
export function bounceLoop(
  spec: MixSpec,
  stems: readonly StemAudio[],
  sampleRate: number,
): [Float32Array, Float32Array] {
  const loopFrames = stems[0]?.[0]?.length ?? 0;
  const mix = new Mix(
    spec,
    stems.map((stem) => stem.length > 1),
    sampleRate,
  );
  const leadIn = Math.min(loopFrames, LEAD_IN_SECONDS * sampleRate);
  const skipped = leadIn + mix.latencySamples;
  const left = new Float32Array(loopFrames);
  const right = new Float32Array(loopFrames);
  const blockLeft = new Float32Array(BLOCK_FRAMES);
  const blockRight = new Float32Array(BLOCK_FRAMES);
  const input = stems.map((stem) => stem.map(() => new Float32Array(BLOCK_FRAMES)));
  for (let done = 0; done < skipped + loopFrames; done += BLOCK_FRAMES) {
    for (let s = 0; s < stems.length; s++)
      for (let c = 0; c < stems[s].length; c++)
        copyLooped(stems[s][c], loopFrames - leadIn + done, input[s][c]);
    mix.process(input, blockLeft, blockRight, BLOCK_FRAMES);
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const at = done + i - skipped;
      if (at >= 0 && at < loopFrames) {
        left[at] = blockLeft[i];
        right[at] = blockRight[i];
      }
    }
  }
  return [left, right];
}

function copyLooped(loop: Float32Array, from: number, into: Float32Array): void {
  let at = from % loop.length;
  for (let i = 0; i < into.length; i++) {
    into[i] = loop[at];
    if (++at === loop.length) at = 0;
  }
}
