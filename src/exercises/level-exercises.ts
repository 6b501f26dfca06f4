import type { Asked, Exercise, Source } from '../training/exercise.ts';
import type { ChoiceQuestion, MatchQuestion, Question } from '../training/question.ts';
import type { Parameter } from '../dsp/parameter.ts';
import { turnedDownBy } from './changed.ts';
import { abxQuestion } from './abx-question.ts';
import { matchStart } from './match-start.ts';
import { decibelsOff } from './off-text.ts';

/** Room for the louder side, so that the rest of a question may go up and down. */
const GAIN: Parameter = {
  label: 'Level',
  unit: 'dB',
  min: -18,
  max: 0,
  default: -9,
  taper: 'linear',
  decimals: 1,
};
/** Where the target may lie when a level is matched. */
const TARGETS_DB: readonly [number, number] = [-16, -2];

const LADDER_DB = [6, 4.5, 3, 2, 1.5, 1, 0.7, 0.5, 0.35];

/** How much louder or quieter something is: the plainest of all skills, and the one that fools most. */
export const levelChange: Exercise = {
  id: 'level-change',
  title: 'Level',
  trains: 'Hear by how much something has become louder or quieter.',
  family: 'level and place',
  ways: ['abx', 'name', 'match'],
  unit: 'dB',
  ladder: LADDER_DB,
  unsuited: () => null,
  choiceCount: (way) => (way === 'match' ? 1 : 2),
  ask: (asked): Question => {
    switch (asked.way) {
      case 'abx':
        return abx(asked);
      case 'name':
        return named(asked);
      case 'match':
        return matched(asked);
    }
  },
};

export const LEVEL_EXERCISES: readonly Exercise[] = [levelChange];

function abx({ source, rung, answer, draw }: Asked): ChoiceQuestion {
  const db = LADDER_DB[rung];
  const louder = source.base;
  const quieter = turnedDownBy(source.base, db);
  // Whether A is the louder one is no part of the answer.
  const [a, b] = draw.coin() ? [louder, quieter] : [quieter, louder];
  return {
    ...abxQuestion({ a, b, answer, needs: needsOf(source) }),
    tells: `${a === louder ? 'A' : 'B'} was ${db} dB louder.`,
    size: db,
    levels: 'equal',
    dry: louder,
    truth: quieter,
  };
}

function named({ source, rung, answer }: Asked): ChoiceQuestion {
  const db = LADDER_DB[rung];
  // Both come from below full level, so that the change can go up as well as down.
  const before = turnedDownBy(source.base, LADDER_DB[0]);
  const louder = turnedDownBy(source.base, LADDER_DB[0] - db);
  const quieter = turnedDownBy(source.base, LADDER_DB[0] + db);
  const after = answer === 0 ? louder : quieter;
  return {
    kind: 'choice',
    asks: 'Is “After” louder or quieter than “Before”?',
    tells: `“After” was ${db} dB ${answer === 0 ? 'louder' : 'quieter'}.`,
    size: db,
    levels: 'equal',
    needs: needsOf(source),
    heard: [
      { id: 'before', label: 'Before', spec: before },
      { id: 'after', label: 'After', spec: after },
    ],
    choices: [
      { id: 'louder', label: 'Louder', spec: louder, place: null },
      { id: 'quieter', label: 'Quieter', spec: quieter, place: null },
    ],
    answer: answer === 0 ? 'louder' : 'quieter',
    worthlessDistance: null,
    dry: before,
    truth: after,
  };
}

function matched({ source, rung, draw }: Asked): MatchQuestion {
  const size = LADDER_DB[rung];
  const target = Number(draw.between(...TARGETS_DB).toFixed(1));
  // The size is the width of what counts as matched: half of it on either side.
  const tolerance = size / 2;
  const specAt = ({ level }: Readonly<Record<string, number>>) => turnedDownBy(source.base, -level);
  return {
    kind: 'match',
    asks: 'Turn yours until it is as loud as the target.',
    tells: `The target stood at ${text(target)} dB.`,
    size,
    levels: 'equal',
    needs: needsOf(source),
    heard: [{ id: 'target', label: 'Target', spec: specAt({ level: target }) }],
    dry: specAt({ level: target }),
    truth: specAt({ level: target }),
    specAt,
    targetHidden: false,
    knobs: [
      {
        id: 'level',
        parameter: GAIN,
        start: matchStart(draw, GAIN, (end) => Math.abs(end - target) <= 1.5 * tolerance),
        target,
        distance: (one, other) => Math.abs(one - other),
        tolerance,
        worthlessDistance: Math.max(6, size),
        says: (setting) => decibelsOff(setting - target, 'loud', 'quiet'),
      },
    ],
  };
}

function text(db: number): string {
  return db.toFixed(1).replace('-', '−');
}

function needsOf({ fromHz, toHz }: Source): ChoiceQuestion['needs'] {
  // Level can be heard anywhere in the source: the middle of it is enough.
  return { stereo: false, fromHz: Math.max(fromHz, 300), toHz: Math.min(toHz, 3000) };
}
