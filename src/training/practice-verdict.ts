import { correctedShare, guessingChanceOf, HEARD_CHANCE, NO_SIGN_CHANCE } from './guessing.ts';
import type { AnsweredQuestion, PracticeRecord } from './practice-record.ts';
import { triesText } from './abx-verdict.ts';

/** Of fewer answers nothing is said. */
const FEWEST_ANSWERS = 8;

export interface PracticeVerdict {
  readonly standing: 'heard' | 'perhaps' | 'not yet' | 'too few' | 'unfinished';
  readonly right: number;
  readonly of: number;
  /** How often a guesser gets as far, 0 … 1. */
  readonly guessing: number;
  /** Share that was heard once lucky guesses are taken off, 0 … 1. */
  readonly heardShare: number;
  readonly text: string;
}

/**
 * What a set shows, whatever its difficulty did. A set that was ended early shows nothing: whoever may stop when it looks
 * good passes by guessing in up to 12 % of sets.
 */
export function verdictOf({
  answers,
  endedEarly,
}: Pick<PracticeRecord, 'answers' | 'endedEarly'>): PracticeVerdict {
  const right = answers.filter((answer) => answer.right).length;
  const chances = answers.map(({ chance }) => chance);
  const guessing = guessingChanceOf(right, chances);
  const heardShare = correctedShare(right, chances);
  const standing = endedEarly ? 'unfinished' : standingOf(guessing, answers.length);
  const base = { standing, right, of: answers.length, guessing, heardShare } as const;
  return { ...base, text: textOf(base, answers) };
}

function standingOf(guessing: number, of: number): PracticeVerdict['standing'] {
  if (of < FEWEST_ANSWERS) return 'too few';
  if (guessing <= HEARD_CHANCE) return 'heard';
  return guessing < NO_SIGN_CHANCE ? 'perhaps' : 'not yet';
}

function textOf(
  { standing, right, of, guessing, heardShare }: Omit<PracticeVerdict, 'text'>,
  answers: readonly AnsweredQuestion[],
): string {
  const score = `${right} of ${of} right`;
  const near = pointsText(answers, right);
  const luck = `a guesser gets this far in ${triesText(guessing)} tries`;
  switch (standing) {
    case 'unfinished':
      return `${score}${near} so far. The set was ended early, so nothing is concluded: stopping when it looks good would be no test.`;
    case 'too few':
      return `${score}. So few answers say nothing yet; a set needs ${FEWEST_ANSWERS} or more.`;
    case 'heard':
      return `${score}${near}: you hear it. ${luck[0].toUpperCase()}${luck.slice(1)}. Corrected for guessing, that is ${Math.round(100 * heardShare)}\u00a0% of the questions.`;
    case 'perhaps':
      return `${score}${near}. This can be luck: ${luck}. A longer set would tell.`;
    case 'not yet':
      return `${score}${near}: you cannot hear this yet, and that is a result. ${luck[0].toUpperCase()}${luck.slice(1)}. The tour of the exercise shows what to listen for.`;
  }
}

/** “, and 2.5 points with the near misses”, where near misses earned something. */
function pointsText(answers: readonly AnsweredQuestion[], right: number): string {
  const points = answers.reduce((sum, { credit }) => sum + credit, 0);
  return points - right < 0.25 ? '' : `, ${points.toFixed(1)} points with the near misses`;
}
