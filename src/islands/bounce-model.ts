import { batch, createModel, effect, signal } from '@preact/signals';
import type { Engine } from '../audio/engine.ts';
import { asTrouble, type Trouble } from '../audio/trouble.ts';
import type { MeasuredDemo } from '../demos/demo.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';
import type { WavFormat } from '../dsp/wav-file.ts';

/** What was bounced, to be told and kept. */
export interface BounceResult {
  readonly fileName: string;
  readonly url: string;
  readonly truePeakDbtp: number;
  readonly integratedLufs: number;
}

/** One sound as a file: the present state of a demo, rendered beside the page. */
export const BounceModel = createModel(
  (
    demo: MeasuredDemo,
    openEngine: (signal: AbortSignal) => Promise<Engine>,
    spec: () => MixSpec,
    onReady: (result: BounceResult) => void,
  ) => {
    const format = signal<WavFormat>('int24');
    /** Share that is done, 0 … 1; null while nothing is being bounced. */
    const progress = signal<number | null>(null);
    const result = signal<BounceResult | null>(null);
    const trouble = signal<Trouble | null>(null);
    let running: AbortController | null = null;

    const discard = (): void => {
      if (result.peek()) URL.revokeObjectURL(result.peek()!.url);
      result.value = null;
    };

    const start = async (): Promise<void> => {
      const abort = new AbortController();
      running = abort;
      discard();
      batch(() => {
        progress.value = 0;
        trouble.value = null;
      });
      try {
        const engine = await openEngine(abort.signal);
        const file = await engine.bounce(
          spec(),
          format.peek(),
          (done) => (progress.value = done),
          abort.signal,
        );
        const bounced: BounceResult = {
          fileName: `bypass-${demo.id}.wav`,
          url: URL.createObjectURL(new Blob([file.wav], { type: 'audio/wav' })),
          truePeakDbtp: file.truePeakDbtp,
          integratedLufs: file.integratedLufs,
        };
        result.value = bounced;
        onReady(bounced);
      } catch (error) {
        if (!abort.signal.aborted) trouble.value = asTrouble(error);
      }
      if (running === abort) {
        running = null;
        progress.value = null;
      }
    };

    const cancel = (): void => {
      running?.abort();
      running = null;
      progress.value = null;
    };

    effect(() => () => {
      cancel();
      discard();
    });

    return { format, progress, result, trouble, start, cancel };
  },
);
