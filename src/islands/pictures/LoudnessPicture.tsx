import { useMemo, useRef } from 'preact/hooks';
import {
  LUFS_TICKS,
  loudnessWords,
  lufsShare,
  TARGET_LUFS,
  type LoudnessSide,
} from '../../pictures/loudness-history.ts';
import { secondsTicks } from '../../pictures/time-axis.ts';
import { matchOffsetDb } from './match-offset.ts';
import type { PictureProps } from './Pictures.tsx';
import { StaticLayer } from './static-layer.ts';
import { usePicture, type DrawPicture, type PictureSize } from './use-picture.ts';
import { useWords } from './use-words.ts';

const AXIS_HEIGHT = 18;
const AXIS_WIDTH = 34;
/** Line styles of the versions, so that colour is never alone. */
const DASHES: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [10, 3, 2, 3]];

/** One version's history with its place among the versions. */
interface DrawnSide extends LoudnessSide {
  readonly place: number;
}

/** Loudness along the loop: how loud each version is where, against the line that streaming services play at. */
export function LoudnessPicture({ demo, model }: PictureProps) {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const layer = useMemo(() => new StaticLayer(), []);
  const laps = model.laps.value;
  const presentId = model.variantId.value;
  const matched = model.levelMatch.value;
  // Read for its changes: the offsets of all versions move with it.
  const offset = model.match.offsetDb.value;
  const sides = demo.variants.flatMap(({ id, label }, place): DrawnSide[] => {
    const lap = laps.get(id);
    return lap ? [{ label, lap, place, offsetDb: matchOffsetDb({ demo, model }, id) }] : [];
  });
  const place = demo.variants.findIndex(({ id }) => id === presentId);
  const present = sides.find((side) => side.place === place);
  const deps = [laps, presentId, matched, offset];

  usePicture(
    canvasRef,
    (context, size, colours) => {
      layer.show(context, size, colours, deps, (still, area, inks) =>
        drawHistory(still, area, inks, sides, present),
      );
      const moment = model.playheadSeconds();
      if (!present || moment === null) return;
      const x = plotX(moment / present.lap.seconds, size);
      context.fillStyle = colours.ink;
      context.fillRect(x - 1, 0, 2, size.height - AXIS_HEIGHT);
    },
    deps,
  );

  const words = useWords(
    () =>
      present
        ? loudnessWords(present, sides, model.playheadSeconds())
        : 'The loudness along the loop is shown here once it has played.',
    deps,
  );
  return (
    <div class="picture">
      <canvas ref={canvasRef} role="img" aria-label="Loudness of each version along the loop" />
      <p class="picture-words">{words}</p>
    </div>
  );
}

function plotX(share: number, { width }: PictureSize): number {
  return AXIS_WIDTH + share * (width - AXIS_WIDTH);
}

function drawHistory(
  context: CanvasRenderingContext2D,
  size: PictureSize,
  colours: Parameters<DrawPicture>[2],
  sides: readonly DrawnSide[],
  present: DrawnSide | undefined,
): void {
  const height = size.height - AXIS_HEIGHT;
  context.font = `11px ${getComputedStyle(document.body).fontFamily}`;
  context.textBaseline = 'middle';
  const rule = (lufs: number, colour: string, thickness: number): void => {
    const y = Math.round(lufsShare(lufs) * height);
    context.fillStyle = colour;
    context.fillRect(AXIS_WIDTH, y, size.width - AXIS_WIDTH, thickness);
    context.fillStyle = colours.quiet;
    context.fillText(`−${-lufs}`, 4, y);
  };
  for (const lufs of LUFS_TICKS) rule(lufs, colours.hairline, 1);
  rule(TARGET_LUFS, colours.edge, 2);
  const line = (history: Float32Array, { offsetDb, place }: DrawnSide, thickness: number): void => {
    context.strokeStyle = colours.sides[place];
    context.lineWidth = thickness;
    context.setLineDash([...DASHES[place]]);
    context.beginPath();
    history.forEach((lufs, i) =>
      context.lineTo(plotX(i / history.length, size), lufsShare(lufs + offsetDb) * height),
    );
    context.stroke();
  };
  if (present) {
    context.globalAlpha = 0.5;
    line(present.lap.momentaryLufs, present, 1);
    context.globalAlpha = 1;
  }
  for (const side of sides) line(side.lap.shortTermLufs, side, side === present ? 3 : 1.5);
  context.setLineDash([]);
  context.fillStyle = colours.quiet;
  context.textBaseline = 'alphabetic';
  const seconds = present?.lap.seconds ?? sides[0]?.lap.seconds ?? 0;
  if (seconds > 0)
    for (const second of secondsTicks(seconds, size.width - AXIS_WIDTH))
      context.fillText(`${second} s`, plotX(second / seconds, size), size.height - 4);
}
