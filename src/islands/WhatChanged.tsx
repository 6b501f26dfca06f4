import { effect } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
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
    let changes = 0;
    return effect(() => {
      // Each of these may change; the first run only takes note of them.
      void [model.phase.value, model.levelMatch.value, model.specOf(demo.id)];
      // Where it does not load, the words that came with the page stay.
      if (changes++) import('./live-words.ts').then((live) => setTell(() => live.liveWords)).catch(() => 0);
    });
  }, [demo, model]);
  return (
    <div class="demo-words">
      <p class="demo-words-title">What changed</p>
      {(tell ? tell(demo, model) : demo.words[model.variantId.value]).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
