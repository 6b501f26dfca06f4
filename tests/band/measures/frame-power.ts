import { framesIn } from '../../../src/band/signal/sample-rate.ts';
import { percentile } from './statistics.ts';

/** Level of a power in dB, −200 for nothing. */
export const powerDb = (power: number): number => 10 * Math.log10(Math.max(power, 1e-20));

/** Mean square of all channels in frames of `size` samples, one every `hop`. */
export function framePowers(channels: readonly Float32Array[], size: number, hop: number): Float64Array {
  const length = channels[0].length;
  const sums = new Float64Array(length + 1);
  for (let i = 0; i < length; i++) {
    let sum = 0;
    for (const channel of channels) sum += channel[i] ** 2;
    sums[i + 1] = sums[i] + sum / channels.length;
  }
  const count = Math.max(0, Math.floor((length - size) / hop) + 1);
  return Float64Array.from({ length: count }, (_, k) => (sums[k * hop + size] - sums[k * hop]) / size);
}

const BLOCK = framesIn(0.05);
const LONGEST_GAP_BLOCKS = 20;
const AUDIBLE_DB = -90;
const QUIETEST_DB = -70;

/** What plays: blocks of 50 ms within 50 dB of the 99th percentile and above −70 dB, and gaps of up to 1 s between them. */
export function activePart(channels: readonly Float32Array[]): Float32Array[] {
  const levels = [...framePowers(channels, BLOCK, BLOCK)].map(powerDb);
  const audible = levels.filter((db) => db > AUDIBLE_DB);
  const threshold = audible.length > 0 ? Math.max(QUIETEST_DB, percentile(audible, 0.99) - 50) : QUIETEST_DB;
  const active = levels.map((db) => db > threshold);
  let last = -Infinity;
  levels.forEach((db, block) => {
    if (db <= threshold) return;
    if (block - last <= LONGEST_GAP_BLOCKS) active.fill(true, last, block);
    last = block;
  });
  const kept = active.flatMap((on, block) => (on ? [block] : []));
  return channels.map((channel) => {
    const out = new Float32Array(kept.length * BLOCK);
    kept.forEach((block, i) => out.set(channel.subarray(block * BLOCK, (block + 1) * BLOCK), i * BLOCK));
    return out;
  });
}

/** All channels added up and divided by their number. */
export function monoOf(channels: readonly Float32Array[]): Float32Array {
  return channels[0].map((_, i) => channels.reduce((sum, channel) => sum + channel[i], 0) / channels.length);
}
