import type { Exercise } from './exercise.ts';
import type { AnsweredQuestion, PracticeRecord } from './practice-record.ts';
import { sizeText } from './size-text.ts';
import { beyondLadder } from './staircase.ts';

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
  if (set.difficulty.kind === 'fixed') return [];
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
    return [{ exercise: id, source, text: textOf(exercise, asked) }];
  });
}

function textOf({ ladder, unit }: Exercise, asked: readonly AnsweredQuestion[]): string {
  switch (beyondLadder({ trials: asked, rungs: ladder.length })) {
    case 'below':
      return `heard down to ${sizeText(ladder[ladder.length - 1], unit)}, the smallest that is asked`;
    case 'above':
      return `not heard yet at ${sizeText(ladder[0], unit)}, the largest that is asked`;
    case null:
      return 'too few turns for a figure; a longer set would tell';
  }
}
