import { computed, createModel, signal, type ReadonlySignal } from '@preact/signals';
import { matchDb, type MeasuredDemo } from '../demos/demo.ts';

/** What the level match needs to know of a demo's present state. */
export interface MatchedState {
  /** Under which its loudness is known or kept. */
  readonly key: string;
  /** Keys of the present states of all variants: they are compared with this one. */
  readonly comparedKeys: readonly string[];
}

/**
 * How far the present state is turned down so that all compare at one loudness.
 *
 * States that switches alone reach were measured when the site was built. One that knobs have made is measured beside
 * the page; until then the last offset stands, shown as pending. It never moves by itself while somebody listens.
 */
export const LevelMatchModel = createModel((demo: MeasuredDemo, state: ReadonlySignal<MatchedState>) => {
  const turnedLufs = signal<ReadonlyMap<string, number>>(new Map());
  const failedKey = signal('');
  const failed = computed(() => failedKey.value === state.value.key);
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

  /** Take in what a state measures. */
  const learn = (key: string, lufs: number): void => {
    failedKey.value = '';
    turnedLufs.value = new Map(turnedLufs.peek()).set(key, lufs);
  };
  /** Take in that a state cannot be measured. */
  const fail = (key: string): void => {
    if (lufsOf(key) === undefined) failedKey.value = key;
  };

  return { loudnessLufs, lufsOf, offsetDb, pending, failed, learn, fail };
});
