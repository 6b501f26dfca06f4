import { batch, computed, createModel, effect, signal } from '@preact/signals';
import type { Engine, Readings } from '../audio/engine.ts';
import { takeTheFloor } from '../audio/now-playing.ts';
import { asTrouble, Trouble } from '../audio/trouble.ts';
import {
  authoredBypasses,
  authoredValue,
  flipped,
  isOn,
  stateKey,
  stateSpec,
  type Bypassed,
  type DeviceSwitch,
  type MeasuredDemo,
  type ShownKnob,
  type Turned,
  type Variant,
} from '../demos/demo.ts';
import { withMatch } from '../dsp/mix-spec.ts';
import { BounceModel } from './bounce-model.ts';
import { LevelMatchModel, type MatchedState } from './level-match-model.ts';

export type Phase = 'stopped' | 'loading' | 'playing';

/** What a listener has set in one variant. */
interface Positions {
  readonly bypassed: Bypassed;
  readonly turned: Turned;
}

/** Everything a demo knows and does; the component only draws it. */
export const DemoModel = createModel((demo: MeasuredDemo) => {
  const phase = signal<Phase>('stopped');
  /** Share of the song that has arrived, 0 … 1. */
  const loaded = signal(0);
  const trouble = signal<Trouble | null>(null);
  const readings = signal<Readings | null>(null);
  /** The system holds the sound: a call, a locked screen. */
  const interrupted = signal(false);
  const variantId = signal(demo.variants[0].id);
  const levelMatch = signal(true);
  /** Each variant keeps its own switches and knobs. */
  const positions = signal<ReadonlyMap<string, Positions>>(
    new Map(demo.variants.map((variant) => [variant.id, authored(variant)])),
  );

  const variant = computed(
    () => demo.variants.find((entry) => entry.id === variantId.value) ?? demo.variants[0],
  );
  const positionsOf = (entry: Variant): Positions => positions.value.get(entry.id) ?? authored(entry);
  const present = computed(() => positionsOf(variant.value));
  const unmatched = computed(() =>
    stateSpec(variant.value, present.value.bypassed, demo.knobs, present.value.turned),
  );
  const matchedState = computed<MatchedState>(() => ({
    key: keyOf(demo, variant.value, present.value),
    spec: unmatched.value,
    comparedKeys: demo.variants.map((entry) => keyOf(demo, entry, positionsOf(entry))),
  }));

  let engine: Engine | null = null;
  let loading: AbortController | null = null;

  const match = new LevelMatchModel(demo, matchedState, (spec) => engine?.measure(spec) ?? null);
  const spec = computed(() => withMatch(unmatched.value, levelMatch.value ? match.offsetDb.value : 0));

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
      interrupted.value = false;
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
      interrupted.value = false;
    });
    try {
      await startPlaying(abort.signal).catch(async (error: unknown) => {
        if (abort.signal.aborted || !(error instanceof Error) || error.name !== 'FrozenClock') throw error;
        // A sound device that has died without a word is opened anew, once.
        const { reopenSound } = await import('../audio/engine.ts');
        engine?.dispose();
        engine = null;
        await reopenSound();
        await startPlaying(abort.signal);
      });
      if (!abort.signal.aborted) phase.value = 'playing';
    } catch (error) {
      if (!abort.signal.aborted) fail(error);
    }
  };

  const startPlaying = async (aborted: AbortSignal): Promise<void> => {
    const opened = await openEngine(aborted);
    if (aborted.aborted) return;
    if (match.pending.peek()) match.request();
    await opened.play(spec.peek());
    if (aborted.aborted) opened.stop();
  };

  const openEngine = async (aborted: AbortSignal): Promise<Engine> => {
    if (engine) return engine;
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
    opened.onRunning = (running) => {
      if (phase.peek() === 'playing') interrupted.value = !running;
    };
    opened.onTrouble = (error) => {
      forget(opened);
      opened.dispose();
      fail(error);
    };
    opened.onReleased = () => {
      forget(opened);
      stop();
    };
    engine = opened;
    return opened;
  };

  const forget = (gone: Engine): void => {
    if (engine === gone) engine = null;
  };

  const bounce = new BounceModel(demo, openEngine, () => spec.peek());

  effect(() => () => {
    stop();
    engine?.dispose();
    engine = null;
  });

  const move = (change: Partial<Positions>): void => {
    positions.value = new Map(positions.peek()).set(variant.peek().id, { ...present.peek(), ...change });
  };

  return {
    phase,
    loaded,
    trouble,
    readings,
    interrupted,
    variantId,
    levelMatch,
    match,
    spec,
    bounce,
    switchIsOn: (entry: DeviceSwitch): boolean => isOn(entry, present.value.bypassed),
    deviceIsOn: (id: string): boolean => !present.value.bypassed.has(id),
    knobValue: (knob: ShownKnob): number =>
      present.value.turned.get(knob.key) ?? authoredValue(variant.value, knob),
    authoredValue: (knob: ShownKnob): number => authoredValue(variant.value, knob),
    togglePlay(): void {
      if (phase.peek() === 'stopped') void play();
      else stop();
    },
    stop,
    choose(id: string): void {
      variantId.value = id;
    },
    flip(entry: DeviceSwitch): void {
      move({ bypassed: flipped(entry, present.peek().bypassed) });
    },
    turn(knob: ShownKnob, value: number): void {
      const turned = new Map(present.peek().turned);
      if (value === authoredValue(variant.peek(), knob)) turned.delete(knob.key);
      else turned.set(knob.key, value);
      move({ turned });
    },
    toggleLevelMatch(): void {
      levelMatch.value = !levelMatch.peek();
    },
  };
});

function authored(variant: Variant): Positions {
  return { bypassed: authoredBypasses(variant), turned: new Map() };
}

/** Names a state, knobs included. */
function keyOf(demo: MeasuredDemo, variant: Variant, { bypassed, turned }: Positions): string {
  const switched = stateKey(demo, variant, bypassed);
  if (turned.size === 0) return switched;
  return `${switched}:${[...turned].sort(([a], [b]) => (a < b ? -1 : 1)).join(';')}`;
}
