import { batch, computed, createModel, effect, signal } from '@preact/signals';
import type { LapAnalysis } from '../analysis/lap-analysis.ts';
import type { Engine } from '../audio/engine.ts';
import type { Readings } from '../audio/readings.ts';
import { takeTheFloor } from '../audio/now-playing.ts';
import { asTrouble, Trouble } from '../audio/trouble.ts';
import { stateKey, stateSpec, type MeasuredDemo, type ShownKnob, type Variant } from '../demos/demo.ts';
import type { Positions } from '../demos/demo-state.ts';
import { withMatch, type MixSpec } from '../dsp/mix-spec.ts';
import type { StemSet } from '../song-manifest.ts';
import type * as SoundModule from './open-engine.ts';
import { LevelMatchModel } from './level-match-model.ts';
import { SettingsModel } from './settings-model.ts';

export type Phase = 'stopped' | 'loading' | 'playing';

/** A variant as it is set now, before level match. */
export interface VariantState {
  readonly label: string;
  readonly spec: MixSpec;
  /** Names the state: equal keys sound alike, and its loudness is known under this. */
  readonly key: string;
  /** Integrated loudness; undefined until it is measured. */
  readonly lufs: number | undefined;
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
  /** Plays instead of the present state, and no reading tells of it: a blind test. */
  const override = signal<MixSpec | null>(null);
  /** What each variant does over the loop, by id; empty before the first sound. */
  const laps = signal<ReadonlyMap<string, LapAnalysis>>(new Map());
  /** The variants whose lap is still that of an earlier state. */
  const staleLaps = signal<ReadonlySet<string>>(new Set());
  /** The song, once it has been loaded. */
  const manifest = signal<StemSet | null>(null);

  const settings = new SettingsModel(demo);
  const { variantId, levelMatch, notice } = settings;
  /** Loudness of what knobs have made, by key. */
  const turnedLufs = signal<ReadonlyMap<string, number>>(new Map());
  const states = computed<ReadonlyMap<string, VariantState>>(() => {
    const positions = settings.positions.value;
    return new Map(
      demo.variants.map((entry) => {
        const { bypassed, turned } = positions.get(entry.id) ?? settings.positionsOf(entry);
        const key = keyOf(demo, entry, { bypassed, turned });
        const spec = stateSpec(entry, bypassed, demo.knobs, turned);
        const lufs = demo.loudnessLufs[key] ?? turnedLufs.value.get(key);
        return [entry.id, { label: entry.label, spec, key, lufs }];
      }),
    );
  });
  const heard = computed(() => states.value.get(variantId.value)!);
  const match = new LevelMatchModel(demo, heard, states, turnedLufs);
  const spec = computed(() => {
    const { spec: own } = heard.value;
    return withMatch(own, own.matchDb + (levelMatch.value ? match.offsetDb.value : 0));
  });

  let loading: AbortController | null = null;

  effect(() => {
    const current = override.value ?? spec.value;
    if (phase.value === 'playing') sounding.sound?.engine.apply(current);
  });

  const stop = (): void => {
    loading?.abort();
    loading = null;
    sounding.sound?.engine.stop();
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

  const sounding: SoundModule.Sounding = {
    ...{ demo, spec, phase, override, states, variantId, loaded, readings, interrupted, manifest },
    ...{ laps, staleLaps, match, sound: null, stop, fail },
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
      const { startPlaying } = await soundModule();
      await startPlaying(sounding, abort.signal);
      if (!abort.signal.aborted) phase.value = 'playing';
    } catch (error) {
      if (!abort.signal.aborted) fail(error);
    }
  };

  const soundModule = (): Promise<typeof SoundModule> =>
    import('./open-engine.ts').catch((error: unknown) => {
      throw new Trouble(
        'The audio engine did not load.',
        'Check the connection and press Play again.',
        error,
      );
    });

  effect(() => () => {
    stop();
    sounding.sound?.dispose();
  });

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

  return {
    ...settings,
    phase,
    loaded,
    trouble,
    readings,
    interrupted,
    override,
    states,
    match,
    laps,
    staleLaps,
    /** Whether the lap of what is heard is still that of an earlier state. */
    lapPending: computed(() => staleLaps.value.has(variantId.value)),
    manifest,
    spec,
    openEngine: async (aborted: AbortSignal): Promise<Engine> =>
      (await soundModule()).openEngine(sounding, aborted),
    late,
    stop,
    /** Where in the loop, now; null while nothing plays, or something that is not to be told. */
    playheadSeconds: (): number | null =>
      phase.peek() === 'playing' && !override.peek()
        ? (sounding.sound?.engine.playheadSeconds() ?? null)
        : null,
    togglePlay(): void {
      if (phase.peek() === 'stopped') void play();
      else stop();
    },
    /** Set what was typed for a knob. Resolves to what is wrong with it, or ''. */
    type: (knob: ShownKnob, text: string): Promise<string> =>
      new Promise((resolve) =>
        late(import('../typed-setting.ts'), ({ typedSetting }) => {
          const typed = typedSetting(knob.parameter, text);
          if (typed.ok) settings.turn(knob, typed.value);
          else notice.value = typed.reason;
          resolve(typed.ok ? '' : typed.reason);
        }),
      ),
  };
});

/** Names a state, knobs included. */
function keyOf(demo: MeasuredDemo, variant: Variant, { bypassed, turned }: Positions): string {
  const switched = stateKey(demo, variant, bypassed);
  if (turned.size === 0) return switched;
  return `${switched}:${[...turned].sort(([a], [b]) => (a < b ? -1 : 1)).join(';')}`;
}
