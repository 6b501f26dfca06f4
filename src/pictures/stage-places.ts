import type { StageStem } from './stage-plan.ts';

/** Where the stage lies in its canvas, in CSS pixels. */
export interface StageBox {
  readonly left: number;
  readonly right: number;
  /** The back edge. */
  readonly top: number;
  /** The front edge, near the listener. */
  readonly bottom: number;
}

/** A stem drawn: a disc, or a pill from `left` to `right` with round ends. */
export interface StagePlace {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
}

/** Room for a disc beyond the loudspeakers, above the back edge, and for the listener below the front. */
const SIDE_MARGIN = 44;
const BACK_MARGIN = 26;
const FRONT_MARGIN = 74;
/** Radius of a disc: of a silent stem, and of the loudest moment of the loudest. */
export const SMALLEST_RADIUS = 4;
export const LARGEST_RADIUS = 16;
/** Stems this far below the loudest average are drawn at their smallest, in dB. */
const SMALLEST_DB = -36;
/** Peaks of music reach this far above its average. */
const PEAK_DB = 9;

/** The stage in a canvas of this size. Where stems are muted, they wait in a row behind it. */
export function stageBox(width: number, height: number, hasMuted: boolean): StageBox {
  return {
    left: SIDE_MARGIN,
    right: width - SIDE_MARGIN,
    top: BACK_MARGIN + (hasMuted ? 26 : 0),
    bottom: height - FRONT_MARGIN,
  };
}

/** x of a place between the loudspeakers (−1 … +1). */
export function stageX(position: number, { left, right }: StageBox): number {
  return left + ((position + 1) / 2) * (right - left);
}

export function placeOf(stem: StageStem, box: StageBox): StagePlace {
  return {
    x: stageX(stem.position, box),
    y: box.bottom - stem.depth * (box.bottom - box.top),
    left: stageX(stem.leftEnd, box),
    right: stageX(stem.rightEnd, box),
  };
}

/** Radius in CSS pixels for a level at this moment, against the average of the loudest stem. */
export function discRadius(levelDb: number, loudestAverageDb: number): number {
  const share = (levelDb - loudestAverageDb - SMALLEST_DB) / (PEAK_DB - SMALLEST_DB);
  return SMALLEST_RADIUS + Math.min(1, Math.max(0, share)) * (LARGEST_RADIUS - SMALLEST_RADIUS);
}

/** Where an arrow from one disc to another begins and ends so that it touches neither; null when they overlap. */
export function arrowBetween(
  from: StagePlace,
  to: StagePlace,
  gap: number,
): { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number } | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 2 * gap + 4) return null;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  return { x1: from.x + ux * gap, y1: from.y + uy * gap, x2: to.x - ux * gap, y2: to.y - uy * gap };
}
