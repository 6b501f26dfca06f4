/** The parts of the course in order, each with the folder numbers that are kept for it and what it is about. */
export const LESSON_UNITS = {
  'Start here': { from: 1, to: 9, about: 'What the words mean, and how to listen.' },
  Mixing: { from: 10, to: 29, about: 'Many parts become one song.' },
  Mastering: { from: 30, to: 49, about: 'The finished song, as a whole.' },
  Both: { from: 50, to: 59, about: 'Where a fault is mended, and what you need.' },
} as const;

export type LessonUnit = keyof typeof LESSON_UNITS;
export const LESSON_UNIT_NAMES = Object.keys(LESSON_UNITS) as [LessonUnit, ...LessonUnit[]];

/** Whether a folder's number is one of those that are kept for a part. */
export function belongsTo(unit: LessonUnit, number: number): boolean {
  const { from, to } = LESSON_UNITS[unit];
  return number >= from && number <= to;
}
