import { readdirSync } from 'node:fs';
import { lessonAddress } from '../../src/lesson-address.ts';

/** The address of every lesson, in the course's order. */
export const LESSON_PATHS: readonly string[] = readdirSync('lessons')
  .sort()
  .map((folder) => `/lessons/${lessonAddress(folder).slug}/`);
