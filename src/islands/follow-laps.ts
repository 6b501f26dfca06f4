import { batch, effect, type ReadonlySignal, type Signal } from '@preact/signals';
import type { AnalysisRequest, LapAnalysis } from '../analysis/lap-analysis.ts';
import type { VariantState } from './demo-model.ts';

/** A moving knob asks for one analysis when it rests, not one for each step. */
const REST_MS = 120;

export interface Followed {
  /** All variants as they are set, by id. */
  readonly states: ReadonlySignal<ReadonlyMap<string, VariantState>>;
  /** Which of them is chosen: it comes first. */
  readonly heardId: ReadonlySignal<string>;
  /** For weak machines: only what is heard is analysed. */
  readonly heardOnly: boolean;
  /** Devices whose levels and gain reductions are wanted. */
  readonly deviceIds: readonly string[];
  /** Written: what each variant does over the loop, by id. */
  readonly laps: Signal<ReadonlyMap<string, LapAnalysis>>;
  /** Written: the variants whose lap is still that of an earlier state, or is not there yet. */
  readonly staleLaps: Signal<ReadonlySet<string>>;
  /** Analyse one lap beside the page; null while there is nothing to do it with. */
  analyse(
    request: AnalysisRequest,
    onLoudness: (integratedLufs: number) => void,
    signal: AbortSignal,
  ): Promise<LapAnalysis> | null;
  onLoudness(key: string, integratedLufs: number): void;
  /** Told the key of a state that could not be analysed. */
  onFailure(key: string): void;
}

export interface Following {
  /** Go on now with what is missing. */
  request(): void;
  end(): void;
}

/**
 * Keep the laps of a demo's variants in step with its settings: analysed one after the other, the one that is heard
 * first, and anew when settings change. Until then the last one stands.
 */
export function followLaps(followed: Followed): Following {
  const { states, heardId, heardOnly, deviceIds, laps, staleLaps } = followed;
  /** The key of the state that each lap shows. */
  const shown = new Map<string, string>();
  const failed = new Set<string>();
  let running: { readonly key: string; readonly abort: AbortController } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isMissing = (id: string): boolean => {
    const key = states.peek().get(id)?.key;
    return key !== undefined && shown.get(id) !== key && !failed.has(key);
  };

  /** The variant to analyse next. */
  const nextId = (): string | undefined => {
    if (isMissing(heardId.peek())) return heardId.peek();
    return heardOnly ? undefined : [...states.peek().keys()].find(isMissing);
  };

  const tellStale = (): void => {
    const stale = [...states.peek()].filter(([id, { key }]) => shown.get(id) !== key);
    staleLaps.value = new Set(stale.map(([id]) => id));
  };

  const start = (variantId: string): void => {
    const { key, spec } = states.peek().get(variantId)!;
    const abort = new AbortController();
    const analysing = followed.analyse(
      { spec, deviceIds },
      (lufs) => followed.onLoudness(key, lufs),
      abort.signal,
    );
    if (!analysing) return;
    running = { key, abort };
    const goOn = (): void => {
      if (running?.abort !== abort) return;
      running = null;
      request();
    };
    analysing.then(
      (lap) => {
        shown.set(variantId, key);
        batch(() => {
          laps.value = new Map(laps.peek()).set(variantId, lap);
          tellStale();
        });
        goOn();
      },
      (error: unknown) => {
        if (!(error instanceof DOMException && error.name === 'AbortError')) {
          failed.add(key);
          followed.onFailure(key);
        }
        goOn();
      },
    );
  };

  const request = (): void => {
    clearTimeout(timer);
    const next = nextId();
    if (running && next !== undefined && running.key === states.peek().get(next)?.key) return;
    running?.abort.abort();
    running = null;
    if (next !== undefined) start(next);
  };

  const endEffect = effect(() => {
    void states.value;
    void heardId.value;
    clearTimeout(timer);
    tellStale();
    if (nextId() !== undefined) timer = setTimeout(request, REST_MS);
  });

  return {
    request: () => {
      failed.clear();
      request();
    },
    end: () => {
      endEffect();
      clearTimeout(timer);
      const { abort } = running ?? {};
      // What is given up now must not ask for the next.
      running = null;
      abort?.abort();
    },
  };
}
