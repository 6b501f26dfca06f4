/** What the frequency axis shows: as far as people hear. */
export const LOWEST_HZ = 20;
export const HIGHEST_HZ = 20_000;
const OCTAVES = Math.log2(HIGHEST_HZ / LOWEST_HZ);

/** The level axis shows this many dB, enough for everything that is heard beside the loudest. */
export const LEVEL_SPAN_DB = 60;
/** The EQ's own axis: ± as far as its bands reach. */
export const GAIN_REACH_DB = 18;

/** Frequencies with a line and a name; those without a name have a line only. */
export const FREQUENCY_TICKS: readonly (readonly [hz: number, name: string])[] = [
  [20, '20'],
  [50, '50'],
  [100, '100'],
  [200, '200'],
  [500, '500'],
  [1000, '1k'],
  [2000, '2k'],
  [5000, '5k'],
  [10_000, '10k'],
  [20_000, '20k'],
];

/** Where the curves are drawn, in CSS pixels of the canvas. */
export interface PlotBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Room around the curves for the axes' numbers, in CSS pixels. */
export const MARGIN = { left: 34, right: 30, top: 22, bottom: 24 } as const;

export function plotBox(width: number, height: number): PlotBox {
  return {
    left: MARGIN.left,
    top: MARGIN.top,
    width: Math.max(1, width - MARGIN.left - MARGIN.right),
    height: Math.max(1, height - MARGIN.top - MARGIN.bottom),
  };
}

/** Share of the frequency axis, 0 at 20 Hz … 1 at 20 kHz: an octave is the same step everywhere. */
export function shareOfHz(hz: number): number {
  return Math.log2(hz / LOWEST_HZ) / OCTAVES;
}

export function hzOfShare(share: number): number {
  return LOWEST_HZ * 2 ** (OCTAVES * Math.min(1, Math.max(0, share)));
}

/** Share of the height from the top, 0 … 1, of a gain on the EQ's axis. */
export function shareOfGain(gainDb: number): number {
  return (GAIN_REACH_DB - gainDb) / (2 * GAIN_REACH_DB);
}

export function gainOfShare(share: number): number {
  return GAIN_REACH_DB - 2 * GAIN_REACH_DB * Math.min(1, Math.max(0, share));
}

export function xOfHz(hz: number, box: PlotBox): number {
  return box.left + box.width * shareOfHz(hz);
}

export function hzOfX(x: number, box: PlotBox): number {
  return hzOfShare((x - box.left) / box.width);
}

/** Height of a level, below the top of the axis; levels beyond either end stay on it. */
export function yOfLevel(db: number, topDb: number, box: PlotBox): number {
  return box.top + box.height * Math.min(1, Math.max(0, (topDb - db) / LEVEL_SPAN_DB));
}

export function yOfGain(gainDb: number, box: PlotBox): number {
  return box.top + box.height * Math.min(1, Math.max(0, shareOfGain(gainDb)));
}

export function gainOfY(y: number, box: PlotBox): number {
  return gainOfShare((y - box.top) / box.height);
}

/** The top of the level axis for the highest level to be shown: the next tenth dB above, so that it rarely moves. */
export function topOfAxis(highestDb: number): number {
  return 10 * Math.ceil((Math.max(-90, highestDb) + 2) / 10);
}
