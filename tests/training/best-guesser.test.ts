import { describe, expect, it } from 'vitest';
import { EXERCISES } from '../../src/exercises/all.ts';
import { SOURCES } from '../../src/exercises/sources.ts';
import type { Exercise, Source } from '../../src/training/exercise.ts';
import { guessingChanceOf, HEARD_CHANCE } from '../../src/training/guessing.ts';
import { matchingChance } from '../../src/training/matching-chance.ts';
import { isMatched } from '../../src/training/grade.ts';
import { allowedAnswers } from '../../src/training/answer-order.ts';
import type { MatchKnob } from '../../src/training/question.ts';
import { Draw, seedOf } from '../../src/training/random.ts';
import { startStaircase, stepped } from '../../src/training/staircase.ts';

/** How often the best of all ways of guessing between two is told “you hear it”, exactly: every way is gone through. */
function bestOfAllWays(n: number): number {
  const heard = new Map<number, boolean>();
  const isHeard = (right: number, sure: number): boolean => {
    const key = right * 100 + sure;
    if (!heard.has(key)) {
      const chances = Array.from({ length: n }, (_, i) => (i < sure ? 1 : 0.5));
      heard.set(key, guessingChanceOf(right, chances) <= HEARD_CHANCE);
    }
    return heard.get(key)!;
  };
  const known = new Map<string, number>();
  /** @param ahead how many more 0s than 1s came @param run answers of the same kind running, as a list */
  const best = (i: number, ahead: number, run: readonly number[], sure: number, right: number): number => {
    if (i === n) return Number(isHeard(right, sure));
    const key = `${i} ${ahead} ${run.join('')} ${sure} ${right}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const allowed = allowedAnswers([Math.max(0, ahead), Math.max(0, -ahead)], run, [0, 1]);
    const nowSure = sure + Number(allowed.length === 1);
    const after = (answer: number, guess: number): number =>
      best(
        i + 1,
        ahead + (answer === 0 ? 1 : -1),
        run[0] === answer ? [...run, answer].slice(-3) : [answer],
        nowSure,
        right + Number(answer === guess),
      );
    const passes = [0, 1].map(
      (guess) => allowed.reduce((sum, answer) => sum + after(answer, guess), 0) / allowed.length,
    );
    known.set(key, Math.max(...passes));
    return known.get(key)!;
  };
  return best(0, 0, [], 0, 0);
}

describe('No way of guessing between two, not even one that knows the rule and counts,', () => {
  it.each([8, 12, 16, 20, 24, 32, 40, 48, 60])(
    'passes a set of %i questions more often than once in twenty',
    (n) => {
      const passes = bestOfAllWays(n);
      expect(passes).toBeLessThanOrEqual(0.05);
      // Nor is the bar so high that the test could not fail.
      expect(passes).toBeGreaterThan(0.015);
    },
  );
});

/** Settings that match most of many questions that it has seen answered, by where their knobs begin. */
function learnt(exercise: Exercise, source: Source, rung: number) {
  const seen = Array.from({ length: 240 }, (_, n) => knobsOf(exercise, source, rung, seedOf(777, n)));
  const starts = new Map<string, (readonly MatchKnob[])[]>();
  for (const knobs of seen) starts.set(startsOf(knobs), [...(starts.get(startsOf(knobs)) ?? []), knobs]);
  // Where a knob begins anywhere, the step from there is what can be learnt.
  const bySteps = starts.size > 8;
  const groups = bySteps ? new Map([['', seen]]) : starts;
  const settings = (from: readonly MatchKnob[], knobs: readonly MatchKnob[]): number[] =>
    knobs.map(({ start }, at) => (bySteps ? start + from[at].target - from[at].start : from[at].target));
  const best = new Map(
    [...groups].map(([key, group]) => {
      const hits = group.map((from) => group.filter((knobs) => matched(knobs, settings(from, knobs))).length);
      return [key, group[hits.indexOf(Math.max(...hits))]];
    }),
  );
  return (knobs: readonly MatchKnob[]): number[] =>
    settings(best.get(bySteps ? '' : startsOf(knobs)) ?? knobs, knobs);
}

function knobsOf(exercise: Exercise, source: Source, rung: number, seed: number): readonly MatchKnob[] {
  const question = exercise.ask({ source, way: 'match', rung, answer: 0, draw: new Draw(seed) });
  if (question.kind !== 'match') throw new Error('expected a match');
  return question.knobs;
}

const startsOf = (knobs: readonly MatchKnob[]): string => knobs.map(({ start }) => start).join(' ');

const matched = (knobs: readonly MatchKnob[], settings: readonly number[]): boolean =>
  knobs.every((knob, at) => isMatched(knob, knob.distance(settings[at], knob.target)));

describe('Somebody who hears nothing, but has learnt where the targets lie,', () => {
  it('matches no more than nine questions of ten even at the easiest, so that every answer tells something', () => {
    for (const exercise of EXERCISES.filter(({ ways }) => ways.includes('match')))
      for (const source of SOURCES.filter((entry) => exercise.unsuited(entry) === null)) {
        const knobs = knobsOf(exercise, source, 0, seedOf(3, 0));
        expect(matchingChance(exercise, source, 0, knobs), `${exercise.id} on ${source.id}`).toBeLessThan(
          0.9,
        );
      }
  });

  for (const exercise of EXERCISES.filter(({ ways }) => ways.includes('match')))
    it(`is told “you hear it” of ${exercise.title.toLowerCase()} in at most 5 % of sets`, () => {
      const source = SOURCES.find((entry) => exercise.unsuited(entry) === null)!;
      const guess = exercise.ladder.map((_, rung) => learnt(exercise, source, rung));
      const chances = new Map<string, number>();
      for (const length of [12, 24, 40]) {
        let passed = 0;
        for (let run = 0; run < 200; run++) {
          let stairs = startStaircase(2, exercise.ladder.length, 1);
          const asked: number[] = [];
          for (let n = 0; n < length; n++) {
            const { rung } = stairs;
            const knobs = knobsOf(exercise, source, rung, seedOf(run, 1000 + n));
            const key = `${rung} ${startsOf(knobs)}`;
            // Where knobs begin anywhere, the chance hangs on the rung alone.
            const kept = chances.size > 100 ? `${rung}` : key;
            if (!chances.has(kept)) chances.set(kept, matchingChance(exercise, source, rung, knobs));
            asked.push(chances.get(kept)!);
            stairs = stepped(stairs, matched(knobs, guess[rung](knobs)));
          }
          const right = stairs.trials.filter((trial) => trial.right).length;
          if (guessingChanceOf(right, asked) <= HEARD_CHANCE) passed++;
        }
        expect(passed / 200, `${length} questions`).toBeLessThanOrEqual(0.05);
      }
    });
});
