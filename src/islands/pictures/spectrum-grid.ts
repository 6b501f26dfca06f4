import {
  FREQUENCY_TICKS,
  GAIN_REACH_DB,
  LEVEL_SPAN_DB,
  xOfHz,
  yOfGain,
  yOfLevel,
  type PlotBox,
} from '../../pictures/spectrum-axes.ts';
import type { PictureColours } from './use-picture.ts';

/** Lines and numbers of the axes: frequency below, level at the left, the EQ's gain at the right. */
export function drawAxes(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  topDb: number,
  withGain: boolean,
  colours: PictureColours,
): void {
  const bottom = box.top + box.height;
  const right = box.left + box.width;
  context.lineWidth = 1;
  context.strokeStyle = colours.hairline;
  context.fillStyle = colours.quiet;
  context.textBaseline = 'top';
  context.textAlign = 'center';
  let free = -Infinity;
  for (const [hz, name] of FREQUENCY_TICKS) {
    const x = Math.round(xOfHz(hz, box)) + 0.5;
    strokeLine(context, x, box.top, x, bottom);
    // On a narrow phone some numbers give way.
    const half = context.measureText(name).width / 2;
    if (x - half < free) continue;
    context.fillText(name, x, bottom + 6);
    free = x + half + 6;
  }
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  for (let db = topDb; db >= topDb - LEVEL_SPAN_DB; db -= 10) {
    const y = Math.round(yOfLevel(db, topDb, box)) + 0.5;
    strokeLine(context, box.left, y, right, y);
    if ((topDb - db) % 20 === 0) context.fillText(String(db).replace('-', '−'), box.left - 5, y);
  }
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  context.fillText('dB, tilted 4.5 dB/octave', 2, box.top - 8);
  if (!withGain) return;
  context.textAlign = 'right';
  context.fillText('EQ, dB', right + 28, box.top - 8);
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.fillStyle = colours.ink;
  context.strokeStyle = colours.ink;
  for (const gainDb of [GAIN_REACH_DB, 12, 6, 0, -6, -12, -GAIN_REACH_DB]) {
    const y = Math.round(yOfGain(gainDb, box)) + 0.5;
    strokeLine(context, right, y, right + 4, y);
    if (gainDb % 12 === 0)
      context.fillText(`${gainDb > 0 ? '+' : gainDb < 0 ? '−' : ''}${Math.abs(gainDb)}`, right + 7, y);
  }
}

export function strokeLine(
  context: CanvasRenderingContext2D,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): void {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}
