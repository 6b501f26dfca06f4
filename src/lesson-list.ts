import { getCollection, type CollectionEntry } from 'astro:content';
import { lessonAddress } from './lesson-address.ts';
import { belongsTo, LESSON_UNIT_NAMES, LESSON_UNITS, type LessonUnit } from './lesson-units.ts';
import { onceABuild } from './once-a-build.ts';

export type Lesson = CollectionEntry<'lessons'>;

/** Where a lesson stands in the course. */
export interface LessonPlace {
  /** Counted from 1. */
  readonly position: number;
  /** How many lessons there are. */
  readonly of: number;
  readonly before: Lesson | undefined;
  readonly after: Lesson | undefined;
}

/** A part of the course with its lessons, each with its position in the whole. */
export interface UnitOfLessons {
  readonly unit: LessonUnit;
  readonly lessons: readonly { readonly lesson: Lesson; readonly position: number }[];
}

/** The whole course in order. Fails the build where a lesson's order or unit and its folder's number disagree. */
export const lessonsInOrder: () => Promise<readonly Lesson[]> = onceABuild(async () => {
  const lessons = await getCollection('lessons');
  for (const { filePath = '', data } of lessons) {
    const { number } = lessonAddress(filePath.replace(/^lessons\//, ''));
    if (data.order !== number)
      throw new Error(
        `${filePath}: order: expected ${number}, as in the folder's name, received ${data.order}`,
      );
    const { from, to } = LESSON_UNITS[data.unit];
    if (!belongsTo(data.unit, number))
      throw new Error(`${filePath}: unit ${data.unit}: expected a folder number from ${from} to ${to}`);
  }
  return lessons.sort((one, other) => one.data.order - other.data.order);
});

const lessonPlaces = onceABuild(async () => {
  const lessons = await lessonsInOrder();
  return new Map(
    lessons.map(({ id }, i): [string, LessonPlace] => [
      id,
      { position: i + 1, of: lessons.length, before: lessons[i - 1], after: lessons[i + 1] },
    ]),
  );
});

/** Where a lesson stands in the course, and its neighbours. */
export async function lessonPlace({ id }: Lesson): Promise<LessonPlace> {
  return (await lessonPlaces()).get(id)!;
}

/** The course by its parts; a part without lessons is left out. */
export async function lessonsByUnit(): Promise<UnitOfLessons[]> {
  const lessons = (await lessonsInOrder()).map((lesson, i) => ({ lesson, position: i + 1 }));
  return LESSON_UNIT_NAMES.map((unit) => ({
    unit,
    lessons: lessons.filter(({ lesson }) => lesson.data.unit === unit),
  })).filter((part) => part.lessons.length > 0);
}

/** A lesson's path within the site. */
export function lessonPath(lesson: Pick<Lesson, 'id'>): string {
  return `lessons/${lesson.id}/`;
}
