import { framesIn } from '../../../src/band/signal/sample-rate.ts';
import { findOnsets, type Onset } from './onsets.ts';
import { mean, pearson, percentile, standardDeviation } from './statistics.ts';
import { powerDb } from './frame-power.ts';
import { above } from './stereo-correlation.ts';

const SEARCHED_HITS = 8;
const BEFORE = framesIn(0.005);
const LENGTH = framesIn(0.05);
const MOST_HITS = 160;
const IDENTICAL = 0.98;

/** The onsets within 15 dB of the 95th percentile of all peaks. */
export function mainHits(samples: Float32Array): Onset[] {
  const onsets = findOnsets(samples);
  const threshold =
    percentile(
      onsets.map(({ peak }) => peak),
      0.95,
    ) *
    10 ** (-15 / 20);
  return onsets.filter(({ peak }) => peak > threshold);
}

/** Coefficient of variation of the peaks, linear: standard deviation by mean. */
export function peakVariation(hits: readonly Onset[]): number {
  const peaks = hits.map(({ peak }) => peak);
  return standardDeviation(peaks) / mean(peaks);
}

/** Share (0–1) of hits whose sound is found again, at least 0.98 similar, among the eight before. */
export function repeatedShare(samples: Float32Array, hits: readonly Onset[]): number {
  const found = similarities(samples, hits);
  return found.filter((similarity) => similarity >= IDENTICAL).length / found.length;
}

/** Highest normalised cross-correlation above 1 kHz, over 50 ms, of each hit with any of the eight before it. */
export function similarities(samples: Float32Array, hits: readonly Onset[]): number[] {
  const treble = above(samples, 1000);
  const first = Math.max(0, Math.floor(hits.length / 2) - MOST_HITS / 2);
  const frames = hits.slice(first, first + MOST_HITS).map(({ frame }) => frame);
  return frames.flatMap((frame, i) => {
    const sound = treble.subarray(Math.max(0, frame - BEFORE), frame - BEFORE + LENGTH);
    if (sound.length < LENGTH) return [];
    const similar = frames.slice(Math.max(0, i - SEARCHED_HITS), i).flatMap((earlier) => {
      const start = earlier - 2 * BEFORE;
      const searched = treble.subarray(Math.max(0, start), start + LENGTH + 2 * BEFORE);
      return start < 0 || searched.length < LENGTH + 2 * BEFORE ? [] : [bestMatch(sound, searched)];
    });
    return similar.length > 0 ? [Math.max(...similar)] : [];
  });
}

/** Highest normalised correlation of a sound with any stretch of what is searched. */
function bestMatch(sound: Float32Array, searched: Float32Array): number {
  const energy = energyOf(sound);
  let moving = energyOf(searched.subarray(0, sound.length));
  let best = -1;
  for (let lag = 0; lag + sound.length <= searched.length; lag++) {
    let product = 0;
    for (let i = 0; i < sound.length; i++) product += sound[i] * searched[lag + i];
    best = Math.max(best, product / Math.sqrt(Math.max(moving, 1e-12) * energy + 1e-20));
    moving += (searched[lag + sound.length] ?? 0) ** 2 - searched[lag] ** 2;
  }
  return best;
}

export interface HitTimbre {
  /** Standard deviation of the share above 4 kHz, in dB. */
  trebleShareSdDb: number;
  /** Correlation of that share with the hit's level, −1 to 1: does harder sound brighter? */
  levelToTreble: number;
}

/** How the sound of hits goes with their strength: power above 4 kHz relative to all of it, in the 50 ms from 5 ms before each. */
export function hitTimbre(samples: Float32Array, hits: readonly Onset[]): HitTimbre {
  const treble = above(samples, 4000);
  const share = hits.map(({ frame }) => {
    const from = Math.max(0, frame - BEFORE);
    const to = frame - BEFORE + LENGTH;
    return powerDb(energyOf(treble.subarray(from, to))) - powerDb(energyOf(samples.subarray(from, to)));
  });
  const levels = hits.map(({ peak }) => 20 * Math.log10(peak));
  return { trebleShareSdDb: standardDeviation(share), levelToTreble: pearson(levels, share) };
}

const energyOf = (samples: Float32Array): number => samples.reduce((sum, x) => sum + x * x, 0);
