import type { Exercise } from './exercise.ts';
import type { AnsweredQuestion, PracticeRecord } from './practice-record.ts';
import { sizeText } from './size-text.ts';
import { climbed, pastLadder } from './staircase.ts';
import { guessingChanceOf, HEARD_CHANCE } from './guessing.ts';
import { FEWEST_TURNS, SKIPPED_TURNS } from './threshold.ts';

/** What a set says of one exercise on one source where it gives no threshold. */
export interface TrackVerdict {
  readonly exercise: string;
  readonly source: string;
  /** A sentence. */
  readonly text: string;
}

/** Why there is no threshold, for each track of an adaptive set that has none. */
export function tracksWithoutThreshold(
  { set, answers, thresholds }: PracticeRecord,
  exercises: readonly Exercise[],
): TrackVerdict[] {
  const { difficulty } = set;
  if (difficulty.kind === 'fixed') return [];
  const tracks = new Map<string, AnsweredQuestion[]>();
  for (const answer of answers) {
    const key = `${answer.exercise} ${answer.source} ${answer.way}`;
    tracks.set(key, [...(tracks.get(key) ?? []), answer]);
  }
  return [...tracks.values()].flatMap((asked): TrackVerdict[] => {
    const [{ exercise: id, source, way }] = asked;
    const exercise = exercises.find((entry) => entry.id === id);
    const known = thresholds.some(
      (entry) => entry.exercise === id && entry.source === source && entry.way === way,
    );
    if (!exercise || exercise.ladder.length < 2 || known) return [];
    return [{ exercise: id, source, text: textOf(exercise, asked, difficulty.rule) }];
  });
}

function textOf({ ladder, unit }: Exercise, asked: readonly AnsweredQuestion[], rule: 2 | 3): string {
  const stairs = climbed(rule, ladder.length, asked);
  const end = pastLadder(stairs);
  const right = asked.filter((answer) => answer.right).length;
  const heard =
    guessingChanceOf(
      right,
      asked.map(({ chance }) => chance),
    ) <= HEARD_CHANCE;
  const largest = `${sizeText(ladder[0], unit)}, the largest that is asked`;
  if (end === 'above')
    return heard ? `heard at ${largest}, and hardly below it` : `not heard yet at ${largest}`;
  if (end === 'below' && heard)
    return `heard down to ${sizeText(ladder[ladder.length - 1], unit)}, the smallest that is asked`;
  return stairs.turns.length < SKIPPED_TURNS + FEWEST_TURNS
    ? 'too few turns for a figure; a longer set would tell'
    : 'too close to guessing for a figure; a longer set would tell';
}
