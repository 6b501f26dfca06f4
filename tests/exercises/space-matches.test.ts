import { describe, expect, it } from 'vitest';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';
import { COLOUR_EXERCISES } from '../../src/exercises/colour-exercises.ts';
import { SOURCES } from '../../src/exercises/sources.ts';
import { SPACE_EXERCISES } from '../../src/exercises/space-exercises.ts';
import { exerciseById } from '../../src/exercises/all.ts';
import { chanceOf, graded } from '../../src/training/grade.ts';
import type { ChoiceQuestion, MatchQuestion } from '../../src/training/question.ts';
import { Draw } from '../../src/training/random.ts';

const SEEDS = 40;
const voice = SOURCES.find(({ id }) => id === 'indie-pop-voice')!;

const matches = [...SPACE_EXERCISES, ...COLOUR_EXERCISES].flatMap((exercise) =>
  exercise.ladder.flatMap((size, rung) =>
    Array.from({ length: SEEDS }, (_, seed) => ({
      name: `${exercise.id} at ${size} ${exercise.unit}, seed ${seed}`,
      question: exercise.ask({
        source: voice,
        way: 'match',
        rung,
        answer: 0,
        draw: new Draw(7919 * seed),
      }) as MatchQuestion,
    })),
  ),
);

const decayOf = ({ master }: MixSpec): number => {
  const reverb = master.at(-1)!;
  if (reverb.type !== 'reverb') throw new Error('expected a reverb after everything');
  return reverb.settings.decaySeconds;
};

describe('A match of space or colour', () => {
  it('earns nothing for a control that was not turned', () => {
    for (const { name, question } of matches) {
      const { right, credit } = graded(question, {
        kind: 'match',
        settings: {},
      });
      expect([right, credit], name).toEqual([false, 0]);
    }
  });

  it('earns a part a little way off, a tenth of the way from the edge of what counts as matched to where it began', () => {
    for (const { name, question } of matches) {
      const [{ id, parameter, start, target, tolerance, distance }] = question.knobs;
      const at = (share: number): number =>
        parameter.taper === 'log' ? target * (start / target) ** share : target + share * (start - target);
      let edge = 0;
      while (distance(at(edge + 0.01), target) <= tolerance) edge += 0.01;
      const near = edge + 0.1 * (1 - edge);
      const { credit } = graded(question, {
        kind: 'match',
        settings: { [id]: at(near) },
      });
      expect(credit, name).toBeGreaterThan(0);
      expect(credit, name).toBeLessThanOrEqual(1);
    }
  });

  it('is found by turning without listening in three questions of five at the most, in one of six at the hardest', () => {
    for (const { name, question } of matches) expect(chanceOf(question), name).toBeLessThan(0.6);
    for (const exercise of [...SPACE_EXERCISES, ...COLOUR_EXERCISES])
      for (const { name, question } of matches.filter((entry) =>
        entry.name.startsWith(`${exercise.id} at ${exercise.ladder.at(-1)} `),
      ))
        expect(chanceOf(question), name).toBeLessThan(1 / 6);
  });
});

describe('Two reverbs', () => {
  const { ladder } = exerciseById('reverb-time');
  const pair = (rung: number, seed: number): [longer: number, shorter: number] => {
    const question = exerciseById('reverb-time').ask({
      source: voice,
      way: 'name',
      rung,
      answer: 0,
      draw: new Draw(7919 * seed),
    }) as ChoiceQuestion;
    return [decayOf(question.heard[0].spec), decayOf(question.heard[1].spec)];
  };

  it('are set as far apart as the question says, within 3 % of the ratio, at every difficulty', () => {
    ladder.forEach((size, rung) => {
      for (let seed = 0; seed < SEEDS; seed++) {
        const [longer, shorter] = pair(rung, seed);
        expect(Math.abs(longer / shorter / (1 + size / 100) - 1), `${size} %, seed ${seed}`).toBeLessThan(
          0.03,
        );
      }
    });
  });

  it('ring for other times in another question, so that neither is known by heart', () => {
    const longest = Array.from({ length: SEEDS }, (_, seed) => pair(ladder.length - 1, seed)[0]);
    const shortest = Array.from({ length: SEEDS }, (_, seed) => pair(ladder.length - 1, seed)[1]);
    expect(Math.min(...longest)).toBeLessThan(Math.max(...shortest));
  });
});
