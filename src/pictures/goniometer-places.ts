/** A bar from −1 to +1, or of a level, in CSS pixels. */
export interface Bar {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
}

/** Where the parts of a goniometer lie in its canvas. */
export interface GoniometerPlaces {
  /** The middle of the diamond, and how far its corners are from it. */
  readonly x: number;
  readonly y: number;
  readonly reach: number;
  readonly correlation: Bar;
  readonly middle: Bar;
  readonly side: Bar;
}

/** The bars of the middle and the side begin at this level, in dBFS. */
export const LOWEST_DB = -60;
/** From this width on the bars stand beside the diamond, not below it; so they do where below it is no room. */
const BESIDE_FROM = 480;
const SMALLEST_DIAMOND = 120;
const CORNER_LABELS = 18;
const BAR_HEIGHT = 14;
/** From bar to bar, with room for the name of each; the first has numbers below it. */
const BAR_STEP = 48;
const NUMBERS_HEIGHT = 18;
const BARS_HEIGHT = 3 * BAR_STEP + NUMBERS_HEIGHT;

export function goniometerPlaces(width: number, height: number): GoniometerPlaces {
  const wide = width >= BESIDE_FROM;
  const beside = wide || height < BARS_HEIGHT + SMALLEST_DIAMOND;
  const drawing = beside
    ? { width: width * (wide ? 0.55 : 0.45), height }
    : { width, height: height - BARS_HEIGHT };
  const reach = Math.max(20, Math.min(drawing.width, drawing.height) / 2 - CORNER_LABELS);
  const left = beside ? drawing.width + 16 : 16;
  const first = beside ? (height - BARS_HEIGHT) / 2 + 22 : drawing.height + 26;
  const bar = (index: number): Bar => ({
    left,
    right: width - 16,
    top: first + index * BAR_STEP + (index > 0 ? NUMBERS_HEIGHT : 0),
    height: BAR_HEIGHT,
  });
  return {
    x: drawing.width / 2,
    y: drawing.height / 2,
    reach,
    correlation: bar(0),
    middle: bar(1),
    side: bar(2),
  };
}

/** x of a correlation, −1 … +1. */
export function correlationX(correlation: number, { left, right }: Bar): number {
  return left + ((Math.min(1, Math.max(-1, correlation)) + 1) / 2) * (right - left);
}

/** x of a level in dBFS. */
export function levelX(levelDb: number, { left, right }: Bar): number {
  const share = (levelDb - LOWEST_DB) / -LOWEST_DB;
  return left + Math.min(1, Math.max(0, share)) * (right - left);
}
