import { arrowBetween, stageX, type StageBox, type StagePlace } from '../../pictures/stage-places.ts';
import type { PictureColours } from './use-picture.ts';

/** Dashes of what is not here now: the other version, muted stems. */
const DASH = [4, 3];
const GHOST_RADIUS = 9;
const ARROW_GAP = 11;
const ARROW_HEAD = 5;
/** Where the floor is marked, from the left loudspeaker to the right one. */
const MARKS: readonly (readonly [position: number, name: string])[] = [
  [-1, 'L'],
  [-0.5, '50'],
  [0, 'C'],
  [0.5, '50'],
  [1, 'R'],
];

export interface DrawnDisc {
  readonly place: StagePlace;
  readonly radius: number;
  /** 0 silent … 1 the loudest moment: how strongly it glows. */
  readonly glow: number;
}

/** The floor: lines to left, centre and right, the two loudspeakers, and the listener in front of them. */
export function drawFloor(
  context: CanvasRenderingContext2D,
  box: StageBox,
  { hairline, quiet, edge }: PictureColours,
): void {
  context.lineWidth = 1;
  context.strokeStyle = hairline;
  context.fillStyle = quiet;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (const [position, name] of MARKS) {
    const x = Math.round(stageX(position, box)) + 0.5;
    line(context, x, box.top, x, box.bottom + 16);
    context.fillText(name, x, box.bottom + 20);
  }
  for (const depth of [0, 0.5, 1]) {
    const y = Math.round(box.bottom - depth * (box.bottom - box.top)) + 0.5;
    line(context, box.left - 24, y, box.right + 24, y);
  }
  context.textAlign = 'left';
  context.textBaseline = 'bottom';
  context.fillText('far', 4, box.top - 3);
  context.fillText('near', 4, box.bottom - 3);
  drawListener(context, stageX(0, box), box.bottom + 54, edge);
}

/** Somebody seen from above, facing the stage. */
function drawListener(context: CanvasRenderingContext2D, x: number, y: number, colour: string): void {
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(x, y, 9, 0, 2 * Math.PI);
  context.moveTo(x - 3, y - 9);
  context.lineTo(x, y - 14);
  context.lineTo(x + 3, y - 9);
  context.moveTo(x - 10, y - 4);
  context.lineTo(x - 12, y + 4);
  context.moveTo(x + 10, y - 4);
  context.lineTo(x + 12, y + 4);
  context.stroke();
}

/** Where a stem stands in the other version, and a thin arrow from there to here. */
export function drawGhost(
  context: CanvasRenderingContext2D,
  from: StagePlace,
  to: StagePlace,
  colour: string,
): void {
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.setLineDash(DASH);
  pill(context, from, GHOST_RADIUS);
  context.stroke();
  context.setLineDash([]);
  const arrow = arrowBetween(from, to, ARROW_GAP);
  if (!arrow) return;
  const { x1, y1, x2, y2 } = arrow;
  line(context, x1, y1, x2, y2);
  const angle = Math.atan2(y2 - y1, x2 - x1);
  context.beginPath();
  for (const turn of [-0.5, 0.5]) {
    context.moveTo(x2, y2);
    context.lineTo(x2 - ARROW_HEAD * Math.cos(angle + turn), y2 - ARROW_HEAD * Math.sin(angle + turn));
  }
  context.stroke();
}

/**
 * Stems as discs and pills that grow and glow with their level. All are filled before any is outlined, so that who
 * stands in one spot is still seen.
 */
export function drawDiscs(
  context: CanvasRenderingContext2D,
  discs: readonly DrawnDisc[],
  colour: string,
): void {
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineWidth = 2;
  for (const { place, radius, glow } of discs) {
    context.globalAlpha = 0.12 + 0.6 * glow;
    pill(context, place, radius);
    context.fill();
  }
  context.globalAlpha = 1;
  for (const { place, radius } of discs) {
    pill(context, place, radius);
    context.stroke();
  }
}

/** Stems that are not heard wait in a row behind the stage, as outlines. */
export function drawMuted(
  context: CanvasRenderingContext2D,
  count: number,
  box: StageBox,
  { edge, quiet }: PictureColours,
): void {
  const y = 15;
  context.strokeStyle = edge;
  context.lineWidth = 1.5;
  context.setLineDash(DASH);
  for (let i = 0; i < count; i++) {
    context.beginPath();
    context.arc(stageX(0, box) + (i - (count - 1) / 2) * 18, y, 6, 0, 2 * Math.PI);
    context.stroke();
  }
  context.setLineDash([]);
  context.fillStyle = quiet;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillText('muted', 4, y);
}

function pill(context: CanvasRenderingContext2D, { y, left, right }: StagePlace, radius: number): void {
  context.beginPath();
  context.roundRect(left - radius, y - radius, right - left + 2 * radius, 2 * radius, radius);
}

function line(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}
