/** What can be noted of a lesson, in the order in which it mostly happens. */
export const MARKS = ['heard', 'read', 'done'] as const;
/** heard: a demo was played. read: the end of the text was in view. done: the learner said so. */
export type Mark = (typeof MARKS)[number];

/** The day on which something was noted first: "2026-11-27". */
export type Day = string;
export type LessonMarks = Readonly<Partial<Record<Mark, Day>>>;

/** What a learner has done in the course. A lesson is named by the last part of its address. */
export interface Progress {
  /** Where they left off: the lesson that was noted last. */
  readonly last: string | null;
  /** Only lessons of which something was noted. */
  readonly lessons: ReadonlyMap<string, LessonMarks>;
}

export const NO_PROGRESS: Progress = { last: null, lessons: new Map() };

/** Note something of a lesson. What was noted before keeps its day. */
export function withMark(progress: Progress, lessonId: string, mark: Mark, day: Day): Progress {
  const before = progress.lessons.get(lessonId);
  const lessons = new Map(progress.lessons);
  lessons.set(lessonId, { ...before, [mark]: before?.[mark] ?? day });
  return { last: lessonId, lessons };
}

/** Take back all that was noted of a lesson. */
export function withoutMarks(progress: Progress, lessonId: string): Progress {
  const lessons = new Map(progress.lessons);
  lessons.delete(lessonId);
  return { last: progress.last, lessons };
}

/** A lesson is done when it was heard and read, or when the learner said so; begun when one of these is missing. */
export function standingOf(progress: Progress, lessonId: string): 'new' | 'begun' | 'done' {
  const marks = progress.lessons.get(lessonId);
  if (!marks) return 'new';
  return marks.done || (marks.heard && marks.read) ? 'done' : 'begun';
}

/** How many of some lessons are done. */
export function doneAmong(progress: Progress, lessonIds: readonly string[]): number {
  return lessonIds.filter((id) => standingOf(progress, id) === 'done').length;
}

/**
 * Where to go on, in a course of these lessons: the lesson that was left, or the next that is not done, or the first
 * that was passed over. Null when nothing was begun, and when everything is done.
 */
export function whereToGoOn(progress: Progress, lessonIds: readonly string[]): string | null {
  if (!lessonIds.some((id) => progress.lessons.has(id))) return null;
  const left = progress.last === null ? -1 : lessonIds.indexOf(progress.last);
  const fromThere = [...lessonIds.slice(Math.max(left, 0)), ...lessonIds];
  return fromThere.find((id) => standingOf(progress, id) !== 'done') ?? null;
}

/** Two progresses as one: all that either has noted, each with its earlier day. Left off where `mine` did. */
export function merged(mine: Progress, theirs: Progress): Progress {
  const lessons = new Map(mine.lessons);
  for (const [id, marks] of theirs.lessons) lessons.set(id, mergedMarks(lessons.get(id) ?? {}, marks));
  return { last: mine.last ?? theirs.last, lessons };
}

function mergedMarks(one: LessonMarks, other: LessonMarks): LessonMarks {
  const both: Partial<Record<Mark, Day>> = {};
  for (const mark of MARKS) {
    const [earliest] = [one[mark], other[mark]].filter((day) => day !== undefined).sort();
    if (earliest !== undefined) both[mark] = earliest;
  }
  return both;
}
