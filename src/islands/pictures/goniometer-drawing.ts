import { correlationX, levelX, type Bar, type GoniometerPlaces } from '../../pictures/goniometer-places.ts';
import { levelWords } from '../../pictures/goniometer-words.ts';
import type { PictureColours } from './use-picture.ts';

const DOT_RADIUS = 1.6;
const TICK_DASH = [3, 2];

/** The diamond: mono upright, the sides across, left and right along the diagonals. */
export function drawDiamond(
  context: CanvasRenderingContext2D,
  { x, y, reach }: GoniometerPlaces,
  { edge, hairline, quiet }: PictureColours,
): void {
  context.lineWidth = 1;
  context.strokeStyle = hairline;
  const half = reach / 2;
  context.beginPath();
  context.moveTo(x, y - reach);
  context.lineTo(x, y + reach);
  context.moveTo(x - reach, y);
  context.lineTo(x + reach, y);
  context.moveTo(x - half, y - half);
  context.lineTo(x + half, y + half);
  context.moveTo(x + half, y - half);
  context.lineTo(x - half, y + half);
  context.stroke();
  context.strokeStyle = edge;
  context.beginPath();
  context.moveTo(x, y - reach);
  context.lineTo(x + reach, y);
  context.lineTo(x, y + reach);
  context.lineTo(x - reach, y);
  context.closePath();
  context.stroke();
  context.fillStyle = quiet;
  context.textAlign = 'center';
  context.textBaseline = 'bottom';
  context.fillText('middle', x, y - reach - 3);
  context.textAlign = 'right';
  context.fillText('left', x - half - 6, y - half - 2);
  context.textAlign = 'left';
  context.fillText('right', x + half + 6, y - half - 2);
}

/**
 * One picture's points.
 *
 * @param points pairs of x (side) and y (middle) within the diamond |x| + |y| ≤ 1
 */
export function drawPoints(
  context: CanvasRenderingContext2D,
  points: Float32Array,
  { x, y, reach }: GoniometerPlaces,
  colour: string,
  alpha: number,
): void {
  context.globalAlpha = alpha;
  context.fillStyle = colour;
  context.beginPath();
  for (let i = 0; i < points.length; i += 2) {
    const [px, py] = [x + points[i] * reach, y - points[i + 1] * reach];
    context.moveTo(px + DOT_RADIUS, py);
    context.arc(px, py, DOT_RADIUS, 0, 2 * Math.PI);
  }
  context.fill();
  context.globalAlpha = 1;
}

export interface DrawnCorrelation {
  readonly value: number;
  readonly text: string;
  readonly colour: string;
  /** The other version's, as a dashed tick; NaN for none. */
  readonly other: number;
  readonly otherColour: string;
}

/** The bar from −1 to +1 with a marker; left of the middle is where mono cancels, which is hatched. */
export function drawCorrelation(
  context: CanvasRenderingContext2D,
  bar: Bar,
  { value, text, colour, other, otherColour }: DrawnCorrelation,
  colours: PictureColours,
): void {
  const zero = correlationX(0, bar);
  const bottom = bar.top + bar.height;
  context.save();
  context.beginPath();
  context.rect(bar.left, bar.top, zero - bar.left, bar.height);
  context.clip();
  context.strokeStyle = colours.hairline;
  context.lineWidth = 1.5;
  context.beginPath();
  for (let x = bar.left - bar.height; x < zero; x += 6) {
    context.moveTo(x, bottom);
    context.lineTo(x + bar.height, bar.top);
  }
  context.stroke();
  context.restore();
  frame(context, bar, `Correlation ${text}`, colours);
  context.textBaseline = 'top';
  context.fillStyle = colours.quiet;
  for (const [at, name, align] of [
    [-1, '−1 cancels', 'left'],
    [0, '0', 'center'],
    [1, '+1 mono', 'right'],
  ] as const) {
    context.textAlign = align;
    context.fillText(name, correlationX(at, bar), bottom + 3);
  }
  if (!Number.isNaN(other)) {
    context.strokeStyle = otherColour;
    context.lineWidth = 2;
    context.setLineDash(TICK_DASH);
    tick(context, correlationX(other, bar), bar.top - 4, bottom + 4);
    context.setLineDash([]);
  }
  if (Number.isNaN(value)) return;
  context.strokeStyle = colour;
  context.lineWidth = 4;
  tick(context, correlationX(value, bar), bar.top - 3, bottom + 3);
}

/** A level in dBFS as a bar; null before it is known. */
export function drawLevel(
  context: CanvasRenderingContext2D,
  bar: Bar,
  name: string,
  levelDb: number | null,
  colour: string,
  colours: PictureColours,
): void {
  if (levelDb !== null) {
    context.fillStyle = colour;
    context.fillRect(bar.left, bar.top, levelX(levelDb, bar) - bar.left, bar.height);
  }
  frame(context, bar, levelDb === null ? name : `${name} ${levelWords(levelDb)}`, colours);
}

function frame(
  context: CanvasRenderingContext2D,
  { left, right, top, height }: Bar,
  name: string,
  { edge, ink }: PictureColours,
): void {
  context.strokeStyle = edge;
  context.lineWidth = 1;
  context.strokeRect(left + 0.5, top + 0.5, right - left - 1, height - 1);
  context.fillStyle = ink;
  context.textAlign = 'left';
  context.textBaseline = 'bottom';
  context.fillText(name, left, top - 4);
}

function tick(context: CanvasRenderingContext2D, x: number, top: number, bottom: number): void {
  context.beginPath();
  context.moveTo(x, top);
  context.lineTo(x, bottom);
  context.stroke();
}
