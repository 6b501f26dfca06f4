import { batch, computed, createModel, effect, signal } from '@preact/signals';
import type { Engine, Readings } from '../audio/engine.ts';
import { takeTheFloor } from '../audio/now-playing.ts';
import { asTrouble, Trouble } from '../audio/trouble.ts';
import {
  authoredBypasses,
  flipped,
  isOn,
  matchDb,
  stateKey,
  stateSpec,
  type Bypassed,
  type DeviceSwitch,
  type MeasuredDemo,
} from '../demos/demo.ts';
import { withMatch } from '../dsp/mix-spec.ts';

export type Phase = 'stopped' | 'loading' | 'playing';

/** Everything a demo knows and does; the component only draws it. */
export const DemoModel = createModel((demo: MeasuredDemo) => {
  const phase = signal<Phase>('stopped');
  /** Share of the song that has arrived, 0 … 1. */
  const loaded = signal(0);
  const trouble = signal<Trouble | null>(null);
  const readings = signal<Readings | null>(null);
  const variantId = signal(demo.variants[0].id);
  const levelMatch = signal(true);
  /** Each variant keeps its own switch positions. */
  const bypassedIn = signal<ReadonlyMap<string, Bypassed>>(
    new Map(demo.variants.map((variant) => [variant.id, authoredBypasses(variant)])),
  );

  const variant = computed(
    () => demo.variants.find((entry) => entry.id === variantId.value) ?? demo.variants[0],
  );
  const bypassed = computed(() => bypassedIn.value.get(variant.value.id) ?? authoredBypasses(variant.value));
  const key = computed(() => stateKey(demo, variant.value, bypassed.value));
  const loudnessLufs = computed(() => demo.loudnessLufs[key.value]);
  /** How far level match turns this state down, in dB (≤ 0), whether or not it is on. */
  const offsetDb = computed(() => matchDb(demo, key.value));
  const spec = computed(() =>
    withMatch(stateSpec(variant.value, bypassed.value), levelMatch.value ? offsetDb.value : 0),
  );

  let engine: Engine | null = null;
  let loading: AbortController | null = null;

  effect(() => {
    const current = spec.value;
    if (phase.value === 'playing') engine?.apply(current);
  });

  const stop = (): void => {
    loading?.abort();
    loading = null;
    engine?.stop();
    batch(() => {
      phase.value = 'stopped';
      readings.value = null;
    });
  };

  const fail = (error: unknown): void => {
    stop();
    trouble.value = asTrouble(error);
  };

  const play = async (): Promise<void> => {
    takeTheFloor(stop);
    const abort = new AbortController();
    loading = abort;
    batch(() => {
      phase.value = 'loading';
      trouble.value = null;
    });
    try {
      engine ??= await openEngine(abort.signal);
      if (abort.signal.aborted) return;
      await engine.play(spec.peek());
      if (abort.signal.aborted) engine.stop();
      else phase.value = 'playing';
    } catch (error) {
      if (!abort.signal.aborted) fail(error);
    }
  };

  const openEngine = async (aborted: AbortSignal): Promise<Engine> => {
    const { Engine } = await import('../audio/engine.ts').catch((error: unknown) => {
      throw new Trouble(
        'The audio engine did not load.',
        'Check the connection and press Play again.',
        error,
      );
    });
    const opened = await Engine.open(spec.peek(), (fraction) => (loaded.value = fraction), aborted);
    opened.onReadings = (next) => {
      if (phase.peek() === 'playing') readings.value = next;
    };
    opened.onTrouble = (error) => {
      engine?.dispose();
      engine = null;
      fail(error);
    };
    return opened;
  };

  effect(() => () => {
    stop();
    engine?.dispose();
    engine = null;
  });

  return {
    phase,
    loaded,
    trouble,
    readings,
    variantId,
    levelMatch,
    loudnessLufs,
    offsetDb,
    switchIsOn: (entry: DeviceSwitch): boolean => isOn(entry, bypassed.value),
    deviceIsOn: (id: string): boolean => !bypassed.value.has(id),
    togglePlay(): void {
      if (phase.peek() === 'stopped') void play();
      else stop();
    },
    stop,
    choose(id: string): void {
      variantId.value = id;
    },
    flip(entry: DeviceSwitch): void {
      bypassedIn.value = new Map(bypassedIn.peek()).set(variant.peek().id, flipped(entry, bypassed.peek()));
    },
    toggleLevelMatch(): void {
      levelMatch.value = !levelMatch.peek();
    },
  };
});
