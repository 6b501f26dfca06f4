import { BANDS, bandHz } from '../../analysis/lap-analysis.ts';
import { xOfHz, yOfLevel, type PlotBox } from '../../pictures/spectrum-axes.ts';
import { stretches, type Stretch } from '../../pictures/spectrum-difference.ts';
import { PENDING_ALPHA, type DrawnLine } from './spectrum-drawing.ts';
import { strokeLine } from './spectrum-grid.ts';

const HATCH_STEP_PX = 6;
/** A + or − where the shade is at least this high and the stretch this many bands wide. */
const SIGN_FROM_PX = 8;
const SIGN_FROM_BANDS = 4;

/** The difference between two spectra: filled with a + where the second has more, hatched with a − where it has less. */
export function drawDifference(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  topDb: number,
  first: DrawnLine,
  second: DrawnLine,
): void {
  context.save();
  context.fillStyle = second.colour;
  context.strokeStyle = second.colour;
  context.lineWidth = 1;
  const shade = first.pending || second.pending ? PENDING_ALPHA : 1;
  for (const stretch of stretches(first.db, second.db)) {
    const outline = outlineOf(stretch, box, topDb, first.db, second.db);
    context.globalAlpha = 0.28 * shade;
    if (stretch.more) context.fill(outline);
    else hatch(context, outline, box, shade);
    if (stretch.to - stretch.from >= SIGN_FROM_BANDS) drawSign(context, box, topDb, stretch, first.db, shade);
  }
  context.restore();
}

/** A stretch's outline, along one spectrum and back along the other. */
function outlineOf(
  { from, to }: Stretch,
  box: PlotBox,
  topDb: number,
  first: Float32Array,
  second: Float32Array,
): Path2D {
  const path = new Path2D();
  const start = Math.max(0, from - 1);
  const end = Math.min(BANDS - 1, to + 1);
  for (let band = start; band <= end; band++)
    path.lineTo(xOfHz(bandHz(band), box), yOfLevel(second[band], topDb, box));
  for (let band = end; band >= start; band--)
    path.lineTo(xOfHz(bandHz(band), box), yOfLevel(first[band], topDb, box));
  path.closePath();
  return path;
}

function hatch(context: CanvasRenderingContext2D, outline: Path2D, box: PlotBox, shade: number): void {
  context.save();
  context.clip(outline);
  context.globalAlpha = 0.12 * shade;
  context.fill(outline);
  context.globalAlpha = 0.75 * shade;
  context.beginPath();
  for (let x = box.left - box.height; x < box.left + box.width; x += HATCH_STEP_PX) {
    context.moveTo(x, box.top + box.height);
    context.lineTo(x + box.height, box.top);
  }
  context.stroke();
  context.restore();
}

function drawSign(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  topDb: number,
  { peakBand, peakDb, more }: Stretch,
  first: Float32Array,
  shade: number,
): void {
  const x = Math.min(box.left + box.width - 8, Math.max(box.left + 8, xOfHz(bandHz(peakBand), box)));
  const ends = [0, peakDb].map((db) => yOfLevel(first[peakBand] + db, topDb, box));
  if (Math.abs(ends[0] - ends[1]) < SIGN_FROM_PX) return;
  const y = Math.max(box.top + 8, Math.min(...ends) - 10);
  context.globalAlpha = shade;
  context.lineWidth = 2;
  strokeLine(context, x - 4, y, x + 4, y);
  if (more) strokeLine(context, x, y - 4, x, y + 4);
  context.lineWidth = 1;
}
