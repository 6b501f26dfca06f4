import { MARKS, type LessonMarks, type Progress } from './progress.ts';

/** Says whose file it is. */
const FORMAT = 'bypass-progress';
const VERSION = 1;
/** The longest text that is read, in characters: some thousand lessons. */
export const PROGRESS_LENGTH = 500_000;
const LESSON_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LESSON_ID_LENGTH = 80;
const DAY = /^20\d{2}-\d{2}-\d{2}$/;

/** A progress that was read, or why the whole of it is refused, as the end of a sentence: “it is …”. */
export type ReadProgress =
  { readonly ok: true; readonly progress: Progress } | { readonly ok: false; readonly reason: string };

/**
 * A progress as text, as it is kept in the browser and saved as a file:
 *
 *     { "format": "bypass-progress", "version": 1, "last": "eq", "lessons": { "eq": { "heard": "2026-11-27" } } }
 *
 * Version 1 is read for ever; what it may hold changes only with a new version.
 */
export function writeProgress({ last, lessons }: Progress): string {
  return JSON.stringify(
    { format: FORMAT, version: VERSION, last, lessons: Object.fromEntries(lessons) },
    null,
    2,
  );
}

/** Read a text that writeProgress wrote. Strict: what is not wholly understood is refused whole. */
export function readProgress(text: string): ReadProgress {
  if (text.length > PROGRESS_LENGTH) return refused('it is far too long to be a progress of this course');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused('it is no JSON, or a part of it is missing');
  }
  if (!isRecord(value) || value.format !== FORMAT) return refused('it is not a progress of this course');
  if (!Number.isInteger(value.version) || Number(value.version) < 1)
    return refused('it does not say of which version it is');
  if (value.version !== VERSION)
    return refused(
      `it is of version ${String(value.version)}, which is newer than this page; reload the page and try again`,
    );

  const { format, version, last, lessons, ...rest } = value;
  const stranger = Object.keys(rest)[0];
  if (stranger !== undefined) return refused(`it holds “${named(stranger)}”, which no progress has`);
  if (last !== null && !isLessonId(last)) return refused('it does not say in which lesson you left off');
  if (!isRecord(lessons)) return refused('its list of lessons is missing');

  const read = new Map<string, LessonMarks>();
  for (const [id, marks] of Object.entries(lessons)) {
    if (!isLessonId(id)) return refused(`“${named(id)}” is no name of a lesson`);
    if (!areMarks(marks)) return refused(`what it says of the lesson “${named(id)}” is not understood`);
    read.set(id, marks);
  }
  return { ok: true, progress: { last, lessons: read } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isLessonId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LESSON_ID_LENGTH && LESSON_ID.test(value);
}

function areMarks(value: unknown): value is LessonMarks {
  if (!isRecord(value)) return false;
  const marks = Object.entries(value);
  return (
    marks.length > 0 &&
    marks.every(([name, day]) => MARKS.some((mark) => mark === name) && typeof day === 'string' && isDay(day))
  );
}

/** A day that a calendar has. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return DAY.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function named(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function refused(reason: string): ReadProgress {
  return { ok: false, reason };
}
