/**
 * A stem is a loop: what rings on past its end sounds again at its beginning. These functions keep that true,
 * so the join needs no crossfade.
 */
import { framesIn } from './sample-rate.ts';

/** Add `sound` into `loop` from `startFrame` (any integer) on, wrapping past either end. */
export function addWrapped(loop: Float32Array, sound: Float32Array, startFrame: number, gain = 1): void {
  const frames = loop.length;
  let at = ((startFrame % frames) + frames) % frames;
  for (const x of sound) {
    loop[at] = loop[at] + x * gain;
    if (++at === frames) at = 0;
  }
}

/** `before` + loop + `after` frames, where the surroundings are the loop itself going round. */
export function unwrapped(loop: Float32Array, before: number, after = 0): Float32Array {
  const frames = loop.length;
  const first = frames - (before % frames);
  return Float32Array.from({ length: before + frames + after }, (_, i) => loop[(first + i) % frames]);
}

/** Run a process that has memory over a loop as if the loop had always been playing. */
export function throughLoop(
  loop: Float32Array,
  process: (samples: Float32Array) => Float32Array,
  warmUpSeconds = 1,
): Float32Array {
  const warmUp = framesIn(warmUpSeconds);
  return process(unwrapped(loop, warmUp)).slice(warmUp);
}

/** Delay a loop by a number of frames, going round. */
export function delayed(loop: Float32Array, delayFrames: number): Float32Array {
  const out = new Float32Array(loop.length);
  addWrapped(out, loop, delayFrames);
  return out;
}

/**
 * Copies of a loop's events in a buffer of `preRollFrames + loopFrames`, whose frame `preRollFrames` is the loop's start.
 * Events early enough to fall before the loop's start appear at its end too, in time order.
 */
export function unrolled<T extends { startFrame: number }>(
  events: readonly T[],
  loopFrames: number,
  preRollFrames: number,
): { event: T; shiftFrames: number }[] {
  const copies = [-1, 0, 1].flatMap((turn) =>
    events.map((event) => ({ event, shiftFrames: preRollFrames + turn * loopFrames })),
  );
  const start = (copy: { event: T; shiftFrames: number }): number => copy.event.startFrame + copy.shiftFrames;
  return copies
    .filter((copy) => start(copy) >= 0 && start(copy) < preRollFrames + loopFrames)
    .sort((a, b) => start(a) - start(b));
}
