import { describe, expect, it } from 'vitest';
import { exerciseById } from '../../src/exercises/all.ts';
import { sourceById } from '../../src/exercises/sources.ts';
import { chanceOf, graded } from '../../src/training/grade.ts';
import { correctedShare, guessingChanceOf } from '../../src/training/guessing.ts';
import { guessingChance } from '../../src/training/binomial.ts';
import type { PracticeRecord } from '../../src/training/practice-record.ts';
import { verdictOf } from '../../src/training/practice-verdict.ts';
import { Draw } from '../../src/training/random.ts';
import { reviewOf } from '../../src/training/review.ts';
import { startStaircase, stepped } from '../../src/training/staircase.ts';
import { thresholdOf } from '../../src/training/threshold.ts';
import { sizeText } from '../../src/training/size-text.ts';

const noise = sourceById('pink-noise');

describe('A staircase', () => {
  const climb = (rule: 2 | 3, answers: string): number[] => {
    let stairs = startStaircase(rule, 20, 6);
    return [...answers].map((answer) => {
      stairs = stepped(stairs, answer === '+');
      return stairs.rung;
    });
  };

  it('goes two rungs harder after two right answers in a row, and two easier after one wrong', () => {
    expect(climb(2, '++++-')).toEqual([6, 8, 8, 10, 8]);
  });

  it('goes by single rungs once it has turned twice', () => {
    expect(climb(2, '++-++-++-')).toEqual([6, 8, 6, 6, 7, 6, 6, 7, 6]);
  });

  it('needs three in a row where the rule says so', () => {
    expect(climb(3, '++-+++')).toEqual([6, 6, 4, 4, 4, 6]);
  });

  it('stays on its ladder', () => {
    expect(climb(2, '+'.repeat(40)).at(-1)).toBe(19);
    expect(climb(2, '-'.repeat(40)).at(-1)).toBe(0);
  });
});

describe('A threshold', () => {
  const ladder = [8, 4, 2, 1, 0.5];

  it('is the geometric mean of the sizes at the last turns, the first two left out', () => {
    expect(thresholdOf([0, 4, 2, 3, 2, 3, 2, 3], ladder)!.size).toBeCloseTo(Math.SQRT2, 6);
  });

  it('is not given after fewer than eight turns', () => {
    expect(thresholdOf([0, 4, 2, 3, 2, 3, 2], ladder)).toBeNull();
  });

  it('has an interval around it', () => {
    const { size, low, high } = thresholdOf([0, 4, 1, 3, 2, 3, 2, 3], ladder)!;
    expect(low).toBeLessThan(size);
    expect(high).toBeGreaterThan(size);
  });
});

describe('The chance of guessing', () => {
  it('is the binomial tail where all questions have two answers: 12 of 16 in 3.8 %', () => {
    expect(guessingChanceOf(12, Array<number>(16).fill(0.5))).toBeCloseTo(0.0384, 4);
    for (const n of [10, 16, 20])
      for (let right = 0; right <= n; right++)
        expect(guessingChanceOf(right, Array<number>(n).fill(0.5))).toBeCloseTo(guessingChance(right, n), 12);
  });

  it('is 5 of 14 in 3.9 % among seven bands', () => {
    expect(guessingChanceOf(5, Array<number>(14).fill(1 / 7))).toBeCloseTo(0.0388, 4);
  });

  it('counts a question that can only have one answer as none', () => {
    expect(guessingChanceOf(8, [...Array<number>(8).fill(1), ...Array<number>(8).fill(0.5)])).toBe(1);
    expect(correctedShare(12, Array<number>(16).fill(0.5))).toBeCloseTo(0.5, 12);
    expect(correctedShare(6, Array<number>(16).fill(0.5))).toBe(0);
  });
});

describe('A verdict', () => {
  const answers = (right: number, of: number) =>
    Array.from({ length: of }, (_, i) => ({
      exercise: 'level-change',
      source: 'pink-noise',
      way: 'abx' as const,
      rung: 0,
      size: 1,
      chance: 0.5,
      right: i < right,
      credit: Number(i < right),
      said: 'a',
      was: 'b',
    }));

  it.each([
    [12, 16, 'heard', /you hear it/],
    [11, 16, 'perhaps', /can be luck/],
    [8, 16, 'not yet', /cannot hear this yet, and that is a result/],
    [5, 5, 'too few', /say nothing yet/],
  ] as const)('of %i right in %i is “%s”', (right, of, standing, words) => {
    const verdict = verdictOf({ answers: answers(right, of), endedEarly: false });
    expect(verdict.standing).toBe(standing);
    expect(verdict.text).toMatch(words);
  });

  it('of 14 right in 16 is none where the set was ended early: who stops when it looks good proves nothing', () => {
    const verdict = verdictOf({ answers: answers(14, 16), endedEarly: true });
    expect(verdict.standing).toBe('unfinished');
    expect(verdict.text).toMatch(/ended early, so nothing is concluded/);
  });
});

