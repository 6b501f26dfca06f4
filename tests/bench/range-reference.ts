/** Coefficients as ITU-R BS.1770-5 Annex 1 prints them for 48 kHz, tables 1 and 2: b, then a. */
const SHELF = [
  [1.53512485958697, -2.69169618940638, 1.19839281085285],
  [-1.69065929318241, 0.73248077421585],
] as const;
const HIGH_PASS = [
  [1, -2, 1],
  [-1.99004745483398, 0.99007225036621],
] as const;

const RATE = 48000;
const WINDOW = 3 * RATE;
const HOP = RATE / 10;

/**
 * Loudness range in LU to the letter of EBU Tech 3342, without anything that makes it quick, as something to compare
 * with: sorted short-term values, the places of the percentiles rounded as in the document's own program.
 */
export function loudnessRangeByTheLetter(channels: readonly ArrayLike<number>[]): number {
  const sums = new Float64Array(channels[0]!.length + 1);
  const weighted = channels.map((channel) => filtered(filtered(channel, SHELF), HIGH_PASS));
  for (let i = 0; i + 1 < sums.length; i++)
    sums[i + 1] = sums[i]! + weighted.reduce((sum, samples) => sum + samples[i]! ** 2, 0);
  const loudness: number[] = [];
  for (let start = 0; start + WINDOW < sums.length; start += HOP)
    loudness.push(-0.691 + 10 * Math.log10((sums[start + WINDOW]! - sums[start]!) / WINDOW));
  const heard = loudness.filter((lufs) => lufs >= -70);
  const mean = heard.reduce((sum, lufs) => sum + 10 ** ((lufs + 0.691) / 10), 0) / heard.length;
  const gate = -0.691 + 10 * Math.log10(mean) - 20;
  const kept = heard.filter((lufs) => lufs >= gate).sort((a, b) => a - b);
  const place = (percent: number): number => kept[Math.round(((kept.length - 1) * percent) / 100)]!;
  return place(95) - place(10);
}

function filtered(samples: ArrayLike<number>, [b, a]: typeof SHELF | typeof HIGH_PASS): Float64Array {
  const out = new Float64Array(samples.length);
  for (let i = 0; i < out.length; i++)
    out[i] =
      b[0] * samples[i]! +
      b[1] * (samples[i - 1] ?? 0) +
      b[2] * (samples[i - 2] ?? 0) -
      a[0] * (out[i - 1] ?? 0) -
      a[1] * (out[i - 2] ?? 0);
  return out;
}
