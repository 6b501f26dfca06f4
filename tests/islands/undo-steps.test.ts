import { describe, expect, it } from 'vitest';
import { UNDO_DEPTH, withStep, type Step } from '../../src/islands/undo-steps.ts';

/** Changes of a single number, for which a state is enough: each step keeps what it was before. */
function after(...steps: Partial<Step<number>>[]): readonly Step<number>[] {
  return steps.reduce<readonly Step<number>[]>(
    (past, step, i) =>
      withStep(past, { what: 'Threshold', before: i, knob: null, press: i, atMs: i * 10_000, ...step }),
    [],
  );
}

describe('Undo', () => {
  it('takes back a whole drag at once, however long it rests on the way', () => {
    const past = after({}, { knob: 'a', press: 7 }, { knob: 'a', press: 7 }, { knob: 'a', press: 7 });
    expect(past.map(({ before }) => before)).toEqual([0, 1]);
  });

  it('takes back an arrow key that was held down or pressed quickly at once', () => {
    const past = after(...[0, 200, 400, 900].map((atMs) => ({ knob: 'a', atMs })));
    expect(past.map(({ before }) => before)).toEqual([0]);
  });

  it('keeps turns apart that are a second apart, or of two knobs', () => {
    expect(after({ knob: 'a', atMs: 0 }, { knob: 'a', atMs: 1000 })).toHaveLength(2);
    expect(after({ knob: 'a', atMs: 0, press: 1 }, { knob: 'b', atMs: 1, press: 1 })).toHaveLength(2);
  });

  it('keeps each flip of a switch', () => {
    expect(after({ atMs: 0, press: 1 }, { atMs: 1, press: 1 })).toHaveLength(2);
  });

  it(`goes back ${UNDO_DEPTH} steps, at least 20`, () => {
    const past = after(...Array.from({ length: 80 }, () => ({})));
    expect(UNDO_DEPTH).toBeGreaterThanOrEqual(20);
    expect(past.map(({ before }) => before)).toEqual(
      Array.from({ length: UNDO_DEPTH }, (_, i) => 80 - UNDO_DEPTH + i),
    );
  });
});
