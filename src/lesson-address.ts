/** A lesson's folder: two digits that order it, then its slug in lower-case words joined by hyphens. */
const FOLDER = /^(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** What a lesson's folder says about it. */
export interface LessonAddress {
  /** Position in the course, from the folder's number. */
  readonly number: number;
  /** The last part of its address: /lessons/<slug>/. */
  readonly slug: string;
}

/**
 * Read a lesson's folder name, or a path below it: "01-eq" or "01-eq/index.mdx" is number 1, slug "eq".
 * Any other shape throws with what was expected.
 */
export function lessonAddress(path: string): LessonAddress {
  const folder = path.split('/')[0] ?? '';
  const match = FOLDER.exec(folder);
  if (!match?.[1] || !match[2])
    throw new Error(`lessons/${folder}: expected a folder named NN-slug, such as 04-balance`);
  return { number: Number(match[1]), slug: match[2] };
}
