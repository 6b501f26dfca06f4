import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { nearest, placeOf, turnsOf, type EqDevice, type EqPoint } from '../../pictures/eq-points.ts';
import {
  gainOfY,
  hzOfX,
  MARGIN,
  plotBox,
  shareOfGain,
  shareOfHz,
  xOfHz,
  yOfGain,
} from '../../pictures/spectrum-axes.ts';
import type { ShownKnob } from '../../demos/demo.ts';

interface EqPointsProps {
  readonly canvas: RefObject<HTMLCanvasElement>;
  readonly points: readonly EqPoint[];
  readonly eq: EqDevice;
  onTurn(knob: ShownKnob, value: number): void;
  onReset(knob: ShownKnob): void;
}

/** A point in the hand: which one, how far from its centre it was taken, and where the picture stood then. */
interface Grip {
  readonly point: EqPoint;
  readonly bounds: DOMRect;
  readonly awayX: number;
  readonly awayY: number;
}

/**
 * The bands of an EQ as points on its curve, to drag; a double click brings one back.
 *
 * They are for pointers only and hidden from assistive technology: each moves the same knobs as the sliders below, which
 * are the way by keyboard, by voice and in words. Elements, not places on the canvas, so that a touch on a point is a
 * drag from its first moment (touch-action) while the page scrolls everywhere else.
 */
export function EqPoints({ canvas, points, eq, onTurn, onReset }: EqPointsProps) {
  const grip = useRef<Grip | null>(null);
  const places = points.map((point) => placeOf(point, eq.settings));

  const spotOf = (event: PointerEvent | MouseEvent, bounds = canvas.current!.getBoundingClientRect()) => {
    const box = plotBox(bounds.width, bounds.height);
    const x = event.clientX - bounds.left;
    const y = event.clientY - bounds.top;
    const spots = places.map(({ hz, gainDb }) => ({ x: xOfHz(hz, box), y: yOfGain(gainDb, box) }));
    const i = nearest(spots, x, y);
    return { bounds, box, x, y, point: points[i], spot: spots[i] };
  };

  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const { bounds, x, y, point, spot } = spotOf(event);
    event.preventDefault();
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    grip.current = { point, bounds, awayX: x - spot.x, awayY: y - spot.y };
  };
  const onPointerMove = (event: PointerEvent): void => {
    const held = grip.current;
    if (!held) return;
    const { box, x, y } = spotOf(event, held.bounds);
    const place = { hz: hzOfX(x - held.awayX, box), gainDb: gainOfY(y - held.awayY, box) };
    for (const [knob, value] of turnsOf(held.point, place)) onTurn(knob, value);
  };
  const letGo = (): void => {
    grip.current = null;
  };
  const onDblClick = (event: MouseEvent): void => {
    const { point } = spotOf(event);
    for (const knob of [point.frequency, point.gain]) if (knob) onReset(knob);
  };

  return (
    <div class="eq-points" aria-hidden="true">
      {points.map(({ band, frequency, gain }, i) => (
        <span
          key={band}
          class={eq.bypassed ? 'eq-point eq-point-off' : 'eq-point'}
          data-band={band}
          data-drag={frequency && gain ? 'both' : frequency ? 'across' : 'up'}
          style={{
            left: `calc(${MARGIN.left}px + ${shareOfHz(places[i].hz)} * (100% - ${MARGIN.left + MARGIN.right}px))`,
            top: `calc(${MARGIN.top}px + ${shareOfGain(places[i].gainDb)} * (100% - ${MARGIN.top + MARGIN.bottom}px))`,
          }}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={letGo}
          onPointerCancel={letGo}
          onLostPointerCapture={letGo}
          onDblClick={onDblClick}
        />
      ))}
    </div>
  );
}
