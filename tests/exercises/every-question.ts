import { EXERCISES } from '../../src/exercises/all.ts';
import { SOURCES } from '../../src/exercises/sources.ts';
import type { Exercise, Source, Way } from '../../src/training/exercise.ts';
import type { Question } from '../../src/training/question.ts';
import { Draw, seedOf } from '../../src/training/random.ts';

/** A question with what it was drawn from. */
export interface Case {
  readonly exercise: Exercise;
  readonly source: Source;
  readonly way: Way;
  readonly rung: number;
  readonly answer: number;
  readonly question: Question;
}

/** Every exercise, way, source, rung and answer, each drawn once. */
export function everyCase(exercises: readonly Exercise[] = EXERCISES): Case[] {
  return exercises.flatMap((exercise) =>
    SOURCES.filter((source) => exercise.unsuited(source) === null).flatMap((source) =>
      exercise.ways.flatMap((way) => casesOf(exercise, source, way)),
    ),
  );
}

export function casesOf(exercise: Exercise, source: Source, way: Way): Case[] {
  return exercise.ladder.flatMap((_, rung) =>
    Array.from({ length: exercise.choiceCount(way, source) }, (_, answer): Case => {
      const draw = new Draw(seedOf(rung, answer));
      return {
        exercise,
        source,
        way,
        rung,
        answer,
        question: exercise.ask({ source, way, rung, answer, draw }),
      };
    }),
  );
}

export function nameOf({ exercise, source, way, rung, answer }: Case): string {
  return `${exercise.id} by ${way} on ${source.id}, rung ${rung}, answer ${answer}`;
}

/** Every mix that a question may play. */
export function specsOf(question: Question) {
  const { heard, dry, truth } = question;
  const own =
    question.kind === 'match'
      ? [question.specAt(Object.fromEntries(question.knobs.map(({ id, start }) => [id, start])))]
      : question.choices.flatMap(({ spec }) => spec ?? []);
  return [...heard.map(({ spec }) => spec), dry, truth, ...own];
}
