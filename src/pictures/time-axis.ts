/** Where a moment of the loop lies in a picture, and which moments are written under it. */

/** Distances between labels to choose from, in seconds. */
const STEPS_SECONDS = [1, 2, 5, 10, 20] as const;
/** Room that a label needs, in CSS pixels. */
const LABEL_WIDTH = 44;

/** Whole seconds to write under a picture of this width: round steps, as many as fit. */
export function secondsTicks(seconds: number, width: number): number[] {
  const fits = (step: number): boolean => (step / seconds) * width >= LABEL_WIDTH;
  const step = STEPS_SECONDS.find(fits) ?? seconds;
  const ticks = Array.from({ length: Math.ceil(seconds / step) }, (_, i) => i * step);
  // The last label must not run out of the picture.
  return ticks.filter((tick, i) => i === 0 || (1 - tick / seconds) * width >= LABEL_WIDTH / 2);
}

/** First moments of all bars, in seconds. */
export function barTicks(seconds: number, bars: number): number[] {
  return Array.from({ length: bars }, (_, bar) => (bar * seconds) / bars);
}

/** The bar of a moment, counted from 1. */
export function barAt(moment: number, seconds: number, bars: number): number {
  return Math.min(bars, 1 + Math.floor((moment / seconds) * bars));
}
