import type { MixSpec } from '../../dsp/mix-spec.ts';
import type { MatchQuestion, Question } from '../../training/question.ts';
import type { Graded } from '../../training/session.ts';

/** Something that can be listened to now. */
export interface Audible {
  readonly id: string;
  readonly label: string;
}

/** What a match question's own sound is called. */
export const YOURS = 'yours';
/** What an ABX question's unknown is called. */
const X = 'x';
/** What can be listened to before the answer: nothing of it tells what is right. */
export function beforehand(question: Question, heardIds: ReadonlySet<string>): Audible[] {
  const heard = question.heard.map(({ id, label }) => ({ id, label }));
  if (question.kind !== 'match') return heard;
  const hidden = question.targetHidden && heardIds.has(YOURS);
  return [...(hidden ? [] : heard), { id: YOURS, label: 'Yours' }];
}

/**
 * What can be compared once the answer is known: all that was heard, and what none of these was: the sound without what
 * was asked for, the right one, the learner's own.
 */
export function afterwards(question: Question, graded: Graded | null): Audible[] {
  const { heard, dry, truth, dryLabel = 'Untouched', truthLabel = 'Put right' } = question;
  const all: (Audible & { readonly text: string })[] = heard.map(({ id, label, spec }) => ({
    id,
    label: id === X && question.kind === 'choice' ? `X, which was ${question.answer.toUpperCase()}` : label,
    text: JSON.stringify(spec),
  }));
  const more = [
    { id: 'true', label: truthLabel, text: JSON.stringify(truth) },
    { id: 'dry', label: dryLabel, text: JSON.stringify(dry) },
    ...(graded?.yours ? [{ id: YOURS, label: 'Yours', text: JSON.stringify(graded.yours) }] : []),
  ];
  for (const entry of more) if (!all.some(({ text }) => text === entry.text)) all.push(entry);
  return all.map(({ id, label }) => ({ id, label }));
}

/** Which of them plays at once: what the answer is about. */
export function truthIn(question: Question): string {
  if (question.heard.some(({ id }) => id === X)) return X;
  const text = JSON.stringify(question.truth);
  return question.heard.find(({ spec }) => JSON.stringify(spec) === text)?.id ?? 'true';
}

/** Everything that a question plays before its answer and after it, but the learner's own. */
export function soundsOf({ heard, dry, truth }: Question): MixSpec[] {
  return [...heard.map(({ spec }) => spec), dry, truth];
}

/** Where a match question's knobs stand at first. */
export function startOf({ knobs }: MatchQuestion): Readonly<Record<string, number>> {
  return Object.fromEntries(knobs.map(({ id, start }) => [id, start]));
}
