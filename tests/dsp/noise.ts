/** White noise, uniform in ±peak, the same for the same seed (a linear congruential generator). */
export function noise(frames: number, seed: number, peak = 1): Float64Array {
  let state = seed >>> 0;
  return Float64Array.from({ length: frames }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return peak * (state / 2147483648 - 1);
  });
}
