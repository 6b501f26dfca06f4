import { SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';
import { createRandom } from '../signal/random.ts';

/** One stroke on a string. */
export interface Pluck {
  startFrame: number;
  frequencyHz: number;
  /** 0–1; a harder stroke is louder and brighter. */
  velocity: number;
  /** Where the string is struck, as a share of its length from the bridge. */
  position: number;
  /** Time to fall by 60 dB. */
  decaySeconds: number;
  /** 0–0.5: how much of each pass the loop's low-pass takes from its neighbour; a palm on the bridge is near 0.4. */
  damping: number;
  /** Scratch of pick or finger, relative to the stroke. */
  scratch: number;
  /** Where the finger lifts or a hand mutes; omitted = rings until the next stroke. */
  releaseFrame?: number;
  /** Seeds this stroke's small differences, so a loop's copies of one stroke are identical. */
  seed: string;
}

/** Bandwidth of the plucking edge: `softHz` at velocity 0, plus `velocityHz` at full velocity. */
export interface PluckEdge {
  softHz: number;
  velocityHz: number;
}

/**
 * The displacement that a stroke adds to the string: one raised-cosine pulse travelling towards the bridge, one of opposite sign
 * that left in the other direction (so harmonics with a node at the plucking point are missing), and a scratch of noise.
 */
export function pluckExcitation(pluck: Pluck, edge: PluckEdge): Float64Array {
  const random = createRandom(pluck.seed);
  const period = Math.max(8, Math.round(SAMPLE_RATE_HZ / pluck.frequencyHz));
  const bandwidthHz = (edge.softHz + edge.velocityHz * pluck.velocity ** 2) * random.between(0.9, 1.1);
  const width = Math.max(4, Math.round((1.1 * SAMPLE_RATE_HZ) / bandwidthHz));
  const separation = Math.round(period * pluck.position * random.between(0.96, 1.04));
  const amplitude = (0.25 + 0.75 * pluck.velocity) * pluck.velocity;

  const excitation = new Float64Array(Math.max(width + separation, period + 96));
  for (let i = 0; i < width; i++) {
    const pulse = amplitude * (0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / width));
    excitation[i] = excitation[i] + pulse;
    excitation[i + separation] = excitation[i + separation] - pulse;
  }
  const smoothing = Math.min(1, bandwidthHz / 8000);
  let noise = 0;
  for (let i = 0; i < period + 96; i++) {
    noise += (random.normal() - noise) * smoothing;
    excitation[i] = excitation[i] + pluck.scratch * amplitude * noise * Math.exp(-i / 120);
  }
  return excitation;
}
