import { device } from '../dsp/mix-draft.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';
import type { Asked, Exercise, Source } from '../training/exercise.ts';
import type { ChoiceQuestion } from '../training/question.ts';
import { ASKED_DEVICE, STRENGTH_LADDER, withAsked } from './changed.ts';
import { atStrength, SOUND_WORDS, type SoundWord } from './sound-words.ts';

/** Words that a source has sound for. */
function wordsOf({ fromHz, toHz }: Source): readonly SoundWord[] {
  return Object.values(SOUND_WORDS).filter((word) => word.fromHz >= fromHz * 0.75 && word.toHz <= toHz * 1.4);
}

/** A word for what an EQ did. */
export const nameTheWord: Exercise = {
  id: 'name-the-word',
  title: 'Name the word',
  trains: 'Say muddy, boxy, nasal, harsh, warm, thin or airy, and mean the same as others do.',
  family: 'tone',
  ways: ['name'],
  unit: '%',
  ladder: STRENGTH_LADDER,
  unsuited: (source) => (wordsOf(source).length < 4 ? 'it has sound for too few of the words' : null),
  choiceCount: (_, source) => wordsOf(source).length,
  ask: (asked): ChoiceQuestion => named(asked),
};

function named({ source, rung, answer }: Asked): ChoiceQuestion {
  const strength = STRENGTH_LADDER[rung] / 100;
  const said = (word: SoundWord | null): MixSpec =>
    withAsked(
      source.base,
      device('eq', ASKED_DEVICE, 'Colour EQ', word ? atStrength(word.settings, strength) : {}),
    );
  const words = wordsOf(source);
  const { word, fromHz, toHz } = words[answer];
  const choices = words.map((entry) => ({
    id: entry.word.toLowerCase(),
    label: entry.word,
    spec: said(entry),
    place: null,
  }));
  return {
    kind: 'choice',
    asks: 'Which word fits “Changed” best?',
    tells: `It was made ${word.toLowerCase()}, at ${STRENGTH_LADDER[rung]} % of a clear setting: ${Math.round(fromHz)} to ${Math.round(toHz)} Hz.`,
    size: STRENGTH_LADDER[rung],
    levels: 'roved',
    needs: { stereo: false, fromHz, toHz },
    heard: [
      { id: 'untouched', label: 'Untouched', spec: said(null) },
      { id: 'changed', label: 'Changed', spec: choices[answer].spec },
    ],
    choices,
    answer: choices[answer].id,
    worthlessDistance: null,
    dry: said(null),
    truth: choices[answer].spec,
  };
}
