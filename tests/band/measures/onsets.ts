import { fft } from '../../../src/analysis/fft.ts';
import { framesIn } from '../../../src/band/signal/sample-rate.ts';
import { median, percentile } from './statistics.ts';

/** A sound that begins: its frame, and the highest sample of the 85 ms around it. */
export interface Onset {
  frame: number;
  peak: number;
}

const SIZE = 1024;
const HOP = 240;
/** Edges of the bands, in bins: 24 steps of equal ratio, those that fall together merged. */
const EDGES = [...new Set(Array.from({ length: 25 }, (_, i) => Math.round(2 * (SIZE / 4) ** (i / 24))))];
/** The rise is measured between averages of 30 ms. */
const AVERAGED_HOPS = 6;
const APART_HOPS = 11;
const QUIETEST_RE_LOUDEST = 10 ** (-40 / 20);
const APART_FRAMES = framesIn(0.03);

/** Every onset of a track: peaks of the rise of band levels (spectral flux on a logarithmic scale). */
export function findOnsets(samples: Float32Array): Onset[] {
  const flux = riseOf(bandLevels(samples));
  const usual = slowMedian(flux);
  const positive = flux.filter((rise) => rise > 0);
  const margin = Math.max(0.02, 0.15 * percentile(positive, 0.995));
  const onsets = peaksOf(flux)
    .filter((hop) => flux[hop] > usual[hop] + margin)
    .flatMap((hop) => refined(samples, hop * HOP + SIZE / 2));
  const loudest = Math.max(...onsets.map(({ peak }) => peak));
  const heard = onsets.filter(({ peak }) => peak > loudest * QUIETEST_RE_LOUDEST);
  return heard.filter(({ frame }, i) => i === 0 || frame - heard[i - 1].frame > APART_FRAMES);
}

/** log₁₀(1 + 10⁴ · energy / loud) of every band: [hop][band]. */
function bandLevels(samples: Float32Array): Float64Array[] {
  const hops = Math.floor((samples.length - SIZE) / HOP) + 1;
  const energies = Array.from({ length: hops }, (_, hop) => {
    const real = Float64Array.from({ length: SIZE }, (__, i) => {
      return samples[hop * HOP + i] * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / (SIZE - 1)));
    });
    const imaginary = new Float64Array(SIZE);
    fft(real, imaginary);
    return Float64Array.from(EDGES.slice(1), (end, band) => {
      let energy = 0;
      for (let k = band === 0 ? 0 : EDGES[band]; k < end; k++) energy += real[k] ** 2 + imaginary[k] ** 2;
      return energy;
    });
  });
  const totals = energies.map((bands) => bands.reduce((sum, energy) => sum + energy, 0));
  const loud = percentile(
    totals.filter((total) => total > 0),
    0.99,
  );
  return energies.map((bands) => bands.map((energy) => Math.log10(1 + (1e4 * energy) / loud)));
}

/** Mean over the bands of how much higher the next 30 ms are than the last, 0 where lower. */
function riseOf(levels: readonly Float64Array[]): Float64Array {
  const averages = levels.slice(AVERAGED_HOPS - 1).map((bands, hop) =>
    bands.map((_, band) => {
      let sum = 0;
      for (let k = 0; k < AVERAGED_HOPS; k++) sum += levels[hop + k][band];
      return sum / AVERAGED_HOPS;
    }),
  );
  const flux = new Float64Array(levels.length);
  for (let hop = AVERAGED_HOPS; hop < averages.length; hop++) {
    const rise = averages[hop].reduce(
      (sum, level, band) => sum + Math.max(0, level - averages[hop - AVERAGED_HOPS][band]),
      0,
    );
    flux[hop] = rise / averages[hop].length;
  }
  return flux;
}

/** Median over 620 ms, read every fourth hop. */
function slowMedian(flux: Float64Array): Float64Array {
  const sparse = flux.filter((_, hop) => hop % 4 === 0);
  const reach = 15;
  const medians = sparse.map((_, i) =>
    median(Array.from({ length: 2 * reach + 1 }, (__, k) => sparse[i - reach + k] ?? 0)),
  );
  return flux.map((_, hop) => medians[Math.floor(hop / 4)]);
}

/** Local maxima, the higher of any two that are less than 55 ms apart. */
function peaksOf(flux: Float64Array): number[] {
  const maxima: number[] = [];
  for (let hop = 1; hop + 1 < flux.length; hop++) {
    if (flux[hop] > flux[hop - 1] && flux[hop] > flux[hop + 1]) maxima.push(hop);
  }
  const kept = new Set(maxima);
  for (const hop of maxima.toSorted((a, b) => flux[b] - flux[a])) {
    if (!kept.has(hop)) continue;
    for (let near = hop - APART_HOPS + 1; near < hop + APART_HOPS; near++)
      if (near !== hop) kept.delete(near);
  }
  return maxima.filter((hop) => kept.has(hop));
}

/** To the sample: where the 1 ms average first comes a third of the way from what rang before to the peak. */
function refined(samples: Float32Array, centre: number): Onset[] {
  const first = Math.max(0, centre - framesIn(0.035));
  const around = samples.subarray(first, centre + framesIn(0.05)).map(Math.abs);
  if (around.length < 200) return [];
  const averaged = new Float64Array(around.length);
  let sum = 0;
  for (let i = 0; i < around.length; i++) {
    sum += around[i] - (i >= 48 ? around[i - 48] : 0);
    averaged[i] = sum / 48;
  }
  const before = averaged.subarray(0, 200).reduce((least, x) => Math.min(least, x), Infinity);
  const highest = averaged.reduce((most, x) => Math.max(most, x), 0);
  const crossing = averaged.findIndex((x) => x > before + 0.3 * (highest - before));
  return [{ frame: first + Math.max(0, crossing), peak: around.reduce((most, x) => Math.max(most, x), 0) }];
}
