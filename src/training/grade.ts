import type { MixSpec } from '../dsp/mix-spec.ts';
import type { Parameter } from '../dsp/parameter.ts';
import { settingText } from '../setting-text.ts';
import type { ChoiceQuestion, MatchKnob, MatchQuestion, Question } from './question.ts';

/** Places on a control's travel that are looked at for the chance of guessing. */
const TRAVEL_STEPS = 400;

/** What somebody answered. */
export type Response =
  | { readonly kind: 'choice'; readonly id: string }
  | { readonly kind: 'match'; readonly settings: Readonly<Record<string, number>> }
  /** Time was up. */
  | { readonly kind: 'none' };

/** What was said when nothing was. */
export const NO_ANSWER = 'no answer';

/** An answer judged, told at once. */
export interface Graded {
  readonly right: boolean;
  /** 0 … 1 */
  readonly credit: number;
  readonly said: string;
  readonly was: string;
  /** What the answer would have sounded like, where it was another sound than the true one. */
  readonly yours: MixSpec | null;
  /** By how much it was off, a sentence; or ''. */
  readonly off: string;
}

/** Judge an answer: right or not, and what a near miss earns. A response of another kind counts as none. */
export function graded(question: Question, response: Response): Graded {
  if (question.kind === 'choice' && response.kind === 'choice') return gradedChoice(question, response.id);
  if (question.kind === 'match' && response.kind === 'match') return gradedMatch(question, response.settings);
  const was = question.kind === 'choice' ? rightChoice(question).label : targetText(question);
  return { right: false, credit: 0, said: NO_ANSWER, was, yours: null, off: '' };
}

function gradedChoice(question: ChoiceQuestion, id: string): Graded {
  const truth = rightChoice(question);
  const said = question.choices.find((choice) => choice.id === id);
  if (!said) throw new Error(`no choice "${id}"`);
  const right = said.id === truth.id;
  const { worthlessDistance } = question;
  const apart =
    said.place !== null && truth.place !== null ? Math.abs(said.place - truth.place) : worthlessDistance;
  const credit =
    right || worthlessDistance === null || apart === null
      ? Number(right)
      : Math.max(0, 1 - apart / worthlessDistance);
  return { right, credit, said: said.label, was: truth.label, yours: right ? null : said.spec, off: '' };
}

function gradedMatch(question: MatchQuestion, settings: Readonly<Record<string, number>>): Graded {
  const knobs = question.knobs.map((knob) => {
    const setting = settings[knob.id] ?? knob.start;
    return { knob, setting, apart: knob.distance(setting, knob.target) };
  });
  const right = knobs.every(({ knob, apart }) => isMatched(knob, apart));
  const earned = knobs.map(({ knob, apart }) => creditOf(knob, apart));
  return {
    right,
    credit: earned.reduce((sum, credit) => sum + credit, 0) / earned.length,
    said: settingsText(question, settings),
    was: targetText(question),
    yours: question.specAt(Object.fromEntries(knobs.map(({ knob, setting }) => [knob.id, setting]))),
    off: `${knobs.map(({ knob, setting }) => `${knob.parameter.label}: ${knob.says(setting)}`).join('; ')}.`,
  };
}

/** What a near miss earns: nothing where the knob was at first, or further off. */
function creditOf(knob: MatchKnob, apart: number): number {
  if (isMatched(knob, apart)) return 1;
  const worthless = Math.min(knob.worthlessDistance, knob.distance(knob.start, knob.target));
  return worthless <= knob.tolerance
    ? 0
    : Math.max(0, 1 - (apart - knob.tolerance) / (worthless - knob.tolerance));
}

/**
 * How often somebody who turns knobs at random would be right, 0 … 1: for choices one in so many; for matching the share of the knob's travel
 * that counts as matched, for several knobs their product.
 */
export function chanceOf(question: Question): number {
  if (question.kind === 'choice') return 1 / question.choices.length;
  return question.knobs.reduce((chance, knob) => chance * chanceOfKnob(knob), 1);
}

function chanceOfKnob(knob: MatchKnob): number {
  let matched = 0;
  for (let step = 0; step <= TRAVEL_STEPS; step++) {
    const setting = settingAt(knob.parameter, step / TRAVEL_STEPS);
    if (isMatched(knob, knob.distance(setting, knob.target))) matched++;
  }
  return matched / (TRAVEL_STEPS + 1);
}

/** The setting at a share of a control's travel. */
function settingAt({ taper, min, max }: Parameter, share: number): number {
  return taper === 'log' ? min * (max / min) ** share : min + share * (max - min);
}

/** Settings are shown, and set, in steps; a millionth is forgiven. */
export function isMatched({ tolerance }: MatchKnob, apart: number): boolean {
  return apart <= tolerance * (1 + 1e-6);
}

function rightChoice({ choices, answer }: ChoiceQuestion): ChoiceQuestion['choices'][number] {
  const choice = choices.find(({ id }) => id === answer);
  if (!choice) throw new Error(`no choice "${answer}"`);
  return choice;
}

function targetText(question: MatchQuestion): string {
  return settingsText(question, Object.fromEntries(question.knobs.map(({ id, target }) => [id, target])));
}

function settingsText({ knobs }: MatchQuestion, settings: Readonly<Record<string, number>>): string {
  return knobs.map(({ id, parameter, start }) => settingText(parameter, settings[id] ?? start)).join(', ');
}
