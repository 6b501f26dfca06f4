import { getCollection, type CollectionEntry } from 'astro:content';
import { lessonAddress } from './lesson-address.ts';
import { belongsTo, LESSON_UNITS } from './lesson-units.ts';

export type Lesson = CollectionEntry<'lessons'>;

/** The whole course in order. Fails the build where a lesson's order or unit and its folder's number disagree. */
export async function lessonsInOrder(): Promise<Lesson[]> {
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
}

/** A lesson's path within the site. */
export function lessonPath(lesson: Lesson): string {
  return `lessons/${lesson.id}/`;
}
