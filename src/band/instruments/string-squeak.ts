import { bell, filter, highPass, lowPass } from '../signal/filter.ts';
import type { Random } from '../signal/random.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';

/** Turns of the winding per metre of a wound steel string. */
const WINDINGS_PER_METRE = 2600;

export interface Slide {
  seconds: number;
  /** How far the finger moves along the string. */
  metres: number;
  /** First longitudinal mode of the string, which the ridges excite: 1.1–1.7 kHz. */
  longitudinalHz: number;
}

/**
 * A fingertip sliding along a wound string: one impact a winding, so a pitch that follows the finger's speed, with noise, through the
 * string's longitudinal mode (Pakarinen, Penttinen & Bank 2007, "Analysis of handling noises on wound strings"). Peak about 1.
 */
export function stringSqueak({ seconds, metres, longitudinalHz }: Slide, random: Random): Float32Array {
  const frames = framesIn(seconds);
  const slid = new Float32Array(frames);
  let windings = random.uniform();
  let roughness = 0;
  for (let i = 0; i < frames; i++) {
    const part = i / frames;
    // Speed of a movement that starts and ends at rest.
    const shape = Math.sin(Math.PI * part) ** 2;
    const speed = ((2 * metres) / seconds) * shape;
    windings += (speed * WINDINGS_PER_METRE * (1 + 0.04 * roughness)) / SAMPLE_RATE_HZ;
    roughness += (random.normal() * 12 - roughness) * 0.004;
    const impacts = 2 * (windings % 1) - 1;
    slid[i] = Math.sqrt(shape) * (0.5 * impacts + 0.1 * random.normal());
  }
  const squeak = filter(
    slid,
    highPass(800),
    bell(longitudinalHz, 4, 12),
    bell(2 * longitudinalHz, 5, 9),
    lowPass(5500),
  );
  const peak = squeak.reduce((highest, x) => Math.max(highest, Math.abs(x)), 1e-9);
  return squeak.map((x, i) => (x / peak) * Math.min(1, i / 200, (frames - i) / 200));
}
