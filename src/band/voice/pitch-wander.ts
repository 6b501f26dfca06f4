import type { Random } from '../signal/random.ts';

/** Steps of a pitch contour. */
export const STEP_SECONDS = 0.001;
export const stepsIn = (seconds: number): number => Math.ceil(seconds / STEP_SECONDS) + 1;

/** A voice kept in tune by ear answers late, and so swings about the note at some 3 Hz, without keeping time. */
const WAVER_HZ = 2.9;
const WAVER_BANDWIDTH_HZ = 1.6;
const WAVER_CENTS = 14;

/**
 * No voice holds still: a slow wander, a waver and a fast flutter, in cents for every step.
 * @param wander 1 = as in any voice, 0 = held by a pitch corrector
 */
export function pitchWander(durationSeconds: number, wander: number, random: Random): Float64Array {
  let slow = 0;
  let fast = 0;
  let [waver, quadrature] = [0, 0];
  const keep = Math.exp(-Math.PI * WAVER_BANDWIDTH_HZ * STEP_SECONDS);
  const push = WAVER_CENTS * Math.sqrt(1 - keep ** 2);
  const [cos, sin] = [Math.cos, Math.sin].map((of) => keep * of(2 * Math.PI * WAVER_HZ * STEP_SECONDS));
  return Float64Array.from({ length: stepsIn(durationSeconds) }, () => {
    slow += (random.normal() * 85 - slow) * 0.012;
    fast += (random.normal() * 75 - fast) * 0.08;
    [waver, quadrature] = [
      cos * waver - sin * quadrature + push * random.normal(),
      sin * waver + cos * quadrature + push * random.normal(),
    ];
    return wander * (slow + waver + fast);
  });
}
