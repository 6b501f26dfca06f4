import { BANDS, bandHz } from '../../analysis/lap-analysis.ts';
import { hzOfShare, shareOfGain, xOfHz, yOfLevel, type PlotBox } from '../../pictures/spectrum-axes.ts';
import { strokeLine } from './spectrum-grid.ts';
import type { PictureColours } from './use-picture.ts';

/** One version's spectrum. */
export interface DrawnLine {
  readonly db: Float32Array;
  readonly colour: string;
  readonly dashed: boolean;
  /** It is the one that is heard. */
  readonly chosen: boolean;
  /** Its new setting is still being rendered. */
  readonly pending: boolean;
}

export interface DrawnCurve {
  readonly responseDb: Float32Array;
  readonly bypassed: boolean;
}

const DASH = [7, 5];
export const PENDING_ALPHA = 0.4;

/** One version's spectrum as a line, solid or dashed. */
export function drawLine(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  topDb: number,
  { db, colour, dashed, chosen, pending }: DrawnLine,
): void {
  context.save();
  context.globalAlpha = pending ? PENDING_ALPHA : 1;
  context.strokeStyle = colour;
  context.lineWidth = chosen ? 2.5 : 1.5;
  context.lineJoin = 'round';
  context.setLineDash(dashed ? DASH : []);
  context.beginPath();
  for (let band = 0; band < BANDS; band++)
    context.lineTo(xOfHz(bandHz(band), box), yOfLevel(db[band], topDb, box));
  context.stroke();
  context.restore();
}

/** The EQ's own response on the axis at the right; a bypassed one is drawn thin. */
export function drawCurve(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  { responseDb, bypassed }: DrawnCurve,
  colours: PictureColours,
): void {
  const path = new Path2D();
  const last = responseDb.length - 1;
  for (let i = 0; i <= last; i++)
    path.lineTo(xOfHz(hzOfShare(i / last), box), box.top + box.height * shareOfGain(responseDb[i]));
  context.save();
  context.beginPath();
  context.rect(box.left, box.top, box.width, box.height);
  context.clip();
  context.lineJoin = 'round';
  context.strokeStyle = colours.panel;
  context.lineWidth = bypassed ? 3 : 6;
  context.stroke(path);
  context.strokeStyle = bypassed ? colours.quiet : colours.ink;
  context.lineWidth = bypassed ? 1.5 : 2.5;
  context.stroke(path);
  context.restore();
}

/** The frequency that the readout tells of, with a dot on each line. */
export function drawLook(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  topDb: number,
  band: number,
  lines: readonly DrawnLine[],
  colours: PictureColours,
): void {
  const x = xOfHz(bandHz(band), box);
  context.save();
  context.strokeStyle = colours.quiet;
  context.lineWidth = 1;
  context.setLineDash([2, 3]);
  strokeLine(context, x, box.top, x, box.top + box.height);
  context.setLineDash([]);
  for (const { db, colour } of lines) {
    context.beginPath();
    context.arc(x, yOfLevel(db[band], topDb, box), 3.5, 0, 2 * Math.PI);
    context.fillStyle = colour;
    context.fill();
  }
  context.restore();
}
