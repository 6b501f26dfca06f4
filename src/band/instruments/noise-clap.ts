import { bell, filter, highPass, highShelf, lowPass } from '../signal/filter.ts';
import { createRandom } from '../signal/random.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';

/** Several hands never meet at once: three short bursts, then the room. */
const BURSTS_SECONDS = [0, 0.0105, 0.0215];
const BURST_FALL_SECONDS = 0.004;
const TAIL_START_SECONDS = 0.031;
const TAIL_FALL_SECONDS = 0.065;
const LENGTH_SECONDS = 0.6;

/** A hand clap out of filtered noise; the same one every time for the same seed. */
export function noiseClap(seed: string): Float32Array {
  const random = createRandom(seed);
  const frames = framesIn(LENGTH_SECONDS);
  const noise = Float32Array.from({ length: frames }, (_, i) => {
    const seconds = i / SAMPLE_RATE_HZ;
    const fall = (start: number, time: number): number =>
      seconds < start ? 0 : Math.exp(-(seconds - start) / time);
    const bursts = BURSTS_SECONDS.reduce((sum, start) => sum + fall(start, BURST_FALL_SECONDS), 0);
    const tail = 0.7 * fall(TAIL_START_SECONDS, TAIL_FALL_SECONDS);
    return random.normal() * (bursts + tail) * Math.min(1, (frames - i) / framesIn(0.05));
  });
  return filter(
    noise,
    highPass(550),
    highPass(700, 0.9),
    bell(1150, 1.1, 9),
    highShelf(6000, -4),
    lowPass(12_000, 0.6),
  );
}
