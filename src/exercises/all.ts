import type { Exercise } from '../training/exercise.ts';
import { COLOUR_EXERCISES } from './colour-exercises.ts';
import { DYNAMICS_EXERCISES } from './dynamics-exercises.ts';
import { EQ_BAND_EXERCISES } from './eq-band-exercises.ts';
import { eqMatch } from './eq-match-exercise.ts';
import { filterCutoff } from './filter-exercise.ts';
import { fixWhere } from './fix-where.ts';
import { LEVEL_EXERCISES } from './level-exercises.ts';
import { PLACE_EXERCISES } from './place-exercises.ts';
import { SPACE_EXERCISES } from './space-exercises.ts';
import { nameTheWord } from './name-the-word.ts';
import { STEM_EXERCISES } from './stem-exercises.ts';
import { whichDevice } from './which-device.ts';
import { whichStage } from './which-stage.ts';

/** Every exercise, in the order in which they are offered. Their ids stand in links and records: never change one. */
export const EXERCISES: readonly Exercise[] = [
  ...LEVEL_EXERCISES,
  ...PLACE_EXERCISES,
  ...EQ_BAND_EXERCISES,
  eqMatch,
  filterCutoff,
  nameTheWord,
  ...DYNAMICS_EXERCISES,
  ...SPACE_EXERCISES,
  ...COLOUR_EXERCISES,
  ...STEM_EXERCISES,
  whichDevice,
  fixWhere,
  whichStage,
];

/** @throws where there is none of that id */
export function exerciseById(id: string): Exercise {
  const exercise = EXERCISES.find((entry) => entry.id === id);
  if (!exercise) throw new Error(`no exercise "${id}"`);
  return exercise;
}
