/** How many samples after `reference` begins in `capture`, searched around a guess by cross-correlation of 0.2 s. */
export function offsetOf(
  capture: Float32Array,
  reference: Float32Array,
  guess: number,
  at: number,
  reach: number,
): number {
  const length = 9600;
  let best = guess;
  let highest = -Infinity;
  for (let offset = guess - reach; offset <= guess + reach; offset++) {
    let sum = 0;
    for (let i = at; i < at + length; i++) sum += reference[i] * (capture[i + offset] ?? 0);
    if (sum > highest) {
      highest = sum;
      best = offset;
    }
  }
  return best;
}

/** Energy of the difference relative to the reference, in dB, over a stretch of the reference. */
export function residualDb(
  capture: Float32Array,
  reference: Float32Array,
  offset: number,
  from: number,
  to: number,
): number {
  let difference = 0;
  let energy = 0;
  for (let i = from; i < to; i++) {
    const d = (capture[i + offset] ?? 0) - reference[i];
    difference += d * d;
    energy += reference[i] * reference[i];
  }
  return 10 * Math.log10(difference / energy + 1e-20);
}
