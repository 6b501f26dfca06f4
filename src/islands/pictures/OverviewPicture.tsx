import { useMemo, useRef } from 'preact/hooks';
import type { LapAnalysis } from '../../analysis/lap-analysis.ts';
import { dbToGain } from '../../dsp/decibels.ts';
import {
  columnMaxima,
  highestPeak,
  laneShare,
  playingWords,
  restingWords,
  type Lane,
} from '../../pictures/overview.ts';
import { barTicks, secondsTicks } from '../../pictures/time-axis.ts';
import type { PictureProps } from './Pictures.tsx';
import { StaticLayer } from './static-layer.ts';
import { usePicture, type PictureColours, type PictureSize } from './use-picture.ts';
import { useWords } from './use-words.ts';

/** Room for the seconds under the picture, in CSS pixels. */
const AXIS_HEIGHT = 16;
const WAVEFORM_SHARE = 0.5;
const TALLEST_LANE = 15;
/** Stems are named beside their lanes where there is room for it. */
const NAMES_WIDTH = 110;
const WIDE_ENOUGH_FOR_NAMES = 480;
const SMALLEST_NAMED_LANE = 10;

/** The loop as it sounds now: waveform, one lane a stem, and where we are. */
export function OverviewPicture({ demo, model }: PictureProps) {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const layer = useMemo(() => new StaticLayer(), []);
  const variantId = model.variantId.value;
  const laps = model.laps.value;
  const lap = laps.get(variantId);
  const manifest = model.manifest.value;
  const pending = model.lapPending.value;
  const spec = model.spec.value;
  const lanes = spec.strips
    .filter(({ muted }) => !muted)
    .map(({ stem }) => ({
      id: stem,
      name: demo.stemNames[stem] ?? stem,
    }));
  const side = demo.variants.findIndex(({ id }) => id === variantId);
  const bars = manifest?.bars ?? 1;
  // All versions share one scale, so that they compare.
  const loudest = useMemo(() => Math.max(...[...laps.values()].map(highestPeak)), [laps]);
  const heard = lanes.map(({ id }) => id).join();

  usePicture(
    canvasRef,
    (context, size, colours) => {
      layer.show(
        context,
        size,
        colours,
        [lap, pending, side, heard, bars, spec.matchDb, loudest],
        (still, area, inks) => {
          if (!lap) drawSilence(still, area, inks);
          else
            drawLap(still, area, inks, {
              lap,
              lanes,
              bars,
              side,
              pending,
              gain: dbToGain(spec.matchDb) / loudest,
            });
        },
      );
      const moment = model.playheadSeconds();
      if (lap && moment !== null)
        drawPlayhead(
          context,
          size,
          colours,
          plotLeft(size) + (moment / lap.seconds) * (size.width - plotLeft(size)),
        );
    },
    [lap, pending, side, heard, bars, spec.matchDb, loudest],
  );

  const words = useWords(() => {
    if (!lap)
      return pending ? 'The picture of this sound is being made.' : 'Press Play to see the sound here.';
    const moment = model.playheadSeconds();
    return moment === null ? restingWords(lap, bars, lanes) : playingWords(lap, bars, lanes, moment);
  }, [lap, pending, heard, bars]);

  return (
    <div class="picture picture-overview">
      <canvas ref={canvasRef} role="img" aria-label="Waveform of the loop, one lane for each stem" />
      <p class="picture-words">{words}</p>
    </div>
  );
}

interface OverviewContent {
  readonly lap: LapAnalysis;
  readonly lanes: readonly Lane[];
  readonly bars: number;
  /** Place of the variant. */
  readonly side: number;
  readonly pending: boolean;
  /** What level match does, and the picture's scale, linear. */
  readonly gain: number;
}

function plotLeft({ width }: PictureSize): number {
  return width >= WIDE_ENOUGH_FOR_NAMES ? NAMES_WIDTH : 0;
}

function drawSilence(context: CanvasRenderingContext2D, size: PictureSize, colours: PictureColours): void {
  context.fillStyle = colours.hairline;
  context.fillRect(0, Math.round((size.height * WAVEFORM_SHARE) / 2), size.width, 1);
}

function drawLap(
  context: CanvasRenderingContext2D,
  size: PictureSize,
  colours: PictureColours,
  { lap, lanes, bars, side, pending, gain }: OverviewContent,
): void {
  const left = plotLeft(size);
  const width = size.width - left;
  const waveHeight = Math.round((size.height - AXIS_HEIGHT) * WAVEFORM_SHARE);
  const lanesHeight = size.height - AXIS_HEIGHT - waveHeight;
  context.fillStyle = colours.hairline;
  for (const second of barTicks(lap.seconds, bars))
    context.fillRect(Math.round(left + (second / lap.seconds) * width), 0, 1, size.height - AXIS_HEIGHT);
  context.globalAlpha = pending ? 0.45 : 1;
  const columns = Math.max(1, Math.floor(width));
  context.fillStyle = colours.sides[side];
  columnMaxima(lap.peaks, columns).forEach((peak, x) => {
    const half = Math.max(0.5, Math.min(1, peak * gain) * (waveHeight / 2 - 2));
    context.fillRect(left + x, waveHeight / 2 - half, 1, 2 * half);
  });
  const laneHeight = Math.min(TALLEST_LANE, lanesHeight / Math.max(1, lanes.length));
  lanes.forEach((lane, i) => {
    const bottom = waveHeight + (i + 1) * laneHeight - 1;
    const levels = lap.channels.get(lane.id)?.levelDb ?? new Float32Array(1);
    context.fillStyle = colours.quiet;
    columnMaxima(levels, columns).forEach((level, x) => {
      const height = laneShare(level) * (laneHeight - 2);
      context.fillRect(left + x, bottom - height, 1, height);
    });
  });
  context.globalAlpha = 1;
  drawLabels(context, size, colours, lap.seconds, lanes, waveHeight, laneHeight);
}

function drawLabels(
  context: CanvasRenderingContext2D,
  size: PictureSize,
  colours: PictureColours,
  seconds: number,
  lanes: readonly Lane[],
  waveHeight: number,
  laneHeight: number,
): void {
  const left = plotLeft(size);
  const { fontFamily } = getComputedStyle(document.body);
  context.fillStyle = colours.quiet;
  context.textBaseline = 'alphabetic';
  context.font = `11px ${fontFamily}`;
  for (const second of secondsTicks(seconds, size.width - left))
    context.fillText(`${second} s`, left + (second / seconds) * (size.width - left), size.height - 3);
  if (left === 0 || laneHeight < SMALLEST_NAMED_LANE) return;
  context.font = `${Math.min(11, laneHeight)}px ${fontFamily}`;
  lanes.forEach(({ name }, i) => context.fillText(name, 0, waveHeight + (i + 1) * laneHeight - 2, left - 8));
}

/** Where in the loop the sound is: a line in the ink of the page. */
export function drawPlayhead(
  context: CanvasRenderingContext2D,
  size: PictureSize,
  colours: PictureColours,
  x: number,
): void {
  context.fillStyle = colours.panel;
  context.fillRect(x - 2, 0, 4, size.height - AXIS_HEIGHT);
  context.fillStyle = colours.ink;
  context.fillRect(x - 1, 0, 2, size.height - AXIS_HEIGHT);
}
