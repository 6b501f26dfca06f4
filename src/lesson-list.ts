import { getCollection, type CollectionEntry } from 'astro:content';
import { lessonAddress } from './lesson-address.ts';

export type Lesson = CollectionEntry<'lessons'>;

/** The whole course in order. Fails the build where a lesson's order and its folder's number disagree. */
export async function lessonsInOrder(): Promise<Lesson[]> {
  const lessons = await getCollection('lessons');
  for (const { filePath = '', data } of lessons) {
    const { number } = lessonAddress(filePath.replace(/^lessons\//, ''));
    if (data.order !== number)
      throw new Error(
        `${filePath}: order: expected ${number}, as in the folder's name, received ${data.order}`,
      );
  }
  return lessons.sort((one, other) => one.data.order - other.data.order);
}

/** A lesson's path within the site. */
export function lessonPath(lesson: Lesson): string {
  return `lessons/${lesson.id}/`;
}
