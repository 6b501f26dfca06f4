import { batch, computed, createModel, effect, signal } from '@preact/signals';
import { asTrouble, type Trouble } from '../audio/trouble.ts';
import { matchDb, type MeasuredDemo } from '../demos/demo.ts';
import { withMatch, type MixSpec } from '../dsp/mix-spec.ts';
import {
  answered,
  DEFAULT_ABX_LENGTH,
  isFinished,
  presentX,
  resultOf,
  startAbx,
  type AbxLength,
  type AbxResult,
  type AbxRun,
  type Side,
} from '../training/abx.ts';
import type { DemoModel } from './demo-model.ts';

/** What can be listened to in a trial: the two versions, and the one that is to be named. */
export type Heard = Side | 'X';

/** The demo around it, of which a blind test takes the sound. */
type Sound = InstanceType<typeof DemoModel>;

/** A finished run and how it was taken. */
export interface BlindResult extends AbxResult {
  readonly labels: Readonly<Record<Side, string>>;
  readonly matched: boolean;
  /** How much louder B was than A, in dB, as they were heard. */
  readonly louderDb: number;
}

/** A blind comparison of two of a demo's versions. What X is stays in here until the last answer. */
export const BlindModel = createModel((demo: MeasuredDemo, sound: Sound, seed: () => number) => {
  const variantIds = signal<Readonly<Record<Side, string>>>({
    A: demo.variants[0].id,
    B: demo.variants[demo.variants.length - 1].id,
  });
  const length = signal<AbxLength>(DEFAULT_ABX_LENGTH);
  const matched = signal(true);
  const stage = signal<'ready' | 'preparing' | 'running' | 'ended early' | 'finished'>('ready');
  const heard = signal<Heard>('A');
  /** From 1. */
  const trial = signal(1);
  /** X has to be heard in a trial before it can be named. */
  const heardX = signal(false);
  const result = signal<BlindResult | null>(null);
  const trouble = signal<Trouble | null>(null);

  let run: AbxRun | null = null;
  let specs: Readonly<Record<Side, MixSpec>> | null = null;
  let heardLouderDb = 0;

  const both = computed(() => {
    const { A, B } = variantIds.value;
    return { A: sound.states.value.get(A)!, B: sound.states.value.get(B)! };
  });
  const labels = computed(() => ({ A: both.value.A.label, B: both.value.B.label }));
  /** How much louder B is than A before level match, in dB; null while that is not measured. */
  const louderDb = computed(() => {
    const { A, B } = both.value;
    return A.lufs === undefined || B.lufs === undefined ? null : B.lufs - A.lufs;
  });
  const alike = computed(() => JSON.stringify(both.value.A.spec) === JSON.stringify(both.value.B.spec));

  const hear = (what: Heard): void => {
    const side = what === 'X' ? run && presentX(run) : what;
    if (!specs || !side) return;
    batch(() => {
      heard.value = what;
      if (what === 'X') heardX.value = true;
      // A copy each time, so that the same message goes to the mix whether or not X is what plays already.
      sound.override.value = { ...specs![side] };
    });
  };

  const end = (how: 'ended early' | 'finished'): void => {
    run = specs = null;
    sound.stop();
    batch(() => {
      stage.value = how;
      sound.override.value = null;
    });
  };

  /** Both versions as they are now; a run keeps them whatever is turned meanwhile. */
  const prepared = async (): Promise<Readonly<Record<Side, MixSpec>>> => {
    const { A, B } = variantIds.peek();
    const [specA, specB] = [both.peek().A.spec, both.peek().B.spec];
    const lufsA = await measured(sound, A);
    const lufsB = await measured(sound, B);
    heardLouderDb = matched.peek() ? 0 : lufsB - lufsA;
    if (!matched.peek()) return { A: specA, B: specB };
    // As quiet as the demo plays them, so that the test begins with no jump.
    return {
      A: withMatch(specA, matchDb(demo, lufsA, [lufsB])),
      B: withMatch(specB, matchDb(demo, lufsB, [lufsA])),
    };
  };

  const begin = async (): Promise<void> => {
    batch(() => {
      stage.value = 'preparing';
      result.value = null;
      trouble.value = null;
    });
    try {
      const ready = await prepared();
      if (stage.peek() !== 'preparing') return;
      specs = ready;
      run = startAbx(length.peek(), seed());
      batch(() => {
        stage.value = 'running';
        trial.value = 1;
        heardX.value = false;
        hear('A');
      });
      if (sound.phase.peek() === 'stopped') sound.togglePlay();
    } catch (error) {
      batch(() => {
        stage.value = 'ready';
        trouble.value = asTrouble(error);
      });
    }
  };

  const answer = (said: Side): void => {
    if (!run || !heardX.peek()) return;
    run = answered(run, said);
    if (isFinished(run)) {
      result.value = {
        ...resultOf(run)!,
        labels: labels.peek(),
        matched: matched.peek(),
        louderDb: heardLouderDb,
      };
      end('finished');
      return;
    }
    batch(() => {
      trial.value++;
      heardX.value = false;
      hear('A');
    });
  };

  effect(() => () => {
    if (stage.peek() === 'running') end('ended early');
    stage.value = 'ended early';
  });

  return {
    variantIds,
    length,
    matched,
    stage,
    heard,
    trial,
    heardX,
    result,
    trouble,
    louderDb,
    alike,
    labels,
    hear,
    begin,
    answer,
    endEarly: (): void => end('ended early'),
    /** Put a version on a side; the other side gives it up. */
    place(side: Side, id: string): void {
      const other = side === 'A' ? 'B' : 'A';
      const now = variantIds.peek();
      const otherId = now[other] === id ? now[side] : now[other];
      variantIds.value = side === 'A' ? { A: id, B: otherId } : { A: otherId, B: id };
    },
  };
});

/** Integrated loudness of a variant's present state in LUFS, before level match; measured now where it must be. */
async function measured({ states, match, openEngine }: Sound, id: string): Promise<number> {
  const { key, spec, lufs } = states.peek().get(id)!;
  if (lufs !== undefined) return lufs;
  const enough = new AbortController();
  const engine = await openEngine(enough.signal);
  return new Promise((resolve, reject) => {
    const onLoudness = (now: number): void => {
      match.learn(key, now);
      resolve(now);
      enough.abort();
    };
    engine.analyse({ spec, deviceIds: [] }, onLoudness, enough.signal).catch(reject);
  });
}
