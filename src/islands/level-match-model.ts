import { computed, createModel, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { matchDb, type MeasuredDemo } from '../demos/demo.ts';
import type { VariantState } from './demo-model.ts';

/**
 * How far the present state is turned down so that all compare at one loudness.
 *
 * States that switches alone reach were measured when the site was built. One that knobs have made is measured beside
 * the page; until then the last offset stands, shown as pending. It never moves by itself while somebody listens.
 */
export const LevelMatchModel = createModel(
  (
    demo: MeasuredDemo,
    /** What is chosen. */
    heard: ReadonlySignal<VariantState>,
    /** All variants as they are set: they are compared with it. */
    states: ReadonlySignal<ReadonlyMap<string, VariantState>>,
    /** Written: loudness of what knobs have made, by key. */
    turnedLufs: Signal<ReadonlyMap<string, number>>,
  ) => {
    const failedKey = signal('');
    const failed = computed(() => failedKey.value === heard.value.key);
    const loudnessLufs = computed(() => heard.value.lufs);
    const pending = computed(() => loudnessLufs.value === undefined);
    const others = computed(() => [...states.value.values()].flatMap(({ lufs }) => lufs ?? []));
    let settledDb = 0;
    const offsetDb = computed(() => {
      const lufs = loudnessLufs.value;
      if (lufs !== undefined) settledDb = matchDb(demo, lufs, others.value);
      return settledDb;
    });

    return {
      loudnessLufs,
      offsetDb,
      pending,
      failed,
      /** Take in what a state measures. */
      learn(key: string, lufs: number): void {
        failedKey.value = '';
        turnedLufs.value = new Map(turnedLufs.peek()).set(key, lufs);
      },
      /** Take in that a state cannot be measured. */
      fail(key: string): void {
        if (heard.peek().key === key && heard.peek().lufs === undefined) failedKey.value = key;
      },
    };
  },
);
