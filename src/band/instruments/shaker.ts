import { bell, filter, highPass, lowPass } from '../signal/filter.ts';
import type { Random } from '../signal/random.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';

const BEADS_PER_SECOND = 40_000;
const STROKE_SECONDS = 0.34;
const TINIEST_BEAD = 1e-4;

/**
 * One throw of a shaker: beads collide with the shell at random moments, more and harder while it moves (Cook 1997, "Physically informed
 * sonic modeling"), and every collision rings in the shell.
 * @param swingSeconds how long the beads take from one wall to the other
 */
export function shakerStroke(velocity: number, swingSeconds: number, random: Random): Float32Array {
  const frames = framesIn(STROKE_SECONDS);
  const collisions = new Float32Array(frames);
  for (let i = 0; i < frames; i++) {
    const seconds = i / SAMPLE_RATE_HZ;
    const slide = 0.5 * Math.min(1, seconds / swingSeconds) ** 1.5;
    const energy = seconds < swingSeconds ? slide : Math.exp(-(seconds - swingSeconds) / 0.034);
    if (energy > TINIEST_BEAD && random.uniform() < (BEADS_PER_SECOND * (0.3 + energy)) / SAMPLE_RATE_HZ) {
      // Many beads, so that no single one stands out.
      collisions[i] = energy * (random.uniform() < 0.5 ? -1 : 1) * random.between(0.5, 1);
    }
  }
  const shell = filter(
    collisions,
    highPass(2600),
    bell(random.between(5400, 6200), 1.8, 7),
    bell(random.between(8800, 9800), 2.5, 5),
    lowPass(10_000 + 8000 * velocity),
  );
  const gain = velocity ** 1.2;
  return shell.map((x) => x * gain);
}
