import { describe, expect, it } from 'vitest';
import { guessingChance } from '../../src/training/binomial.ts';
import { guessingChanceOf } from '../../src/training/guessing.ts';
import { practiceHistory, practised } from '../../src/training/practice-history.ts';
import type { AnsweredQuestion, PracticeRecord, Threshold } from '../../src/training/practice-record.ts';

const ABOUT = { exercise: 'level-change', source: 'pink-noise', way: 'abx' } as const;
const THRESHOLD: Threshold = {
  ...ABOUT,
  rule: 2,
  unit: 'dB',
  size: 1.1,
  low: 0.8,
  high: 1.5,
  reversals: 6,
};

function record(
  id: string,
  day: string,
  right: number,
  n: number,
  thresholds: readonly Threshold[] = [],
): PracticeRecord {
  const answers = Array.from({ length: n }, (_, i): AnsweredQuestion => ({
    ...ABOUT,
    rung: 0,
    size: 6,
    chance: 0.5,
    right: i < right,
    credit: i < right ? 1 : 0,
    said: 'X is A',
    was: 'X is A',
  }));
  return {
    id,
    day,
    set: {
      exercises: [{ id: ABOUT.exercise, way: ABOUT.way }],
      sources: [ABOUT.source],
      length: n,
      difficulty: { kind: 'adaptive', rule: 2, start: 'own' },
      seed: 1,
    },
    answers,
    thresholds,
    withdrawn: [],
    endedEarly: false,
    playback: null,
  };
}

describe('What practice found over the days', () => {
  it('stands by day, the oldest first, and leaves out sets about something else', () => {
    const records = [record('b', '2026-11-28', 9, 12, [THRESHOLD]), record('a', '2026-11-27', 6, 12)];
    expect(practiceHistory(records, 'level-change', 'pink-noise').map(({ day }) => day)).toEqual([
      '2026-11-27',
      '2026-11-28',
    ]);
    expect(practiceHistory(records, 'level-change', 'indie-pop-mix')).toEqual([]);
    expect([...practised(records)]).toEqual([['level-change', ['pink-noise']]]);
  });

  it('9 of 12 between two, corrected for guessing, are heard in half of the questions', () => {
    const [entry] = practiceHistory([record('a', '2026-11-27', 9, 12)], 'level-change', 'pink-noise');
    expect(entry.heardShare).toBeCloseTo(0.5, 12);
    expect(entry.notYet).toBe(false);
  });

  it('6 of 12 without a threshold are “not yet”; with a threshold they are the threshold', () => {
    const [without] = practiceHistory([record('a', '2026-11-27', 6, 12)], 'level-change', 'pink-noise');
    const [found] = practiceHistory(
      [record('a', '2026-11-27', 6, 12, [THRESHOLD])],
      'level-change',
      'pink-noise',
    );
    expect(without.notYet).toBe(true);
    expect(found).toMatchObject({ notYet: false, threshold: { size: 1.1 } });
  });

  it('the chance of a guesser agrees with the binomial one between two, and with 1 in 9 for two right of two among three', () => {
    for (let right = 0; right <= 16; right++)
      expect(guessingChanceOf(right, Array<number>(16).fill(0.5))).toBeCloseTo(guessingChance(right, 16), 12);
    expect(guessingChanceOf(2, [1 / 3, 1 / 3])).toBeCloseTo(1 / 9, 12);
    expect(guessingChanceOf(1, [0.5, 0.25])).toBeCloseTo(1 - 0.5 * 0.75, 12);
  });
});
