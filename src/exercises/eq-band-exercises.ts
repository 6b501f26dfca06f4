import type { Asked, Exercise, Source, Way } from '../training/exercise.ts';
import type { Choice, ChoiceQuestion } from '../training/question.ts';
import { abxQuestion } from './abx-question.ts';
import { hertzText } from '../training/size-text.ts';
import {
  bandNeeds,
  decibelText,
  OCTAVE_Q,
  octavesOf,
  THIRD_OCTAVE_Q,
  thirdsOf,
  withBell,
} from './asked-eq.ts';

const LADDER_DB = [12, 9, 6, 4.5, 3, 2, 1.5] as const;
/** A band that is named so far off earns nothing. */
const WORTHLESS_OCTAVES = 2;
/** A boost taken for a cut earns nothing, wherever it is: so far apart do they lie. */
const WRONG_SIGN_OCTAVES = 100;
/** Fewer bands than this are no question of where. */
const FEWEST_BANDS = 3;

/** What distinguishes one EQ exercise from another. */
interface BandKind {
  readonly id: string;
  readonly title: string;
  readonly trains: string;
  readonly signs: readonly (1 | -1)[];
  readonly q: number;
  /** Width of the band in octaves. */
  readonly octaves: number;
  bandsOf(source: Source): readonly number[];
}

const KINDS: readonly BandKind[] = [
  {
    id: 'eq-boost',
    title: 'EQ: which octave was boosted?',
    trains: 'Name the octave that was turned up. Peaks are easier to hear than dips.',
    signs: [1],
    q: OCTAVE_Q,
    octaves: 1,
    bandsOf: octavesOf,
  },
  {
    id: 'eq-cut',
    title: 'EQ: which octave was cut?',
    trains: 'Name the octave that was turned down, as one does most often when mixing.',
    signs: [-1],
    q: OCTAVE_Q,
    octaves: 1,
    bandsOf: octavesOf,
  },
  {
    id: 'eq-either',
    title: 'EQ: boosted or cut, and where?',
    trains: 'Tell a boost from a cut, and name its octave.',
    signs: [1, -1],
    q: OCTAVE_Q,
    octaves: 1,
    bandsOf: octavesOf,
  },
  {
    id: 'eq-third-octave',
    title: 'EQ: which third of an octave?',
    trains: 'Name a narrow boost to a third of an octave, as one does to find a ringing note.',
    signs: [1],
    q: THIRD_OCTAVE_Q,
    octaves: 1 / 3,
    bandsOf: thirdsOf,
  },
];

export const EQ_BAND_EXERCISES: readonly Exercise[] = KINDS.map((kind): Exercise => ({
  id: kind.id,
  title: kind.title,
  trains: kind.trains,
  family: 'tone',
  ways: ['name', 'abx'],
  unit: 'dB',
  ladder: LADDER_DB,
  unsuited: (source) =>
    kind.bandsOf(source).length < FEWEST_BANDS ? 'it has sound in too few octaves' : null,
  choiceCount: (way: Way, source) => (way === 'abx' ? 2 : kind.bandsOf(source).length * kind.signs.length),
  ask: (asked) => (asked.way === 'abx' ? abx(kind, asked) : named(kind, asked)),
}));

/** One answer: a band and a sign. */
function answersOf({ signs, bandsOf }: BandKind, source: Source): { hz: number; sign: 1 | -1 }[] {
  return signs.flatMap((sign) => bandsOf(source).map((hz) => ({ hz, sign })));
}

function named(kind: BandKind, { source, rung, answer }: Asked): ChoiceQuestion {
  const db = LADDER_DB[rung];
  const answers = answersOf(kind, source);
  const choices = answers.map(({ hz, sign }): Choice => {
    const signed = kind.signs.length > 1 ? `${sign > 0 ? 'Boost' : 'Cut'} at ` : '';
    return {
      id: `${sign > 0 ? 'boost' : 'cut'}-${hz}`,
      label: `${signed}${hertzText(hz)}`,
      spec: withBell(source.base, hz, sign * db, kind.q),
      place: Math.log2(hz) + (sign > 0 ? 0 : WRONG_SIGN_OCTAVES),
    };
  });
  const { hz, sign } = answers[answer];
  const dry = withBell(source.base, hz, 0, kind.q);
  const truth = withBell(source.base, hz, sign * db, kind.q);
  return {
    kind: 'choice',
    asks: asksOf(kind),
    tells: tellsOf(hz, sign * db),
    size: db,
    levels: 'roved',
    needs: bandNeeds(hz, kind.octaves),
    heard: [
      { id: 'untouched', label: 'Untouched', spec: dry },
      { id: 'changed', label: 'Changed', spec: truth },
    ],
    choices,
    answer: choices[answer].id,
    worthlessDistance: WORTHLESS_OCTAVES,
    dry,
    truth,
  };
}

function abx(kind: BandKind, { source, rung, answer, draw }: Asked): ChoiceQuestion {
  const db = LADDER_DB[rung];
  const hz = draw.of(kind.bandsOf(source));
  const sign = draw.of(kind.signs);
  const dry = withBell(source.base, hz, 0, kind.q);
  const truth = withBell(source.base, hz, sign * db, kind.q);
  const changedIsA = draw.coin();
  const [a, b] = changedIsA ? [truth, dry] : [dry, truth];
  return {
    ...abxQuestion({ a, b, answer, needs: bandNeeds(hz, kind.octaves) }),
    tells: `${changedIsA ? 'A' : 'B'} was the changed one. ${tellsOf(hz, sign * db)}`,
    size: db,
    levels: 'roved',
    dry,
    truth,
  };
}

function asksOf({ signs, octaves }: BandKind): string {
  if (signs.length > 1) return 'Was “Changed” boosted or cut, and where?';
  const what = octaves < 1 ? 'third of an octave' : 'octave';
  return `Which ${what} was turned ${signs[0] > 0 ? 'up' : 'down'} in “Changed”?`;
}

function tellsOf(hz: number, db: number): string {
  return `${hertzText(hz)} was turned ${db > 0 ? 'up' : 'down'} by ${decibelText(db).slice(1)}.`;
}
