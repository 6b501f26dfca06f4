import type { Way } from './exercise.ts';
import { correctedShare, guessingChanceOf, HEARD_CHANCE } from './guessing.ts';
import type { AnsweredQuestion, PracticeRecord } from './practice-record.ts';

/** Days until the next time, after 0, 1, 2 … sets in a row in which it was heard (spacing: Cepeda and others 2008). */
const SPACING_DAYS = [1, 3, 7, 16, 35] as const;
const DAY_MS = 86_400_000;
/** Of fewer answers nothing is concluded. */
const FEWEST_ANSWERS = 5;

/** Something to practise again. */
export interface Due {
  readonly exercise: string;
  readonly source: string;
  readonly way: Way;
  /** Why, as it stands behind a colon. */
  readonly reason: string;
}

/** What is offered. */
interface Practised {
  readonly id: string;
  readonly ways: readonly Way[];
  /** Length of its ladder. */
  readonly rungs: number;
}

interface TrackHistory {
  readonly exercise: string;
  readonly source: string;
  readonly way: Way;
  /** By day, oldest first. */
  readonly sets: readonly { readonly day: string; readonly heard: boolean; readonly strength: number }[];
}

/**
 * What is due on a day, the weakest first: how far down its ladder it was asked in the end, as a staircase makes everybody
 * right equally often; where the difficulty stood still, the share that was heard. Sets that were ended early count for
 * nothing. What was not heard comes again the next day; what was, after 3, 7, 16 and
 * then 35 days.
 *
 * @param today "2026-11-27"
 */
export function reviewOf(
  records: readonly PracticeRecord[],
  exercises: readonly Practised[],
  today: string,
): Due[] {
  const due = historiesOf(records, exercises)
    .filter(({ exercise, way }) => exercises.some(({ id, ways }) => id === exercise && ways.includes(way)))
    .flatMap((history) => {
      const last = history.sets.at(-1)!;
      const days = daysBetween(last.day, today);
      const wait = SPACING_DAYS[Math.min(heardInRow(history), SPACING_DAYS.length - 1)];
      return days >= wait ? [{ history, last, overdue: days / wait }] : [];
    });
  due.sort((one, other) => one.last.strength - other.last.strength || other.overdue - one.overdue);
  return due.map(({ history: { exercise, source, way }, last }) => ({
    exercise,
    source,
    way,
    reason: last.heard ? `heard on ${last.day}, and due again` : `not heard yet on ${last.day}`,
  }));
}

function historiesOf(records: readonly PracticeRecord[], exercises: readonly Practised[]): TrackHistory[] {
  const histories = new Map<string, TrackHistory>();
  for (const { day, answers, set: taken, endedEarly } of [...records].sort((one, other) =>
    one.day < other.day ? -1 : 1,
  )) {
    if (endedEarly) continue;
    const tracks = new Map<string, AnsweredQuestion[]>();
    for (const answer of answers) {
      const key = `${answer.exercise} ${answer.source} ${answer.way}`;
      tracks.set(key, [...(tracks.get(key) ?? []), answer]);
    }
    for (const [key, asked] of tracks) {
      if (asked.length < FEWEST_ANSWERS) continue;
      const right = asked.filter((answer) => answer.right).length;
      const chances = asked.map(({ chance }) => chance);
      const last = (exercises.find(({ id }) => id === asked[0].exercise)?.rungs ?? 1) - 1;
      const set = {
        day,
        heard: guessingChanceOf(right, chances) <= HEARD_CHANCE,
        strength:
          last > 0 && taken.difficulty.kind === 'adaptive'
            ? reached(asked) / last
            : correctedShare(right, chances),
      };
      const { exercise, source, way } = asked[0];
      const before = histories.get(key)?.sets ?? [];
      histories.set(key, { exercise, source, way, sets: [...before, set] });
    }
  }
  return [...histories.values()];
}

/** The rung about which the second half of the questions lay. */
function reached(asked: readonly AnsweredQuestion[]): number {
  const late = asked.slice(Math.floor(asked.length / 2));
  return late.reduce((sum, { rung }) => sum + rung, 0) / late.length;
}

function heardInRow({ sets }: TrackHistory): number {
  const missed = sets.findLastIndex(({ heard }) => !heard);
  return sets.length - 1 - missed;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}
