import type { MixSpec } from '../dsp/mix-spec.ts';
import type { ChoiceQuestion, PlaybackNeeds } from '../training/question.ts';

/** What an ABX question has of its own, whatever it is about; X is A where `answer` is 0. */
export function abxQuestion({
  a,
  b,
  answer,
  needs,
  asks = 'Which of the two is X?',
}: {
  readonly a: MixSpec;
  readonly b: MixSpec;
  readonly answer: number;
  readonly needs: PlaybackNeeds;
  readonly asks?: string;
}): Pick<ChoiceQuestion, 'kind' | 'asks' | 'needs' | 'heard' | 'choices' | 'answer' | 'worthlessDistance'> {
  return {
    kind: 'choice',
    asks,
    needs,
    heard: [
      { id: 'a', label: 'A', spec: a },
      { id: 'b', label: 'B', spec: b },
      { id: 'x', label: 'X', spec: answer === 0 ? a : b },
    ],
    choices: [
      { id: 'a', label: 'X is A', spec: a, place: null },
      { id: 'b', label: 'X is B', spec: b, place: null },
    ],
    answer: answer === 0 ? 'a' : 'b',
    worthlessDistance: null,
  };
}
