/** Largest second difference across the join, and in the 4 ms to either side of it. */
export function roughnessOfJoin(loop: Float32Array): { join: number; around: number } {
  const at = (i: number): number => loop[(i + loop.length) % loop.length];
  const bend = (i: number): number => Math.abs(at(i + 1) - 2 * at(i) + at(i - 1));
  const highest = (from: number, to: number): number =>
    Math.max(...Array.from({ length: to - from + 1 }, (_, k) => bend(from + k)));
  return { join: highest(-1, 0), around: Math.max(highest(-192, -2), highest(1, 192)) };
}
