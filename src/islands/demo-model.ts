import { batch, computed, createModel, effect, signal } from '@preact/signals';
import type { Engine, Readings } from '../audio/engine.ts';
import { takeTheFloor } from '../audio/now-playing.ts';
import { asTrouble, Trouble } from '../audio/trouble.ts';
import {
  authoredValue,
  flipped,
  isOn,
  matchDb,
  stateKey,
  stateSpec,
  type DeviceSwitch,
  type MeasuredDemo,
  type ShownKnob,
  type Variant,
} from '../demos/demo.ts';
import { authored, authoredPositions, type DemoState, type Positions } from '../demos/demo-state.ts';
import { withMatch, type MixSpec } from '../dsp/mix-spec.ts';
import type { LapAnalysis } from '../analysis/lap-analysis.ts';
import type { Following, LapState } from './follow-laps.ts';
import { LevelMatchModel, type MatchedState } from './level-match-model.ts';
import { withStep, type Step } from './undo-steps.ts';

export type Phase = 'stopped' | 'loading' | 'playing';

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
  /** Plays instead of the present state, and no reading tells of it: a blind test. */
  const override = signal<MixSpec | null>(null);
  /** Each variant keeps its own switches and knobs. */
  const positions = signal(authoredPositions(demo));
  const state = computed<DemoState>(() => ({
    variantId: variantId.value,
    levelMatch: levelMatch.value,
    positions: positions.value,
  }));
  /** Changes that can be undone, the latest last. Choosing what to hear is none. */
  const steps = signal<readonly Step<DemoState>[]>([]);
  /** Presses of keys and pointers inside the demo: a knob's turns within one are one step. */
  let presses = 0;
  /** The result of what was last asked for, to be told once. */
  const notice = signal('');

  const entryOf = (id: string): Variant => demo.variants.find((entry) => entry.id === id) ?? demo.variants[0];
  const variant = computed(() => entryOf(variantId.value));
  const positionsOf = (entry: Variant): Positions => positions.value.get(entry.id) ?? authored(entry);
  const present = computed(() => positionsOf(variant.value));
  const unmatched = computed(() =>
    stateSpec(variant.value, present.value.bypassed, demo.knobs, present.value.turned),
  );
  const matchedState = computed<MatchedState>(() => ({
    key: keyOf(demo, variant.value, present.value),
    comparedKeys: demo.variants.map((entry) => keyOf(demo, entry, positionsOf(entry))),
  }));

  let engine: Engine | null = null;
  let loading: AbortController | null = null;

  const match = new LevelMatchModel(demo, matchedState);
  const laps = signal<ReadonlyMap<string, LapAnalysis>>(new Map());
  const lapPending = signal(false);
  const lapStates = computed<readonly LapState[]>(() => {
    const heard = variant.value;
    return [heard, ...demo.variants.filter((entry) => entry !== heard)].map((entry) => {
      const { bypassed, turned } = positionsOf(entry);
      const key = keyOf(demo, entry, { bypassed, turned });
      return { variantId: entry.id, key, spec: stateSpec(entry, bypassed, demo.knobs, turned) };
    });
  });
  let following: Following | null = null;
  const spec = computed(() => withMatch(unmatched.value, levelMatch.value ? match.offsetDb.value : 0));

  effect(() => {
    const current = override.value ?? spec.value;
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
      notice.value = '';
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
    following?.request();
    await opened.play(override.peek() ?? spec.peek());
    if (aborted.aborted) opened.stop();
  };

  const openEngine = async (aborted: AbortSignal): Promise<Engine> => {
    if (engine) return engine;
    const loading = Promise.all([import('../audio/engine.ts'), import('./follow-laps.ts')]);
    const [{ Engine }, { followLaps }] = await loading.catch((error: unknown) => {
      throw new Trouble(
        'The audio engine did not load.',
        'Check the connection and press Play again.',
        error,
      );
    });
    const opened = await Engine.open(spec.peek(), (fraction) => (loaded.value = fraction), aborted);
    opened.onReadings = (next) => {
      if (phase.peek() === 'playing') readings.value = override.peek() ? null : next;
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
    following ??= followLaps({
      states: lapStates,
      heardOnly: opened.light,
      deviceIds: lookedAtDevices(demo),
      laps,
      lapPending,
      analyse: (request, onLoudness, signal) => engine?.analyse(request, onLoudness, signal) ?? null,
      onLoudness: match.learn,
      onFailure: match.fail,
    });
    return opened;
  };

  const forget = (gone: Engine): void => {
    if (engine === gone) engine = null;
  };

  effect(() => () => {
    stop();
    following?.end();
    engine?.dispose();
    engine = null;
  });

  const note = (what: string, knob: string | null = null): void => {
    const step = { what, before: state.peek(), knob, press: presses, atMs: performance.now() };
    steps.value = withStep(steps.peek(), step);
    notice.value = '';
  };

  const set = (next: DemoState): void =>
    batch(() => {
      variantId.value = next.variantId;
      levelMatch.value = next.levelMatch;
      positions.value = next.positions;
    });

  const turn = (knob: ShownKnob, value: number): void => {
    const { turned } = present.peek();
    const before = authoredValue(variant.peek(), knob);
    if (value === (turned.get(knob.key) ?? before)) return;
    note(knob.parameter.label, `${variantId.peek()}:${knob.key}`);
    const next = new Map(turned);
    if (value === before) next.delete(knob.key);
    else next.set(knob.key, value);
    move({ turned: next });
  };

  /** Use a part of the program that is fetched when it is needed first. */
  const late = <Module>(module: Promise<Module>, use: (loaded: Module) => void): void => {
    module.then(use, (error: unknown) => {
      trouble.value = new Trouble(
        'A part of this page did not load.',
        'Check the connection and try again.',
        error,
      );
    });
  };

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
    override,
    match,
    laps,
    lapPending,
    /** Where in the loop, now; null while nothing plays, or something that is not to be told. */
    playheadSeconds: (): number | null =>
      phase.peek() === 'playing' && !override.peek() ? (engine?.playheadSeconds() ?? null) : null,
    /** How far a variant's present state is turned down while levels are matched, in dB (≤ 0). */
    matchOffsetDb(id: string): number {
      const lufs = match.lufsOf(keyOf(demo, entryOf(id), positionsOf(entryOf(id))));
      return lufs === undefined
        ? 0
        : matchDb(
            demo,
            lufs,
            matchedState.value.comparedKeys.flatMap((key) => match.lufsOf(key) ?? []),
          );
    },
    spec,
    openEngine,
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
    /** The present state of any variant, before level match. */
    specOf(id: string): MixSpec {
      const entry = entryOf(id);
      return stateSpec(entry, positionsOf(entry).bypassed, demo.knobs, positionsOf(entry).turned);
    },
    /** Names that state: its loudness is known under this. */
    keyOf: (id: string): string => keyOf(demo, entryOf(id), positionsOf(entryOf(id))),
    choose(id: string): void {
      variantId.value = id;
      notice.value = '';
    },
    flip(entry: DeviceSwitch): void {
      note(entry.name);
      move({ bypassed: flipped(entry, present.peek().bypassed) });
    },
    turn,
    toggleLevelMatch(): void {
      note('Level match');
      levelMatch.value = !levelMatch.peek();
    },
    state,
    steps,
    notice,
    late,
    say(text: string): void {
      notice.value = text;
    },
    /** A key or pointer goes down inside the demo. */
    pressed(): void {
      presses++;
    },
    /** Set what was typed for a knob. Resolves to what is wrong with it, or ''. */
    type: (knob: ShownKnob, text: string): Promise<string> =>
      new Promise((resolve) =>
        late(import('../typed-setting.ts'), ({ typedSetting }) => {
          const typed = typedSetting(knob.parameter, text);
          if (typed.ok) turn(knob, typed.value);
          else notice.value = typed.reason;
          resolve(typed.ok ? '' : typed.reason);
        }),
      ),
    restore(what: string, next: DemoState): void {
      note(what);
      set(next);
    },
    /** Every variant as its author left it, levels matched; what is heard stays chosen. */
    reset(): void {
      note('reset');
      set({ variantId: variantId.peek(), levelMatch: true, positions: authoredPositions(demo) });
      notice.value = 'Everything is as the lesson has it.';
    },
    undo(): void {
      const last = steps.peek().at(-1);
      notice.value = 'There is nothing to undo.';
      if (!last) return;
      steps.value = steps.peek().slice(0, -1);
      set(last.before);
      notice.value = `Undone: ${last.what}. ${steps.peek().length} left to undo.`;
    },
  };
});

/** Devices that pictures and words look at: those that can be switched or turned, or whose reduction is shown. */
function lookedAtDevices({ switches, knobs, gainReductionOf }: MeasuredDemo): string[] {
  const shown = gainReductionOf === null ? [] : [gainReductionOf];
  const ids = [
    ...shown,
    ...knobs.map(({ deviceId }) => deviceId),
    ...switches.flatMap((entry) => entry.deviceIds),
  ];
  return [...new Set(ids)];
}

/** Names a state, knobs included. */
function keyOf(demo: MeasuredDemo, variant: Variant, { bypassed, turned }: Positions): string {
  const switched = stateKey(demo, variant, bypassed);
  if (turned.size === 0) return switched;
  return `${switched}:${[...turned].sort(([a], [b]) => (a < b ? -1 : 1)).join(';')}`;
}
