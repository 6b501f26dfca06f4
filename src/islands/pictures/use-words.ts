import { useContext, useEffect, useState } from 'preact/hooks';
import { everyFrame, PictureClock } from './picture-clock.ts';

/** A picture's words: new four times a second while the sound moves, and whenever `deps` change. */
export function useWords(words: () => string, deps: readonly unknown[]): string {
  const clock = useContext(PictureClock);
  const moving = clock.value;
  const [text, setText] = useState(words);
  useEffect(() => {
    setText(words());
    if (!moving) return;
    // Frames, unlike a timer, stand still while the page is hidden.
    return everyFrame(() => setText(words()), true);
  }, [moving, ...deps]);
  return text;
}

/** Draw a component again four times a second while the sound moves. */
export function useTick(): void {
  const clock = useContext(PictureClock);
  const moving = clock.value;
  const [, setTick] = useState(0);
  useEffect(() => (moving ? everyFrame(() => setTick((tick) => tick + 1), true) : undefined), [moving]);
}
