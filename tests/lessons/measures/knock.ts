/** Median over the hits of a drum: energy of the first 5 ms above that of 15–80 ms, in dB. At 48 kHz. */
export function knockAboveBodyDb(drum: Float32Array): number {
  const power = (from: number, to: number): number =>
    drum.subarray(from, to).reduce((sum, v) => sum + v * v, 0) / (to - from);
  const threshold = 0.35 * drum.reduce((peak, value) => Math.max(peak, Math.abs(value)), 0);
  const hits: number[] = [];
  for (let i = 24; i < drum.length - 6000; i++) {
    if (Math.abs(drum[i]) <= threshold) continue;
    hits.push(10 * Math.log10(power(i - 24, i + 216) / power(i + 696, i + 3816)));
    i += 7200;
  }
  return hits.sort((a, b) => a - b)[hits.length >> 1];
}
