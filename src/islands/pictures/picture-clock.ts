import { signal, type ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';

/** Whether the sound of the demo around a picture moves. */
export const PictureClock = createContext<ReadonlySignal<boolean>>(signal(false));

/** Pictures that would move move this seldom where reduced motion is asked for; numbers always do. */
export const CALM_MS = 250;

/**
 * Call `tick` for as long as a picture moves: at each frame of the screen, or four times a second.
 * A hidden page has no frames, so nothing is drawn there. Returns a function that ends it.
 */
export function everyFrame(tick: () => void, calm: boolean): () => void {
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = (): void => {
    frame = requestAnimationFrame(() => {
      tick();
      if (calm) timer = setTimeout(next, CALM_MS);
      else next();
    });
  };
  next();
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
