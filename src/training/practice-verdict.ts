import { correctedShare, guessingChanceOf } from './guessing.ts';
import type { AnsweredQuestion, PracticeRecord } from './practice-record.ts';
import { triesText } from './abx-verdict.ts';

/** A result that guessing reaches at most this often counts as heard; more often than the other, it is no sign. */
const HEARD_CHANCE = 0.05;
const NO_SIGN_CHANCE = 0.25;
/** Of fewer answers nothing is said. */
const FEWEST_ANSWERS = 8;

export interface PracticeVerdict {
  readonly standing: 'heard' | 'perhaps' | 'not yet' | 'too few';
  readonly right: number;
  readonly of: number;
  /** How often a guesser gets as far, 0 … 1. */
  readonly guessing: number;
  /** Share that was heard once lucky guesses are taken off, 0 … 1. */
  readonly heardShare: number;
  readonly text: string;
}

/** What a set shows, whatever its difficulty did: a guesser is right equally often at every size. */
export function verdictOf({ answers }: Pick<PracticeRecord, 'answers'>): PracticeVerdict {
  const right = answers.filter((answer) => answer.right).length;
  const chances = answers.map(({ chance }) => chance);
  const guessing = guessingChanceOf(right, chances);
  const heardShare = correctedShare(right, chances);
  const standing =
    answers.length < FEWEST_ANSWERS
      ? 'too few'
      : guessing <= HEARD_CHANCE
        ? 'heard'
        : guessing < NO_SIGN_CHANCE
          ? 'perhaps'
          : 'not yet';
  const base = { standing, right, of: answers.length, guessing, heardShare } as const;
  return { ...base, text: textOf(base, answers) };
}

function textOf(
  { standing, right, of, guessing, heardShare }: Omit<PracticeVerdict, 'text'>,
  answers: readonly AnsweredQuestion[],
): string {
  const score = `${right} of ${of} right`;
  const near = pointsText(answers, right);
  const luck = `a guesser gets this far in ${triesText(guessing)} tries`;
  switch (standing) {
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
