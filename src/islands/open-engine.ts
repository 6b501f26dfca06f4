import type { ReadonlySignal, Signal } from '@preact/signals';
import type { LapAnalysis } from '../analysis/lap-analysis.ts';
import { Engine, FrozenClock, reopenSound } from '../audio/engine.ts';
import type { Readings } from '../audio/readings.ts';
import type { MeasuredDemo } from '../demos/demo.ts';
import { devicesThatMatter } from '../demos/demo-devices.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';
import type { StemSet } from '../song-manifest.ts';
import type { Phase, VariantState } from './demo-model.ts';
import { followLaps } from './follow-laps.ts';

/** What of a demo's model its sound reads and writes. */
export interface Sounding {
  readonly demo: MeasuredDemo;
  readonly spec: ReadonlySignal<MixSpec>;
  readonly phase: ReadonlySignal<Phase>;
  readonly override: ReadonlySignal<MixSpec | null>;
  readonly states: ReadonlySignal<ReadonlyMap<string, VariantState>>;
  readonly variantId: ReadonlySignal<string>;
  readonly loaded: Signal<number>;
  readonly readings: Signal<Readings | null>;
  readonly interrupted: Signal<boolean>;
  readonly manifest: Signal<StemSet | null>;
  readonly laps: Signal<ReadonlyMap<string, LapAnalysis>>;
  readonly staleLaps: Signal<ReadonlySet<string>>;
  readonly match: { learn(key: string, lufs: number): void; fail(key: string): void };
  stop(): void;
  fail(error: unknown): void;
  /** Written: null while there is none. */
  sound: Sound | null;
}

/** An engine with the analysis that goes with it. */
export interface Sound {
  readonly engine: Engine;
  /** Analyse now what is missing. */
  request(): void;
  dispose(): void;
}

/** Play what is set, from the loop's start. A sound device that has died without a word is opened anew, once. */
export async function startPlaying(sounding: Sounding, aborted: AbortSignal): Promise<void> {
  try {
    await start(sounding, aborted);
  } catch (error) {
    if (aborted.aborted || !(error instanceof FrozenClock)) throw error;
    sounding.sound?.dispose();
    sounding.sound = null;
    await reopenSound();
    await start(sounding, aborted);
  }
}

async function start(sounding: Sounding, aborted: AbortSignal): Promise<void> {
  const engine = await openEngine(sounding, aborted);
  if (aborted.aborted) return;
  sounding.sound?.request();
  await engine.play(sounding.override.peek() ?? sounding.spec.peek());
  if (aborted.aborted) engine.stop();
}

/** The engine of a demo, opened and followed by its model where it is not. Aborting ends it with an AbortError. */
export async function openEngine(sounding: Sounding, aborted: AbortSignal): Promise<Engine> {
  if (sounding.sound) return sounding.sound.engine;
  const { spec, phase, override, readings, interrupted, match } = sounding;
  const engine = await Engine.open(spec.peek(), (fraction) => (sounding.loaded.value = fraction), aborted);
  sounding.manifest.value = engine.manifest;
  const following = followLaps({
    ...sounding,
    heardId: sounding.variantId,
    heardOnly: engine.light,
    deviceIds: devicesThatMatter(sounding.demo).map(({ id }) => id),
    analyse: (request, onLoudness, signal) => engine.analyse(request, onLoudness, signal),
    onLoudness: match.learn,
    onFailure: match.fail,
  });
  const dispose = (): void => {
    following.end();
    engine.dispose();
  };
  const forget = (): void => {
    if (sounding.sound?.engine === engine) sounding.sound = null;
  };
  engine.onReadings = (next) => {
    if (phase.peek() === 'playing') readings.value = override.peek() ? null : next;
  };
  engine.onRunning = (running) => {
    if (phase.peek() === 'playing') interrupted.value = !running;
  };
  engine.onTrouble = (error) => {
    forget();
    dispose();
    sounding.fail(error);
  };
  engine.onReleased = () => {
    forget();
    following.end();
    sounding.stop();
  };
  sounding.sound = { engine, request: following.request, dispose };
  return engine;
}
