import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LapAnalysis } from '../../src/analysis/lap-analysis.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';
import type { VariantState } from '../../src/islands/demo-model.ts';
import { followLaps } from '../../src/islands/follow-laps.ts';

const lapOf = (seconds: number): LapAnalysis => ({ seconds }) as LapAnalysis;

/** A demo's laps with an analysis that answers when it is told to. */
function setUp(heardOnly = false) {
  const statesOf = (keys: Record<string, string>): ReadonlyMap<string, VariantState> =>
    new Map(
      Object.entries(keys).map(([id, key]) => [
        id,
        { label: id, key, spec: { song: key } as MixSpec, lufs: undefined },
      ]),
    );
  const states = signal(statesOf({ a: 'a0', b: 'b0', c: 'c0' }));
  const heardId = signal('a');
  const laps = signal<ReadonlyMap<string, LapAnalysis>>(new Map());
  const staleLaps = signal<ReadonlySet<string>>(new Set());
  const asked: string[] = [];
  const failures: string[] = [];
  let settle: (lap: LapAnalysis | Error) => void = () => undefined;
  const following = followLaps({
    states,
    heardId,
    heardOnly,
    deviceIds: [],
    laps,
    staleLaps,
    analyse: ({ spec }, _, abort) => {
      asked.push(spec.song);
      return new Promise((resolve, reject) => {
        abort.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
        settle = (lap) => (lap instanceof Error ? reject(lap) : resolve(lap));
      });
    },
    onLoudness: () => undefined,
    onFailure: (key) => failures.push(key),
  });
  return {
    ...{ following, heardId, laps, staleLaps, asked, failures },
    set: (keys: Record<string, string>) => (states.value = statesOf(keys)),
    finish: async (lap: LapAnalysis | Error) => {
      settle(lap);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

describe('The laps of a demo', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are analysed one after the other, the one that is heard first', async () => {
    const { following, heardId, laps, staleLaps, asked, finish } = setUp();
    heardId.value = 'b';
    following.request();
    expect(asked).toEqual(['b0']);
    expect([...staleLaps.value]).toEqual(['a', 'b', 'c']);
    await finish(lapOf(1));
    expect([...staleLaps.value]).toEqual(['a', 'c']);
    await finish(lapOf(2));
    await finish(lapOf(3));
    expect(asked).toEqual(['b0', 'a0', 'c0']);
    expect([...laps.value.keys()].sort()).toEqual(['a', 'b', 'c']);
  });

  it('of a knob that moves are asked for once it rests, 120 ms later, and the last one stands until then', async () => {
    const { following, laps, staleLaps, asked, set, finish } = setUp();
    following.request();
    for (const seconds of [1, 2, 3]) await finish(lapOf(seconds));
    set({ a: 'a1', b: 'b0', c: 'c0' });
    await vi.advanceTimersByTimeAsync(60);
    set({ a: 'a2', b: 'b0', c: 'c0' });
    await vi.advanceTimersByTimeAsync(119);
    expect(asked).toHaveLength(3);
    expect([...staleLaps.value]).toEqual(['a']);
    expect(laps.value.get('a')).toEqual(lapOf(1));
    await vi.advanceTimersByTimeAsync(2);
    expect(asked.slice(3)).toEqual(['a2']);
    await finish(lapOf(9));
    expect(laps.value.get('a')).toEqual(lapOf(9));
    expect(staleLaps.value.size).toBe(0);
  });

  it('that nobody needs any more are given up for what is heard', async () => {
    const { following, asked, set, finish } = setUp();
    following.request();
    await finish(lapOf(1));
    expect(asked).toEqual(['a0', 'b0']);
    set({ a: 'a1', b: 'b0', c: 'c0' });
    await vi.advanceTimersByTimeAsync(121);
    expect(asked).toEqual(['a0', 'b0', 'a1']);
    await finish(lapOf(2));
    expect(asked).toEqual(['a0', 'b0', 'a1', 'b0']);
  });

  it('that cannot be analysed are told, passed over, and tried again with the next Play', async () => {
    const { following, asked, failures, staleLaps, finish } = setUp();
    following.request();
    await finish(new Error('no memory'));
    expect(failures).toEqual(['a0']);
    expect(asked).toEqual(['a0', 'b0']);
    await finish(lapOf(2));
    await finish(lapOf(3));
    expect([...staleLaps.value]).toEqual(['a']);
    following.request();
    expect(asked.at(-1)).toBe('a0');
  });

  it('are only those that are heard on a weak machine', async () => {
    const { following, heardId, asked, finish } = setUp(true);
    following.request();
    await finish(lapOf(1));
    expect(asked).toEqual(['a0']);
    heardId.value = 'c';
    await vi.advanceTimersByTimeAsync(121);
    expect(asked).toEqual(['a0', 'c0']);
  });

  it('end with the demo: nothing more is asked for', async () => {
    const { following, asked, set } = setUp();
    following.request();
    following.end();
    set({ a: 'a1', b: 'b0', c: 'c0' });
    await vi.advanceTimersByTimeAsync(500);
    expect(asked).toEqual(['a0']);
  });
});
