import { doneAmong, standingOf, type Progress } from './progress.ts';

/** How far somebody is, in a course of these lessons: “3 of 28 lessons done, 2 begun.” */
export function progressInWords(progress: Progress, lessonIds: readonly string[]): string {
  const done = doneAmong(progress, lessonIds);
  const begun = lessonIds.filter((id) => standingOf(progress, id) === 'begun').length;
  const sentence = `${done} of ${lessonIds.length} ${lessonIds.length === 1 ? 'lesson' : 'lessons'} done`;
  return `${sentence}${begun === 0 ? '' : `, ${begun} begun`}.${othersInWords(progress, lessonIds)}`;
}

/** Lessons that this course does not have, perhaps not any more: they are kept, and told. */
function othersInWords({ lessons }: Progress, lessonIds: readonly string[]): string {
  const others = [...lessons.keys()].filter((id) => !lessonIds.includes(id)).length;
  if (others === 0) return '';
  return others === 1
    ? ' One lesson more is noted that this course does not have.'
    : ` ${others} lessons more are noted that this course does not have.`;
}
