import { effect } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MeasuredDemo } from '../demos/demo.ts';
import type { DemoModel } from './demo-model.ts';
import type { liveWords } from './live-words.ts';

interface WhatChangedProps {
  readonly demo: MeasuredDemo;
  readonly model: InstanceType<typeof DemoModel>;
}

/**
 * What the chosen version does otherwise than another, in sentences: for whoever cannot hear it, or is not sure.
 * The page brings those of the versions as their author left them; what forms them anew is fetched with the first
 * sound or the first change of a setting.
 */
export function WhatChanged({ demo, model }: WhatChangedProps) {
  const [tell, setTell] = useState<typeof liveWords | null>(null);
  useEffect(() => {
    let untouched: object | null = null;
    return effect(() => {
      const playing = model.phase.value !== 'stopped';
      const state = model.states.value;
      untouched ??= state;
      if (playing || !model.levelMatch.value || state !== untouched)
        // Where it does not load, the words that came with the page stay.
        import('./live-words.ts').then((live) => setTell(() => live.liveWords)).catch(() => undefined);
    });
  }, [model]);
  const box = useRef<HTMLDivElement>(null);
  const widthPx = useRef(0);
  // Words come and go while a setting moves. At one width they never give room back, so that nothing below, which may
  // be in someone's hand, moves up.
  useLayoutEffect(() => {
    const { style, offsetWidth } = box.current!;
    if (offsetWidth !== widthPx.current) style.minHeight = '';
    widthPx.current = offsetWidth;
    style.minHeight = `${box.current!.getBoundingClientRect().height}px`;
  });
  return (
    <div class="demo-words" ref={box}>
      <p class="demo-words-title">What changed</p>
      {(tell && !model.override.value ? tell(demo, model) : demo.words[model.variantId.value]).map(
        (sentence) => (
          <p key={sentence}>{sentence}</p>
        ),
      )}
    </div>
  );
}
