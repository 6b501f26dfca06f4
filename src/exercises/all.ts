import type { Exercise } from '../training/exercise.ts';
import { LEVEL_EXERCISES } from './level-exercises.ts';

/** Every exercise, in the order in which they are offered. */
export const EXERCISES: readonly Exercise[] = [...LEVEL_EXERCISES];

/** @throws where there is none of that id */
export function exerciseById(id: string): Exercise {
  const exercise = EXERCISES.find((entry) => entry.id === id);
  if (!exercise) throw new Error(`no exercise "${id}"`);
  return exercise;
}
