/** A lesson's folder: two digits that order it, then its slug in lower-case words joined by hyphens. */
const FOLDER = /^(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** What a lesson's folder says about it. */
export interface LessonAddress {
  /** The folder's number, which orders the course. */
  readonly number: number;
  /** The last part of its address: /lessons/<slug>/. */
  readonly slug: string;
}

/**
 * Read a lesson's folder name, or a path below it: "12-eq" or "12-eq/index.mdx" is number 12, slug "eq".
 * Any other shape throws with what was expected.
 */
export function lessonAddress(path: string): LessonAddress {
  const folder = path.split('/')[0] ?? '';
  const match = FOLDER.exec(folder);
  if (!match?.[1] || !match[2])
    throw new Error(`lessons/${folder}: expected a folder named NN-slug, such as 10-balance`);
  return { number: Number(match[1]), slug: match[2] };
}
