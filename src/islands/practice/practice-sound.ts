import { batch, signal } from '@preact/signals';
import type { Engine } from '../../audio/engine.ts';
import type * as EngineModule from '../../audio/engine.ts';
import { takeTheFloor } from '../../audio/now-playing.ts';
import { asTrouble, Trouble } from '../../audio/trouble.ts';
import { channelsOf, type ChannelSpec, type MixSpec } from '../../dsp/mix-spec.ts';

export type SoundPhase = 'stopped' | 'loading' | 'playing';

/**
 * The sound of the practice page: plays one mix after another, keeps the same spot of the loop between settings of one,
 * and measures loudness beside the page.
 */
export class PracticeSound {
  readonly phase = signal<SoundPhase>('stopped');
  /** Share of the song that has arrived, 0 … 1. */
  readonly loaded = signal(0);
  readonly trouble = signal<Trouble | null>(null);
  /** The system holds the sound: a call, a locked screen. */
  readonly interrupted = signal(false);
  private engine: Engine | null = null;
  /** What the engine was built for. */
  private builtFor = '';
  private loading: AbortController | null = null;
  /** Loudness in LUFS of mixes that were measured, before `matchDb`. */
  private readonly measured = new Map<string, number>();
  /** Those that are being measured, so that nothing is measured twice at once. */
  private readonly measuring = new Map<string, Promise<number>>();

  /** Play a mix: from the loop's start where nothing plays or other devices are needed, else from the same spot. */
  async play(spec: MixSpec): Promise<void> {
    if (this.phase.peek() === 'playing' && this.builtFor === buildOf(spec)) {
      this.apply(spec);
      return;
    }
    takeTheFloor(this.stop);
    this.loading?.abort();
    const abort = new AbortController();
    this.loading = abort;
    batch(() => {
      this.phase.value = 'loading';
      this.trouble.value = null;
      this.interrupted.value = false;
    });
    try {
      await this.start(spec, abort.signal);
      if (!abort.signal.aborted) this.phase.value = 'playing';
    } catch (error) {
      if (!abort.signal.aborted) this.fail(error);
    }
  }

  /** Another setting of the mix that plays. */
  apply(spec: MixSpec): void {
    if (this.phase.peek() === 'playing') this.engine?.apply(spec);
  }

  readonly stop = (): void => {
    this.loading?.abort();
    this.loading = null;
    this.engine?.stop();
    batch(() => {
      this.phase.value = 'stopped';
      this.interrupted.value = false;
    });
  };

  /**
   * Integrated loudness over the loop in LUFS, without the spec's `matchDb`; measured once for each mix.
   *
   * @throws Trouble, or an AbortError where its song was no longer wanted before it had arrived
   */
  async measure(spec: MixSpec, aborted: AbortSignal): Promise<number> {
    const key = JSON.stringify({ ...spec, matchDb: 0 });
    const known = this.measured.get(key);
    if (known !== undefined) return known;
    let measuring = this.measuring.get(key);
    if (!measuring) {
      measuring = this.analysed(spec, aborted);
      this.measuring.set(key, measuring);
    }
    try {
      const lufs = await measuring;
      this.measured.set(key, lufs);
      return lufs;
    } finally {
      this.measuring.delete(key);
    }
  }

  /** Measure what will be asked for next, as far as the mix that plays can be switched to it. */
  async measureAhead(specs: readonly MixSpec[]): Promise<void> {
    for (const spec of specs) {
      if (buildOf(spec) !== this.builtFor) return;
      await this.measure(spec, new AbortController().signal);
    }
  }

  /** Where in the loop, in seconds; null while nothing plays. */
  playheadSeconds(): number | null {
    return this.phase.peek() === 'playing' ? (this.engine?.playheadSeconds() ?? null) : null;
  }

  /** Length of the loop that is loaded, in seconds; 0 for none. */
  get loopSeconds(): number {
    const manifest = this.engine?.manifest;
    return manifest ? manifest.loopFrames / manifest.sampleRate : 0;
  }

  dispose(): void {
    this.stop();
    this.forget();
  }

  private async start(spec: MixSpec, aborted: AbortSignal): Promise<void> {
    const { FrozenClock, reopenSound } = await audioModule();
    for (let tries = 0; ; tries++) {
      const engine = await this.open(spec, aborted);
      if (aborted.aborted) return;
      try {
        await engine.play(spec);
        if (aborted.aborted) engine.stop();
        return;
      } catch (error) {
        if (aborted.aborted || tries > 0 || !(error instanceof FrozenClock)) throw error;
        this.forget();
        await reopenSound();
      }
    }
  }

  private async analysed(spec: MixSpec, aborted: AbortSignal): Promise<number> {
    const engine = await this.open(spec, aborted);
    const enough = new AbortController();
    return new Promise<number>((resolve, reject) => {
      const onLoudness = (lufs: number): void => {
        resolve(lufs);
        enough.abort();
      };
      engine
        .analyse({ spec: { ...spec, matchDb: 0 }, deviceIds: [] }, onLoudness, enough.signal)
        .catch(reject);
    });
  }

  /** The engine for a mix: the one that is there, where it holds the same devices. */
  private async open(spec: MixSpec, aborted: AbortSignal): Promise<Engine> {
    const build = buildOf(spec);
    if (this.engine && this.builtFor === build) return this.engine;
    this.forget();
    const { Engine } = await audioModule();
    const engine = await Engine.open(spec, (fraction) => (this.loaded.value = fraction), aborted);
    // Two may have been asked for at once; the later one stays.
    this.forget();
    this.engine = engine;
    this.builtFor = build;
    engine.onRunning = (running) => {
      if (this.phase.peek() === 'playing') this.interrupted.value = !running;
    };
    engine.onTrouble = (error) => {
      this.forget();
      this.fail(error);
    };
    engine.onReleased = () => {
      if (this.engine !== engine) return;
      this.engine = null;
      this.stop();
    };
    return engine;
  }

  private forget(): void {
    this.engine?.dispose();
    this.engine = null;
    this.builtFor = '';
    this.measuring.clear();
  }

  private fail(error: unknown): void {
    this.stop();
    this.trouble.value = asTrouble(error);
  }
}

async function audioModule(): Promise<typeof EngineModule> {
  try {
    return await import('../../audio/engine.ts');
  } catch (error) {
    throw new Trouble('The audio engine did not load.', 'Check the connection and press Play again.', error);
  }
}

/** What an engine is built for, whatever its settings: mixes that are equal in this can be switched while they play. */
function buildOf(spec: MixSpec): string {
  const channel = ({ devices, sends }: ChannelSpec): unknown => [
    devices.map(({ type, id, key }) => [type, id, key]),
    sends.map(({ to }) => to),
  ];
  return JSON.stringify([
    spec.song,
    spec.strips.map(({ stem, group }) => [stem, group]),
    channelsOf(spec).map(channel),
    spec.master.map(({ type, id, key }) => [type, id, key]),
  ]);
}
