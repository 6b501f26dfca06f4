import { useMemo, useRef } from 'preact/hooks';
import { SCOPE_POINTS } from '../../analysis/lap-analysis.ts';
import { comparedVariant } from '../../demos/compared-variant.ts';
import {
  averageCorrelation,
  correlationAt,
  midSideDb,
  restingMoments,
  scopePoints,
  scopeZoom,
  SEEN_PICTURES,
} from '../../pictures/goniometer.ts';
import { goniometerPlaces } from '../../pictures/goniometer-places.ts';
import { correlationNumber, goniometerWords } from '../../pictures/goniometer-words.ts';
import { drawCorrelation, drawDiamond, drawLevel, drawPoints } from './goniometer-drawing.ts';
// As an address: an imported style sheet would be part of every page from the start.
import stageCss from '../../styles/stage.css?url&no-inline';
import type { PictureProps } from './Pictures.tsx';
import { StaticLayer } from './static-layer.ts';
import { usePicture } from './use-picture.ts';
import { useWords } from './use-words.ts';

const SILENCE = { midDb: -Infinity, sideDb: -Infinity };
const RESTING_ALPHA = 0.35;

/** How wide the sound is: left against right as a cloud of points, their correlation, and middle against side. */
export function GoniometerPicture({ demo, model }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const chosenId = model.variantId.value;
  const chosen = demo.variants.find(({ id }) => id === chosenId) ?? demo.variants[0];
  const other = comparedVariant(demo, chosen.id);
  const laps = model.laps.value;
  const lap = laps.get(chosen.id);
  const otherLap = laps.get(other.id);
  const pending = model.lapPending.value;

  const average = useMemo(() => (lap ? averageCorrelation(lap) : NaN), [lap]);
  const otherAverage = useMemo(() => (otherLap ? averageCorrelation(otherLap) : NaN), [otherLap]);
  const whole = useMemo(() => (lap ? midSideDb(lap, null) : SILENCE), [lap]);
  const zoom = useMemo(() => (lap ? scopeZoom(lap) : 1), [lap]);
  const diamond = useMemo(() => new StaticLayer(), []);
  const points = useMemo(() => new Float32Array(2 * SCOPE_POINTS), []);
  const [side, otherSide] = [chosen, other].map((entry) => demo.variants.indexOf(entry));

  usePicture(
    canvas,
    (context, size, colours) => {
      const places = goniometerPlaces(size.width, size.height);
      const colour = colours.sides[side];
      const seconds = model.playheadSeconds();
      const font = `12px ${getComputedStyle(document.body).fontFamily}`;
      context.font = font;
      diamond.show(context, size, colours, [], (still) => {
        still.font = font;
        drawDiamond(still, places, colours);
      });
      if (lap && seconds !== null)
        for (let ago = SEEN_PICTURES - 1; ago >= 0; ago--) {
          scopePoints(lap, seconds, ago, zoom, points);
          drawPoints(context, points, places, colour, 1 - ago / SEEN_PICTURES);
        }
      // At rest, the whole loop’s.
      else if (lap)
        for (const moment of restingMoments(lap)) {
          scopePoints(lap, moment, 0, zoom, points);
          drawPoints(context, points, places, colour, RESTING_ALPHA);
        }
      const value = lap && seconds !== null ? correlationAt(lap, seconds) : average;
      const otherValue = otherLap && seconds !== null ? correlationAt(otherLap, seconds) : otherAverage;
      drawCorrelation(
        context,
        places.correlation,
        {
          value,
          text: correlationNumber(value),
          colour,
          other: otherValue,
          otherColour: colours.sides[otherSide],
        },
        colours,
      );
      const levels = lap && (seconds === null ? whole : midSideDb(lap, seconds));
      drawLevel(context, places.middle, 'Middle', levels?.midDb ?? null, colour, colours);
      drawLevel(context, places.side, 'Sides', levels?.sideDb ?? null, colour, colours);
    },
    [lap, otherLap, side, otherSide],
  );

  const words = useWords(() => {
    const measuring = pending ? ' The new setting is being measured.' : '';
    if (!lap) return pending ? measuring.trim() : 'How wide it sounds is known once it plays.';
    const seconds = model.playheadSeconds();
    const now =
      seconds === null ? null : { correlation: correlationAt(lap, seconds), ...midSideDb(lap, seconds) };
    const here = { label: chosen.label, averageCorrelation: average, ...whole };
    const there = otherLap ? { label: other.label, averageCorrelation: otherAverage } : null;
    return goniometerWords(here, there, now) + measuring;
  }, [lap, otherLap, pending]);

  return (
    <div class="stage">
      <link rel="stylesheet" href={stageCss} />
      <canvas
        ref={canvas}
        class="goniometer-canvas"
        role="img"
        aria-label="Goniometer: how far left and right differ, told in words below"
      />
      <p class="stage-key" aria-hidden="true">
        <span data-side={'abcd'[side]}>{chosen.label}</span>
        <span class="stage-key-other" data-side={'abcd'[otherSide]}>
          correlation of {other.label}
        </span>
        <span class="stage-key-plain">Upright: the same on both sides. Across: different.</span>
      </p>
      <p class="picture-words">{words}</p>
    </div>
  );
}
