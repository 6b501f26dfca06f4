import {
  AFTER_SECONDS,
  BEFORE_SECONDS,
  stretchAround,
  type DeviceMoment,
} from '../../pictures/reduction-history.ts';
import { HIGHEST_DB, LOWEST_DB, shareOfDb, type TransferCurve } from '../../pictures/transfer-curve.ts';
import type { DeviceLap } from '../../analysis/lap-analysis.ts';
import type { PictureColours } from './use-picture.ts';

/** A part of the canvas, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Room for the numbers of the axes. */
const AXIS = 22;
const GRID_DB = [-48, -36, -24, -12] as const;
/** The scale that reductions hang from the top with. */
const REDUCTION_SCALE_DB = 24;

/** The square of the transfer curve, where there is one, and the field of the history beside it. */
export function boxesOf(width: number, height: number, hasCurve = true): { curve: Box; history: Box } {
  const side = hasCurve ? Math.min(height - AXIS, width * 0.42 - AXIS) : 0;
  const left = hasCurve ? AXIS + side + 18 : 0;
  return {
    curve: { left: AXIS, top: (height - AXIS - side) / 2, width: side, height: side },
    history: { left, top: 0, width: Math.max(0, width - left), height: height - AXIS },
  };
}

export function xOf(db: number, box: Box): number {
  return box.left + shareOfDb(db) * box.width;
}

function yOf(db: number, box: Box): number {
  return box.top + (1 - shareOfDb(db)) * box.height;
}

/** Grid, the line of no change, and the curve; dashed while the device is bypassed. */
export function drawCurve(
  context: CanvasRenderingContext2D,
  box: Box,
  colours: PictureColours,
  side: string,
  curve: TransferCurve,
  bypassed: boolean,
): void {
  context.font = `11px ${getComputedStyle(document.body).fontFamily}`;
  context.lineWidth = 1;
  for (const db of GRID_DB) {
    context.strokeStyle = colours.hairline;
    line(context, xOf(db, box), box.top, xOf(db, box), box.top + box.height);
    line(context, box.left, yOf(db, box), box.left + box.width, yOf(db, box));
    context.fillStyle = colours.quiet;
    context.fillText(`−${-db}`, box.left - AXIS, yOf(db, box) + 4);
    context.fillText(`−${-db}`, xOf(db, box) - 8, box.top + box.height + 14);
  }
  context.strokeStyle = colours.edge;
  context.setLineDash([2, 4]);
  line(context, box.left, box.top + box.height, box.left + box.width, box.top);
  context.setLineDash(bypassed ? [6, 5] : []);
  context.strokeStyle = bypassed ? colours.quiet : side;
  context.lineWidth = 3;
  context.beginPath();
  for (let db = LOWEST_DB; db <= HIGHEST_DB; db += 0.5) context.lineTo(xOf(db, box), yOf(curve(db), box));
  context.stroke();
  context.setLineDash([]);
  context.fillStyle = colours.quiet;
  context.fillText('out, dB', box.left + 6, box.top + 14);
  context.fillText('in', box.left + box.width - 14, box.top + box.height - 6);
}

/**
 * Where the sound is on the picture now, with where it has just been: what comes out for what goes in, so that hits that
 * slip through before the attack stand above the curve.
 */
export function drawDot(
  context: CanvasRenderingContext2D,
  box: Box,
  colours: PictureColours,
  trail: readonly DeviceMoment[],
): void {
  trail.forEach(({ inputDb, outputDb }, i) => {
    const now = i === trail.length - 1;
    context.globalAlpha = now ? 1 : (0.4 * i) / trail.length;
    context.fillStyle = colours.ink;
    context.beginPath();
    context.arc(xOf(inputDb, box), yOf(outputDb, box), now ? 6 : 2.5, 0, 2 * Math.PI);
    context.fill();
  });
  context.globalAlpha = 1;
}

/** What the history shows of a device. */
export interface DrawnReductions {
  readonly lap: DeviceLap;
  readonly bypassed: boolean;
  readonly driveDb: number;
  /** Of a limiter; null for others. */
  readonly ceilingDb: number | null;
}

/** The history's scale goes on above full scale: a driven limiter's input does. */
const HISTORY_TOP_DB = 12;

/**
 * Some seconds around the playhead: what goes in as an outline, what comes out filled, and what is taken away hanging
 * from the top.
 */
export function drawReductions(
  context: CanvasRenderingContext2D,
  box: Box,
  colours: PictureColours,
  side: string,
  { lap, bypassed, driveDb, ceilingDb }: DrawnReductions,
  seconds: number,
): void {
  const moments = stretchAround(lap, seconds);
  const x = (i: number): number => box.left + (i / (moments.length - 1)) * box.width;
  const base = box.top + box.height;
  const level = (db: number): number =>
    base -
    (Math.max(0, Math.min(HISTORY_TOP_DB, db) - LOWEST_DB) / (HISTORY_TOP_DB - LOWEST_DB)) *
      box.height *
      0.86;
  const outline = (value: (moment: DeviceMoment) => number): void => {
    context.beginPath();
    moments.forEach((moment, i) => context.lineTo(x(i), value(moment)));
  };
  context.fillStyle = side;
  context.globalAlpha = 0.55;
  outline(({ outputDb }) => level(outputDb));
  context.lineTo(x(moments.length - 1), base);
  context.lineTo(x(0), base);
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = colours.quiet;
  context.lineWidth = 1;
  outline(({ inputDb }) => level(inputDb + (bypassed ? 0 : driveDb)));
  context.stroke();
  if (bypassed) {
    context.fillStyle = colours.quiet;
    context.fillText('bypassed', box.left + 6, box.top + 16);
  } else {
    hangReductions(context, box, colours, moments, x);
  }
  if (ceilingDb !== null) {
    context.strokeStyle = colours.alarm;
    context.setLineDash([8, 4]);
    context.lineWidth = 1.5;
    line(context, box.left, level(ceilingDb), box.left + box.width, level(ceilingDb));
    context.setLineDash([]);
  }
  const now = box.left + (BEFORE_SECONDS / (BEFORE_SECONDS + AFTER_SECONDS)) * box.width;
  context.fillStyle = colours.ink;
  context.fillRect(now - 1, box.top, 2, box.height);
  context.fillStyle = colours.quiet;
  context.fillText(
    'line: in · filled: out · from the top: turned down',
    box.left + 4,
    base - 6,
    box.width - 8,
  );
  for (let s = -BEFORE_SECONDS; s <= AFTER_SECONDS; s++)
    context.fillText(
      s === 0 ? 'now' : `${s < 0 ? '−' : '+'}${Math.abs(s)} s`,
      Math.min(
        box.left + ((s + BEFORE_SECONDS) / (BEFORE_SECONDS + AFTER_SECONDS)) * box.width,
        box.left + box.width - 24,
      ),
      base + 14,
    );
}

/** How far the sound is turned down, from the top. */
function hangReductions(
  context: CanvasRenderingContext2D,
  box: Box,
  colours: PictureColours,
  moments: readonly DeviceMoment[],
  x: (i: number) => number,
): void {
  context.fillStyle = colours.ink;
  context.globalAlpha = 0.8;
  context.beginPath();
  moments.forEach(({ reductionDb }, i) =>
    context.lineTo(x(i), box.top + Math.min(1, reductionDb / REDUCTION_SCALE_DB) * box.height * 0.6),
  );
  context.lineTo(x(moments.length - 1), box.top);
  context.lineTo(x(0), box.top);
  context.fill();
  context.globalAlpha = 1;
}

function line(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}