describe('An answer', () => {
  const boost = exerciseById('eq-boost').ask({
    source: noise,
    way: 'name',
    rung: 0,
    answer: 4,
    draw: new Draw(1),
  });
  const say = (hz: number) => graded(boost, { kind: 'choice', id: `boost-${hz}` });

  it('an octave off earns half a point, two octaves none', () => {
    expect(say(1000)).toMatchObject({ right: true, credit: 1 });
    expect(say(2000).credit).toBeCloseTo(0.5, 2);
    expect(say(4000).credit).toBeCloseTo(0, 2);
    expect(say(125).credit).toBe(0);
  });

  it('that took a boost for a cut earns nothing, whatever the octave', () => {
    const either = exerciseById('eq-either').ask({
      source: noise,
      way: 'name',
      rung: 0,
      answer: 4,
      draw: new Draw(1),
    });
    expect(graded(either, { kind: 'choice', id: 'cut-1000' }).credit).toBe(0);
    expect(graded(either, { kind: 'choice', id: 'boost-2000' }).credit).toBeCloseTo(0.5, 2);
  });

  it('that is wrong can be heard as what it would have been', () => {
    expect(say(2000).yours).not.toBeNull();
    expect(say(1000).yours).toBeNull();
  });

  it('by a control is right within its tolerance, and says by how much it is off', () => {
    const match = exerciseById('level-change').ask({
      source: noise,
      way: 'match',
      rung: 3,
      answer: 0,
      draw: new Draw(1),
    });
    if (match.kind !== 'match') throw new Error('expected a match');
    const [{ target }] = match.knobs;
    const set = (level: number) => graded(match, { kind: 'match', settings: { level } });
    expect(set(target + 0.9).right).toBe(true);
    expect(set(target - 1.1)).toMatchObject({ right: false, off: 'Level: 1.1 dB too quiet.' });
    expect(set(target - 1.1).credit).toBeGreaterThan(0.9);
    // Where it was at first earns nothing.
    expect(set(match.knobs[0].start).credit).toBe(0);
    expect(chanceOf(match)).toBeGreaterThan(0.05);
    expect(chanceOf(match)).toBeLessThan(0.15);
  });
});

describe('A review', () => {
  const record = (day: string, right: number, source = 'pink-noise'): PracticeRecord => ({
    id: `${day} ${source}`,
    day,
    set: {
      exercises: [{ id: 'level-change', way: 'abx' }],
      sources: [source],
      length: 16,
      difficulty: { kind: 'fixed', percent: 50 },
      seed: 1,
    },
    answers: Array.from({ length: 16 }, (_, i) => ({
      exercise: 'level-change',
      source,
      way: 'abx',
      rung: 0,
      size: 1,
      chance: 0.5,
      right: i < right,
      credit: Number(i < right),
      said: 'a',
      was: 'b',
    })),
    thresholds: [],
    withdrawn: [],
    endedEarly: false,
    playback: null,
  });
  const exercises = [{ id: 'level-change', ways: ['abx'] as const, rungs: 9 }];

  it('brings back the next day what was not heard, and after 3, 7 and 16 days what was', () => {
    expect(reviewOf([record('2026-11-20', 8)], exercises, '2026-11-20')).toHaveLength(0);
    expect(reviewOf([record('2026-11-20', 8)], exercises, '2026-11-21')).toHaveLength(1);
    expect(reviewOf([record('2026-11-20', 15)], exercises, '2026-11-22')).toHaveLength(0);
    expect(reviewOf([record('2026-11-20', 15)], exercises, '2026-11-23')).toHaveLength(1);
    const twice = [record('2026-11-17', 15), record('2026-11-20', 15)];
    expect(reviewOf(twice, exercises, '2026-11-26')).toHaveLength(0);
    expect(reviewOf(twice, exercises, '2026-11-27')).toHaveLength(1);
  });

  it('puts the weakest first', () => {
    const due = reviewOf(
      [record('2026-11-01', 15), record('2026-11-01', 9, 'indie-pop-voice')],
      exercises,
      '2026-11-27',
    );
    expect(due.map(({ source }) => source)).toEqual(['indie-pop-voice', 'pink-noise']);
    expect(due[0].reason).toBe('not heard yet on 2026-11-01');
  });

  it('takes the one for weaker that a staircase kept on larger sizes, as both are right equally often', () => {
    const climbed = (source: string, rung: number): PracticeRecord => {
      const fixed = record('2026-11-01', 12, source);
      return {
        ...fixed,
        set: { ...fixed.set, difficulty: { kind: 'adaptive', rule: 2, start: 'same' } },
        answers: fixed.answers.map((answer) => ({ ...answer, rung })),
      };
    };
    const due = reviewOf([climbed('pink-noise', 7), climbed('indie-pop-voice', 2)], exercises, '2026-11-27');
    expect(due.map(({ source }) => source)).toEqual(['indie-pop-voice', 'pink-noise']);
  });

  it('counts nothing that was ended early', () => {
    expect(reviewOf([{ ...record('2026-11-01', 15), endedEarly: true }], exercises, '2026-11-27')).toEqual(
      [],
    );
  });
});

it('A size is said with two figures and its unit: 0.69 octaves, 1 octave, 25 %', () => {
  expect(sizeText(0.6931, 'octaves').replace('\u00a0', ' ')).toBe('0.69 octaves');
  expect(sizeText(1, 'octaves').replace('\u00a0', ' ')).toBe('1 octave');
  expect(sizeText(25.4, '%').replace('\u00a0', ' ')).toBe('25 %');
});
