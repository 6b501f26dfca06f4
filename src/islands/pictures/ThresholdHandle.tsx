import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { boxesOf, type Box } from './dynamics-drawing.ts';

interface ThresholdHandleProps {
  readonly canvas: RefObject<HTMLCanvasElement>;
  /** Where the threshold is on the axis, 0 … 1. */
  readonly share: number;
  onMove(share: number): void;
  onReset(): void;
}

/**
 * The threshold as a line on the curve, to drag; a double click brings it back. For pointers only and hidden from
 * assistive technology: it moves the same knob as the slider below, which is the way by keyboard, by voice and in words.
 */
export function ThresholdHandle({ canvas, share, onMove, onReset }: ThresholdHandleProps) {
  const [box, setBox] = useState<Box | null>(null);
  const held = useRef(false);
  useEffect(() => {
    const element = canvas.current!;
    const measure = (): void => setBox(boxesOf(element.clientWidth, element.clientHeight).curve);
    const resize = new ResizeObserver(measure);
    resize.observe(element);
    return () => resize.disconnect();
  }, []);
  if (!box) return null;
  const move = (event: PointerEvent): void => {
    if (held.current)
      onMove((event.clientX - canvas.current!.getBoundingClientRect().left - box.left) / box.width);
  };
  const letGo = (): void => {
    held.current = false;
  };
  return (
    <span
      class="threshold-handle"
      aria-hidden="true"
      style={{ left: `${box.left + share * box.width}px`, top: `${box.top}px`, height: `${box.height}px` }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = true;
      }}
      onPointerMove={move}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onDblClick={onReset}
    />
  );
}
