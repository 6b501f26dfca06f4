// As an address: an imported style sheet would be part of every page from the start.
import spectrumCss from '../../styles/spectrum.css?url&no-inline';
import { useMemo, useRef, useState } from 'preact/hooks';
import { BANDS, bandHz, type LapAnalysis } from '../../analysis/lap-analysis.ts';
import type { MeasuredDemo, Variant } from '../../demos/demo.ts';
import { eqDeviceId, eqIn, eqPoints } from '../../pictures/eq-points.ts';
import { eqResponseDb } from '../../pictures/eq-response.ts';
import { hzOfX, plotBox, topOfAxis } from '../../pictures/spectrum-axes.ts';
import { drawnSpectra, spectrumAt, type DrawnSpectra } from '../../pictures/spectrum-bands.ts';
import { greatestDifference } from '../../pictures/spectrum-difference.ts';
import { spectrumWords, wordsBefore } from '../../pictures/spectrum-words.ts';
import type { DemoModel } from '../demo-model.ts';
import { matchOffsetDb } from './match-offset.ts';
import { EqPoints } from './EqPoints.tsx';
import { drawDifference } from './difference-drawing.ts';
import { drawCurve, drawLine, drawLook, type DrawnLine } from './spectrum-drawing.ts';
import { drawAxes } from './spectrum-grid.ts';
import { SpectrumReadout } from './SpectrumReadout.tsx';
import { usePicture } from './use-picture.ts';
import { useTick } from './use-words.ts';

/** The top of the level axis before anything has been measured. */
const TOP_BEFORE_DB = -20;
const LOOK_BEFORE_HZ = 250;

interface SpectrumPictureProps {
  readonly demo: MeasuredDemo;
  readonly model: InstanceType<typeof DemoModel>;
}

/** One of the two versions compared, with what is known of its sound. */
interface Side {
  readonly variant: Variant;
  readonly index: number;
  readonly spectra: DrawnSpectra | null;
  readonly offsetDb: number;
}

