import { labelPlaces } from '../../pictures/label-places.ts';
import type { StagePlace } from '../../pictures/stage-places.ts';
import type { PictureColours } from './use-picture.ts';

const LINE_HEIGHT = 14;
/** Labels keep this far from the middle of a disc, so that they stay put while it grows. */
const CLEARANCE = 13;

export interface DrawnLabel {
  readonly place: StagePlace;
  /** The name, in two lines at most. */
  readonly lines: readonly string[];
}

/** The stems' names beside their discs; one that had to go far has a line to its own. */
export function drawLabels(
  context: CanvasRenderingContext2D,
  { width, height }: { readonly width: number; readonly height: number },
  labels: readonly DrawnLabel[],
  { ink, quiet, panel }: PictureColours,
): void {
  const sized = labels.map(({ place, lines }) => ({
    x: (place.left + place.right) / 2,
    y: place.y,
    halfWidth: (place.right - place.left) / 2 + CLEARANCE,
    halfHeight: CLEARANCE,
    labelWidth: Math.max(...lines.map((text) => context.measureText(text).width)),
    labelHeight: lines.length * LINE_HEIGHT,
  }));
  context.textAlign = 'left';
  context.textBaseline = 'top';
  context.lineJoin = 'round';
  for (const [i, { left, top, far }] of labelPlaces(sized, width, height).entries()) {
    const { labelWidth, labelHeight, x, y } = sized[i];
    if (far) {
      context.strokeStyle = quiet;
      context.lineWidth = 1;
      context.beginPath();
      context.moveTo(x, y);
      context.lineTo(left < x ? left + labelWidth + 2 : left - 2, top + labelHeight / 2);
      context.stroke();
    }
    context.lineWidth = 3;
    context.strokeStyle = panel;
    context.fillStyle = ink;
    for (const [row, text] of labels[i].lines.entries()) {
      // Where the system forces colours, all of them are one.
      if (panel !== ink) context.strokeText(text, left, top + row * LINE_HEIGHT);
      context.fillText(text, left, top + row * LINE_HEIGHT);
    }
  }
}
