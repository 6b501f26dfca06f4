import type { ExcerptDraft, SourceDraft } from './excerpt-draft.ts';

/** The shortest and the longest excerpt worth reading, in lines. */
const FEWEST_LINES = 3;
const MOST_LINES = 16;

/** Places of the first line and of the one after the last, from 0. */
export interface LineRange {
  readonly first: number;
  readonly end: number;
}

/** Find an excerpt in its file; throws with the file and what was expected where a line is gone. */
export function findLines(
  source: string,
  { file, within, from, to }: Pick<ExcerptDraft, 'file' | 'within' | 'from' | 'to'>,
): LineRange {
  const lines = source.split('\n');
  const homes = lines.flatMap((line, i) => (line.includes(within) ? [i] : []));
  if (homes.length !== 1)
    throw new Error(`src/${file}: expected one line with "${within}" to look inside, found ${homes.length}`);
  const home = homes[0]!;
  const first = from === undefined ? home : lineWith(lines, from, home + 1);
  if (first < 0) throw new Error(`src/${file}: expected a line with "${from}" after "${within}"`);
  const last = lineWith(lines, to, first + 1);
  if (last < 0) throw new Error(`src/${file}: expected a line with "${to}" after "${from ?? within}"`);
  const end = closed(lines, first, last + 1);
  const count = end - first;
  if (count < FEWEST_LINES || count > MOST_LINES)
    throw new Error(
      `src/${file}: expected ${FEWEST_LINES} to ${MOST_LINES} lines from "${from ?? within}" to "${to}", found ${count}`,
    );
  return { first, end };
}

/** A citation out of a comment, on one line; throws where it is gone. */
export function findSource(source: string, { file, from, to }: SourceDraft): string {
  const words = source.replace(/\s*\n\s*(?:\*|\/\/)? */g, ' ');
  const start = words.indexOf(from);
  if (start < 0) throw new Error(`src/${file}: expected a comment that cites "${from}"`);
  const end = words.indexOf(to, start);
  if (end < 0) throw new Error(`src/${file}: expected "${to}" after "${from}"`);
  return words.slice(start, end + to.length);
}

/** Brackets that an excerpt has opened are closed, where nothing but brackets follows. */
function closed(lines: readonly string[], first: number, end: number): number {
  const excerpt = lines.slice(first, end).join('');
  let open = (excerpt.match(/[([{]/g)?.length ?? 0) - (excerpt.match(/[)\]}]/g)?.length ?? 0);
  let reached = end;
  while (open > 0 && /^\s*[)\]}]+[;,]?$/.test(lines[reached] ?? '')) {
    open -= lines[reached]!.match(/[)\]}]/g)!.length;
    reached++;
  }
  return reached;
}

function lineWith(lines: readonly string[], text: string, start: number): number {
  return lines.findIndex((line, i) => i >= start && line.includes(text));
}