/** How loud two versions are at each pitch, at this spot of the song, and what the EQ does, which can be dragged. */
export function SpectrumPicture({ demo, model }: SpectrumPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [lookedAt, setLookedAt] = useState<number | null>(null);
  const chosenId = model.variantId.value;
  const playing = model.phase.value === 'playing';
  const pending = model.lapPending.value;
  const laps = model.laps.value;
  const matched = model.levelMatch.value;
  useTick();

  const sideOf = (variant: Variant): Side => ({
    variant,
    index: demo.variants.indexOf(variant),
    spectra: spectraOf(laps.get(variant.id)),
    offsetDb: matchOffsetDb({ demo, model }, variant.id),
  });
  // The first is always one of the two; the other is the one that is heard, if that is another.
  const other = demo.variants.find(({ id }) => id === chosenId && id !== demo.variants[0].id);
  const sides = [demo.variants[0], other ?? demo.variants[1]].map(sideOf);
  const seconds = playing ? model.playheadSeconds() : null;
  const averages = sides.map((side) => levelsOf(side, null));
  const now = seconds === null ? averages : sides.map((side) => levelsOf(side, seconds));

  const deviceId = useMemo(() => eqDeviceId(demo), [demo]);
  const eq = deviceId === null ? null : eqIn(model.spec.value, demo, deviceId);
  const points = useMemo(() => (deviceId === null ? [] : eqPoints(demo, deviceId)), [demo, deviceId]);
  const response = useMemo(
    () => (eq ? eqResponseDb(eq.settings) : null),
    [eq && JSON.stringify(eq.settings)],
  );

  const most = averages[0] && averages[1] ? greatestDifference(averages[0], averages[1]) : null;
  const band = lookedAt ?? most?.band ?? bandOfHz(LOOK_BEFORE_HZ);
  const levels = [...laps.values()].map((lap) => spectraOf(lap)?.highestDb ?? -120);
  const topDb = levels.length === 0 ? TOP_BEFORE_DB : topOfAxis(Math.max(...levels));

  const buffers = useMemo(() => [new Float32Array(BANDS), new Float32Array(BANDS)], []);
  usePicture(
    canvas,
    (context, { width, height }, colours) => {
      const box = plotBox(width, height);
      context.font = `11px ${getComputedStyle(context.canvas).fontFamily}`;
      drawAxes(context, box, topDb, eq !== null, colours);
      const at = playing ? model.playheadSeconds() : null;
      const lines = sides.flatMap((side, i): DrawnLine[] => {
        const chosen = side.variant.id === chosenId;
        if (!fill(buffers[i], side, at)) return [];
        const colour = colours.sides[side.index];
        return [{ db: buffers[i], colour, dashed: i === 1, chosen, pending: chosen && pending }];
      });
      if (lines.length === 2) drawDifference(context, box, topDb, lines[0], lines[1]);
      for (const line of lines) drawLine(context, box, topDb, line);
      if (lines.length > 0) drawLook(context, box, topDb, band, lines, colours);
      if (eq && response) drawCurve(context, box, { responseDb: response, bypassed: eq.bypassed }, colours);
    },
    [laps, pending, chosenId, matched, playing, topDb, band, response, eq?.bypassed],
  );

  const look = (event: PointerEvent): void => {
    const bounds = canvas.current!.getBoundingClientRect();
    const hz = hzOfX(event.clientX - bounds.left, plotBox(bounds.width, bounds.height));
    setLookedAt(bandOfHz(hz));
  };
  const readings = sides.map(({ variant }, i) => ({ label: variant.label, db: now[i]?.[band] ?? null }));
  // Kept until the place, the versions or what is known of them change: not at every moment of the song.
  const spokenReadings = useMemo(() => readings, [band, chosenId, laps, matched, playing]);
  const [first, second] = sides.map(({ variant, offsetDb }, i) => {
    const averageDb = averages[i];
    const nowDb = seconds === null ? null : now[i];
    return averageDb && { label: variant.label, averageDb, nowDb, matchDb: offsetDb };
  });

  return (
    <div class="spectrum">
      <link rel="stylesheet" href={spectrumCss} />
      <div class="spectrum-canvas">
        <canvas
          ref={canvas}
          role="img"
          aria-label={`Spectrum of ${sides.map(({ variant }) => variant.label).join(' and ')}${eq ? `, and the curve of the ${eq.name}` : ''}; told in words below`}
          onPointerDown={look}
          onPointerMove={look}
        />
        {eq && (
          <EqPoints
            canvas={canvas}
            points={points}
            eq={eq}
            onTurn={model.turn}
            onReset={(knob) => model.turn(knob, model.authoredValue(knob))}
          />
        )}
      </div>
      <ul class="spectrum-key" aria-hidden="true">
        {sides.map(({ variant, index }, i) => (
          <li key={variant.id} data-side={'abcd'[index]} class={i === 1 ? 'spectrum-key-dashed' : ''}>
            {variant.label}
          </li>
        ))}
        <li class="spectrum-key-difference">+ more, − less than {sides[0].variant.label}</li>
        {eq && (
          <li class="spectrum-key-eq">
            {eq.name}
            {eq.bypassed ? ' (off)' : ''}
          </li>
        )}
      </ul>
      <SpectrumReadout band={band} lines={readings} spokenLines={spokenReadings} onLook={setLookedAt} />
      <p class="picture-words">
        {first && second ? spectrumWords(first, second, eq) : wordsBefore(playing, eq)}
        {first && second && pending && ' The new setting is being measured.'}
      </p>
      <p class="spectrum-note">
        Each level is of a third of an octave. Music loses about 4.5 dB with each octave; that much is added
        back, so that a balanced song looks level.
      </p>
    </div>
  );
}

const known = new WeakMap<LapAnalysis, DrawnSpectra>();

/** A lap's spectra, computed once. */
function spectraOf(lap: LapAnalysis | undefined): DrawnSpectra | null {
  if (!lap) return null;
  const spectra = known.get(lap) ?? drawnSpectra(lap);
  known.set(lap, spectra);
  return spectra;
}

/** The levels of a side at a moment, over the lap where seconds is null; false where nothing is known yet. */
function fill(into: Float32Array, { spectra, offsetDb }: Side, seconds: number | null): boolean {
  if (!spectra) return false;
  spectrumAt(spectra, seconds, into);
  for (let band = 0; band < BANDS; band++) into[band] += offsetDb;
  return true;
}

function levelsOf(side: Side, seconds: number | null): Float32Array | null {
  const levels = new Float32Array(BANDS);
  return fill(levels, side, seconds) ? levels : null;
}

function bandOfHz(hz: number): number {
  return Math.min(BANDS - 1, Math.max(0, Math.round(12 * Math.log2(hz / bandHz(0)))));
}
