import type { MixSpec } from '../dsp/mix-spec.ts';
import type { Source } from '../training/exercise.ts';
import type { ChoiceQuestion, PlaybackNeeds } from '../training/question.ts';

/** What “which of the two” has of its own: the sounds are called First and Second, and the right one is the first where `answer` is 0. */
export function whichOfTwo({
  right,
  other,
  answer,
  asks,
}: {
  readonly right: MixSpec;
  readonly other: MixSpec;
  readonly answer: number;
  readonly asks: string;
}): Pick<ChoiceQuestion, 'kind' | 'asks' | 'heard' | 'choices' | 'answer' | 'worthlessDistance' | 'truth'> {
  const [first, second] = answer === 0 ? [right, other] : [other, right];
  const sounds = [
    { id: 'first', label: 'First', spec: first },
    { id: 'second', label: 'Second', spec: second },
  ] as const;
  return {
    kind: 'choice',
    asks,
    heard: sounds,
    choices: sounds.map((sound) => ({ ...sound, place: null })),
    answer: answer === 0 ? 'first' : 'second',
    worthlessDistance: null,
    truth: right,
  };
}

/** What compressors and limiters do is heard in all of the sound: the middle of it is enough. */
export function dynamicsNeeds({ fromHz, toHz }: Source): PlaybackNeeds {
  return { stereo: false, fromHz: Math.max(fromHz, 200), toHz: Math.min(toHz, 4000) };
}

/** Two times around a middle, this many octaves apart, in ms. */
export function spread(
  middleMs: number,
  octaves: number,
): { readonly fastMs: number; readonly slowMs: number } {
  const half = 2 ** (octaves / 2);
  return { fastMs: middleMs / half, slowMs: middleMs * half };
}

/** "1.8 ms" · "57 ms" · "1.2 s" */
export function timeText(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  return `${ms < 10 ? ms.toFixed(1) : ms.toFixed(0)} ms`;
}
