import type { Way } from './exercise.ts';
import { correctedShare, guessingChanceOf, NO_SIGN_CHANCE } from './guessing.ts';
import type { PracticeRecord, Threshold } from './practice-record.ts';

/** What one set said of one exercise on one source, answered in one way. */
export interface PracticeEntry {
  readonly recordId: string;
  readonly day: string;
  readonly way: Way;
  /** Null where too few turns were made. */
  readonly threshold: Threshold | null;
  readonly right: number;
  readonly n: number;
  /** Share of the questions in which it was heard, 0 … 1, once lucky guesses are taken off. */
  readonly heardShare: number;
  /** Chance that a guesser gets at least as many right, 0 … 1. */
  readonly guessingChance: number;
  /** No threshold, and no sign that anything was heard. */
  readonly notYet: boolean;
}

/** Exercises and the sources that they were practised on, in the order of their first set. */
export function practised(records: readonly PracticeRecord[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { exercise, source } of records.flatMap(({ answers }) => answers)) {
    const sources = found.get(exercise) ?? [];
    if (!sources.includes(source)) sources.push(source);
    found.set(exercise, sources);
  }
  return found;
}

/** What all sets said of one exercise on one source, the oldest day first. Sets without a question of it are left out. */
export function practiceHistory(
  records: readonly PracticeRecord[],
  exercise: string,
  source: string,
): PracticeEntry[] {
  const entries = records.flatMap((record) =>
    (['abx', 'name', 'match'] as const).flatMap((way) => entryOf(record, exercise, source, way) ?? []),
  );
  return entries.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

function entryOf(
  { id, day, answers, thresholds }: PracticeRecord,
  exercise: string,
  source: string,
  way: Way,
): PracticeEntry | null {
  const isAsked = (of: { exercise: string; source: string; way: Way }): boolean =>
    of.exercise === exercise && of.source === source && of.way === way;
  const asked = answers.filter(isAsked);
  if (asked.length === 0) return null;
  const threshold = thresholds.find(isAsked) ?? null;
  const right = asked.filter((answer) => answer.right).length;
  const chances = asked.map(({ chance }) => chance);
  const guessingChance = guessingChanceOf(right, chances);
  return {
    recordId: id,
    day,
    way,
    threshold,
    right,
    n: asked.length,
    heardShare: correctedShare(right, chances),
    guessingChance,
    notYet: threshold === null && guessingChance > NO_SIGN_CHANCE,
  };
}
