import type { Exercise, Source } from '../../src/training/exercise.ts';
import type { PracticeSet } from '../../src/training/practice-set.ts';
import { Draw } from '../../src/training/random.ts';
import { answered, present, startSession } from '../../src/training/session.ts';

const QUESTIONS = 12;

/** A set that a seed draws, and all that it asks with it, as a text to compare across machines. */
export function setDigest(seed: number, exercises: readonly Exercise[], sources: readonly Source[]): string {
  const draw = new Draw(seed);
  const chosen = draw.shuffled(exercises).slice(0, 3);
  const set: PracticeSet = {
    exercises: chosen.map(({ id, ways }) => ({ id, way: draw.of(ways) })),
    sources: sources.map(({ id }) => id),
    length: QUESTIONS,
    difficulty: { kind: 'adaptive', rule: 2, start: 'same' },
    seed,
  };
  let session = startSession(set, { exercises, sources, thresholds: [], playback: null });
  const asked: unknown[] = [];
  for (let now = present(session); now; now = present(session)) {
    const { exercise, source, way, question } = now;
    asked.push([
      exercise.id,
      source.id,
      way,
      question.tells,
      question.truth,
      question.heard.map(({ spec }) => spec),
    ]);
    session = answered(session, { kind: 'none' }).session;
  }
  return JSON.stringify([set, asked]);
}
