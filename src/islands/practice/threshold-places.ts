import type { PracticeEntry } from '../../training/practice-history.ts';

export const CHART = { width: 360, height: 240, left: 48, right: 14, top: 14, bottom: 34 };
const STEPS = [1, 2, 5];
/** Days that are closer than this on paper stand side by side. */
const BESIDE = 11;

/** A threshold with its interval on paper. */
export interface PlacedThreshold {
  readonly entry: PracticeEntry;
  readonly x: number;
  readonly y: number;
  readonly lowY: number;
  readonly highY: number;
}

export interface ThresholdPlaces {
  readonly points: readonly PlacedThreshold[];
  readonly ticks: readonly { readonly size: number; readonly y: number }[];
}

/** Where thresholds lie: days across, sizes up on a logarithmic axis. Entries without a threshold have no place. */
export function thresholdPlaces(entries: readonly PracticeEntry[]): ThresholdPlaces {
  const shown = entries.flatMap((entry) =>
    entry.threshold ? [{ entry, ...boundsOf(entry.threshold) }] : [],
  );
  if (shown.length === 0) return { points: [], ticks: [] };
  const steps = stepsAround(
    Math.min(...shown.map(({ low }) => low)),
    Math.max(...shown.map(({ high }) => high)),
  );
  const [least, most] = [Math.log(steps[0]), Math.log(steps[steps.length - 1])];
  const bottom = CHART.height - CHART.bottom;
  const yOf = (size: number): number =>
    bottom - ((Math.log(size) - least) / (most - least)) * (bottom - CHART.top);

  const times = shown.map(({ entry }) => Date.parse(`${entry.day}T00:00:00Z`));
  const [first, last] = [times[0], times[times.length - 1]];
  const [from, to] = [CHART.left + 16, CHART.width - CHART.right - 16];
  let before = -Infinity;
  const points = shown.map(({ entry, size, low, high }, i) => {
    const exact = first === last ? from : from + ((times[i] - first) / (last - first)) * (to - from);
    before = Math.max(exact, before + BESIDE);
    return { entry, x: before, y: yOf(size), lowY: yOf(low), highY: yOf(high) };
  });
  // Many sets at the end push past the edge: then all move closer together.
  const over = Math.max(1, (before - from) / (to - from));
  return {
    points: points.map((point) => ({ ...point, x: from + (point.x - from) / over })),
    ticks: steps.map((size) => ({ size, y: yOf(size) })),
  };
}

/** An axis of logarithms has no zero: what reaches there is drawn down to a tenth of the threshold. */
function boundsOf({ size, low, high }: { size: number; low: number; high: number }) {
  const middle = Math.max(size, 1e-3);
  return { size: middle, low: Math.max(low, middle / 10), high: Math.max(high, middle) };
}

/** 1, 2, 5, 10 …: from the last one below to the first one above. */
function stepsAround(low: number, high: number): number[] {
  const all: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)) + 1; power++)
    for (const step of STEPS) all.push(Number((step * 10 ** power).toPrecision(1)));
  const first = all.findLastIndex((step) => step <= low);
  const last = all.findIndex((step) => step >= high);
  return all.slice(Math.max(0, first), Math.max(last, first + 1) + 1);
}
