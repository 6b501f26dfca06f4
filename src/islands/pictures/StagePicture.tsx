import { useMemo, useRef } from 'preact/hooks';
import type { LapAnalysis } from '../../analysis/lap-analysis.ts';
import { averageLevelDb, levelAt } from '../../pictures/channel-level.ts';
import { comparedVariant } from '../../demos/compared-variant.ts';
import { loudestAverageDb, loudestNow } from '../../pictures/loudest-stem.ts';
import {
  discRadius,
  LARGEST_RADIUS,
  placeOf,
  SMALLEST_RADIUS,
  stageBox,
} from '../../pictures/stage-places.ts';
import { stageMoves, stagePlan, type StageStem } from '../../pictures/stage-plan.ts';
import { loudestWords, moveWords, stageWords } from '../../pictures/stage-words.ts';
import { stemLines } from '../../pictures/stem-names.ts';
// As an address: an imported style sheet would be part of every page from the start.
import stageCss from '../../styles/stage.css?url&no-inline';
import type { PictureProps } from './Pictures.tsx';
import { drawDiscs, drawFloor, drawGhost, drawMuted } from './stage-drawing.ts';
import { drawLabels } from './stage-labels.ts';
import { StaticLayer } from './static-layer.ts';
import { usePicture } from './use-picture.ts';
import { useWords } from './use-words.ts';

/** The band seen from above: left to right by pan, near to far by level and reverb, moving with the sound. */
export function StagePicture({ demo, model }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const floor = useMemo(() => new StaticLayer(), []);
  const names = useMemo(() => new StaticLayer(), []);
  const chosenId = model.variantId.value;
  const other = comparedVariant(demo, chosenId);
  const spec = model.spec.value;
  const laps = model.laps.value;
  const lap = laps.get(chosenId);
  const otherLap = laps.get(other.id);
  const pending = model.lapPending.value;

  const plan = useMemo(() => stagePlan(spec, demo, lap), [spec, demo, lap]);
  const otherSpec = model.states.value.get(other.id)!.spec;
  // Places in depth can be compared where both laps are known, or none is and all stand half way.
  const comparable = (lap === undefined) === (otherLap === undefined);
  const moves = useMemo(
    () => (comparable ? stageMoves(stagePlan(otherSpec, demo, otherLap), plan) : []),
    [plan, otherSpec, demo, otherLap, comparable],
  );
  // Wide ones first, then those at the back, so that nearer ones stand before them.
  const heard = useMemo(
    () =>
      plan
        .filter(({ muted }) => !muted)
        .sort((a, b) => b.rightEnd - b.leftEnd - (a.rightEnd - a.leftEnd) || b.depth - a.depth),
    [plan],
  );
  const mutedCount = plan.length - heard.length;
  const [side, otherSide] = [chosenId, other.id].map((id) =>
    demo.variants.findIndex((entry) => entry.id === id),
  );

  usePicture(
    canvas,
    (context, size, colours) => {
      const box = stageBox(size.width, size.height, mutedCount > 0);
      floor.show(context, size, colours, [plan, moves, otherSide], (still) => {
        still.font = `12px ${getComputedStyle(document.body).fontFamily}`;
        drawFloor(still, box, colours);
        if (mutedCount > 0) drawMuted(still, mutedCount, box, colours);
        for (const { from, to } of moves)
          drawGhost(still, placeOf(from, box), placeOf(to, box), colours.sides[otherSide]);
      });
      const seconds = model.playheadSeconds();
      const loudestDb = loudestAverageDb(heard, lap);
      const discs = heard.map((stem) => {
        const radius = radiusNow(stem, lap, seconds, loudestDb);
        const glow = (radius - SMALLEST_RADIUS) / (LARGEST_RADIUS - SMALLEST_RADIUS);
        return { place: placeOf(stem, box), radius, glow: lap && seconds !== null ? glow : 0 };
      });
      drawDiscs(context, discs, colours.sides[side]);
      names.show(context, size, colours, [plan], (still) => {
        still.font = `12px ${getComputedStyle(document.body).fontFamily}`;
        const labels = heard.map((stem) => ({ place: placeOf(stem, box), lines: stemLines(demo, stem.id) }));
        drawLabels(still, size, labels, colours);
      });
    },
    [plan, moves, side],
  );

  const words = useWords(() => {
    const seconds = model.playheadSeconds();
    return [
      stageWords(plan),
      ...(seconds !== null && lap ? [loudestWords(loudestNow(plan, lap, seconds))] : []),
      ...(comparable ? [moveWords(moves, other.label)] : []),
      ...(pending ? ['The new setting is being measured.'] : []),
      ...(!lap && !pending ? ['Who stands near is known once it plays.'] : []),
    ].join(' ');
  }, [plan, moves, pending]);

  return (
    <div class="stage">
      <link rel="stylesheet" href={stageCss} />
      <canvas
        ref={canvas}
        class="stage-canvas"
        role="img"
        aria-label="The stage from above: who stands where, told in words below"
      />
      <p class="stage-key" aria-hidden="true">
        <span data-side={'abcd'[side]}>{demo.variants[side].label}</span>
        {moves.length > 0 && (
          <span class="stage-key-other" data-side={'abcd'[otherSide]}>
            where {other.label} has it
          </span>
        )}
        <span class="stage-key-plain">Left to right: pan. Nearer: louder, drier.</span>
      </p>
      <p class="picture-words">{words}</p>
    </div>
  );
}

function radiusNow(
  stem: StageStem,
  lap: LapAnalysis | undefined,
  seconds: number | null,
  loudestDb: number,
): number {
  const channel = lap?.channels.get(stem.id);
  if (!channel) return (SMALLEST_RADIUS + LARGEST_RADIUS) / 2;
  return discRadius(seconds === null ? averageLevelDb(channel) : levelAt(channel, seconds), loudestDb);
}
