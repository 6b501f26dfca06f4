import { useRef } from 'preact/hooks';
import { LEVELS_PER_SECOND } from '../../analysis/lap-analysis.ts';
import { devicesOf } from '../../dsp/mix-spec.ts';
import { momentOf, reductionWords } from '../../pictures/reduction-history.ts';
import { dbOfShare, driveDbOf, shareOfDb, transferCurve } from '../../pictures/transfer-curve.ts';
// As an address: an imported style sheet would be part of every page from the start.
import dynamicsCss from '../../styles/dynamics.css?url&no-inline';
import { boxesOf, drawCurve, drawDot, drawReductions } from './dynamics-drawing.ts';
import type { PictureProps } from './Pictures.tsx';
import { ThresholdHandle } from './ThresholdHandle.tsx';
import { usePicture } from './use-picture.ts';
import { useWords } from './use-words.ts';

const TRAIL_SECONDS = 0.3;

/** A compressor, gate or limiter at work: its curve with where the sound is on it, and what it has taken away. */
export function DynamicsPicture({ demo, model }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const spec = model.spec.value;
  const laps = model.laps.value;
  const id = model.variantId.value;
  const device = devicesOf(spec).find((entry) => entry.id === demo.gainReductionOf);
  const lap = device && laps.get(id)?.devices.get(device.id);
  const curve = device ? transferCurve(device) : null;
  const ceilingDb = device?.type === 'limiter' ? device.settings.ceilingDbtp : null;
  const place = demo.variants.findIndex((variant) => variant.id === id);
  const pending = model.lapPending.value;
  const deps = [spec, laps, id];

  usePicture(
    canvas,
    (context, size, colours) => {
      if (!device) return;
      const { curve: square, history } = boxesOf(size.width, size.height, curve !== null);
      const side = colours.sides[place] ?? colours.ink;
      const seconds = model.playheadSeconds();
      if (curve) drawCurve(context, square, colours, side, curve, device.bypassed);
      if (!lap) return;
      const { bypassed } = device;
      const drawn = { lap, bypassed, driveDb: driveDbOf(device), ceilingDb };
      drawReductions(context, history, colours, side, drawn, seconds ?? 0);
      if (!curve || seconds === null) return;
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      const steps = calm ? 1 : TRAIL_SECONDS * LEVELS_PER_SECOND;
      const trail = Array.from({ length: steps }, (_, i) =>
        momentOf(lap, seconds - (steps - 1 - i) / LEVELS_PER_SECOND),
      );
      drawDot(context, square, colours, trail);
    },
    deps,
  );

  const words = useWords(
    () => reductionWords(device?.name ?? '', lap, device?.bypassed ?? false, model.playheadSeconds()),
    deps,
  );
  const knob = demo.knobs.find(
    ({ deviceId, setting }) => deviceId === device?.id && setting === 'thresholdDb',
  );
  return (
    <div class="picture dynamics">
      <link rel="stylesheet" href={dynamicsCss} />
      <div class="dynamics-canvas">
        <canvas
          ref={canvas}
          // The lap of an earlier setting stands back until the new one is there.
          style={{ opacity: pending ? 0.5 : 1 }}
          role="img"
          aria-label={`${device?.name ?? 'Device'}: what goes in (outline), what comes out (filled), and how far it turns down (from the top)`}
        />
        {knob && curve && (
          <ThresholdHandle
            canvas={canvas}
            share={shareOfDb(model.knobValue(knob))}
            onMove={(share) => model.turn(knob, Number(dbOfShare(share).toFixed(knob.parameter.decimals)))}
            onReset={() => model.turn(knob, model.authoredValue(knob))}
          />
        )}
      </div>
      <p class="picture-words">{words}</p>
    </div>
  );
}
