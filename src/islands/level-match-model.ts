import { computed, createModel, effect, signal, type ReadonlySignal } from '@preact/signals';
import { matchDb, type MeasuredDemo } from '../demos/demo.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';

/** A moving knob asks for one measurement when it rests, not one for each step. */
const REST_MS = 120;

/** What the level match needs to know of a demo's present state. */
export interface MatchedState {
  /** Under which its loudness is known or kept. */
  readonly key: string;
  readonly spec: MixSpec;
  /** Keys of the present states of all variants: they are compared with this one. */
  readonly comparedKeys: readonly string[];
}

/**
 * How far the present state is turned down so that all compare at one loudness.
 *
 * States that switches alone reach were measured when the site was built. One that knobs have made is measured beside
 * the page; until then the last offset stands, shown as pending. It never moves by itself while somebody listens.
 */
export const LevelMatchModel = createModel(
  (
    demo: MeasuredDemo,
    state: ReadonlySignal<MatchedState>,
    measure: (spec: MixSpec) => Promise<number> | null,
  ) => {
    const turnedLufs = signal<ReadonlyMap<string, number>>(new Map());
    const failed = signal(false);
    let settledDb = 0;

    const lufsOf = (key: string): number | undefined => demo.loudnessLufs[key] ?? turnedLufs.value.get(key);
    const loudnessLufs = computed(() => lufsOf(state.value.key));
    const pending = computed(() => loudnessLufs.value === undefined);
    const offsetDb = computed(() => {
      const lufs = loudnessLufs.value;
      if (lufs === undefined) return settledDb;
      const others = state.value.comparedKeys.flatMap((key) => lufsOf(key) ?? []);
      settledDb = matchDb(demo, lufs, others);
      return settledDb;
    });

    let timer: ReturnType<typeof setTimeout> | undefined;

    const request = (): void => {
      const { key, spec } = state.peek();
      const measuring = measure(spec);
      if (!measuring) return;
      measuring.then(
        (lufs) => {
          failed.value = false;
          turnedLufs.value = new Map(turnedLufs.peek()).set(key, lufs);
        },
        (error: unknown) => {
          failed.value = !(error instanceof DOMException && error.name === 'AbortError');
        },
      );
    };

    effect(() => {
      const unknown = pending.value && state.value.key !== '';
      clearTimeout(timer);
      if (unknown) timer = setTimeout(request, REST_MS);
    });
    effect(() => () => clearTimeout(timer));

    return { loudnessLufs, offsetDb, pending, failed, request };
  },
);
