import type { Parameter } from '../dsp/parameter.ts';
import type { Asked, Exercise } from '../training/exercise.ts';
import type { MatchQuestion } from '../training/question.ts';
import { withAsked } from './changed.ts';
import { hertzText } from '../training/size-text.ts';
import { bandNeeds, decibelText, OCTAVE_Q, octavesApart, octavesOf, withBell } from './asked-eq.ts';
import { device } from '../dsp/mix-draft.ts';
import { decibelsOff, octavesOff } from './off-text.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';

const LADDER_DB = [12, 9, 6, 4.5, 3] as const;
const TOLERANCE_OCTAVES = 0.5;
const WORTHLESS_OCTAVES = 2;
/** Off by less than a third of the change, or by 1.5 dB. */
const TOLERANCE_SHARE = 1 / 3;
const LEAST_TOLERANCE_DB = 1.5;
const START_HZ = 1000;

const FREQUENCY: Parameter = {
  label: 'Frequency',
  unit: 'Hz',
  min: 40,
  max: 16_000,
  default: START_HZ,
  taper: 'log',
  decimals: 0,
};
const GAIN: Parameter = {
  label: 'Gain',
  unit: 'dB',
  min: -15,
  max: 15,
  default: 0,
  taper: 'linear',
  decimals: 1,
};

/**
 * Undo an EQ by ear: one octave was changed, and the learner dials the opposite. The sound without any EQ is not to be
 * heard until the answer, so that it has to be imagined, as when mixing.
 */
export const eqMatch: Exercise = {
  id: 'eq-match',
  title: 'EQ: undo it by ear',
  trains: 'Find the opposite of an EQ that somebody else has set, with the original out of hearing.',
  family: 'tone',
  ways: ['match'],
  unit: 'dB',
  ladder: LADDER_DB,
  unsuited: (source) => (octavesOf(source).length < 3 ? 'it has sound in too few octaves' : null),
  choiceCount: () => 1,
  ask: (asked): MatchQuestion => question(asked),
};

function question({ source, rung, draw }: Asked): MatchQuestion {
  const db = LADDER_DB[rung];
  const hz = Number((draw.of(octavesOf(source)) * 2 ** draw.between(-0.4, 0.4)).toFixed(0));
  const sign = draw.coin() ? 1 : -1;
  const changed = withBell(source.base, hz, sign * db, OCTAVE_Q);
  const undone = (frequencyHz: number, gainDb: number): MixSpec =>
    withAsked(changed, device('eq', 'undo', 'Your EQ', bellSettings(frequencyHz, gainDb)));
  return {
    kind: 'match',
    asks: 'One octave is wrong. Turn your EQ until it is right again.',
    tells: `${hertzText(hz)} had been turned ${sign > 0 ? 'up' : 'down'} by ${db} dB, so the opposite is ${decibelText(-sign * db)} there.`,
    size: db,
    levels: 'roved',
    needs: bandNeeds(hz, 1),
    heard: [{ id: 'changed', label: 'Changed', spec: undone(hz, 0) }],
    dry: undone(hz, 0),
    truth: undone(hz, -sign * db),
    dryLabel: 'Changed',
    truthLabel: 'Put right',
    specAt: ({ frequency, gain }) => undone(frequency, gain),
    targetHidden: false,
    knobs: [
      {
        id: 'frequency',
        parameter: FREQUENCY,
        start: START_HZ,
        target: hz,
        distance: octavesApart,
        tolerance: TOLERANCE_OCTAVES,
        worthlessDistance: WORTHLESS_OCTAVES,
        says: (setting) => octavesOff(setting, hz),
      },
      {
        id: 'gain',
        parameter: GAIN,
        start: 0,
        target: -sign * db,
        distance: (one, other) => Math.abs(one - other),
        tolerance: Math.max(LEAST_TOLERANCE_DB, TOLERANCE_SHARE * db),
        worthlessDistance: 2 * db,
        says: (setting) => decibelsOff(setting + sign * db, 'high', 'low'),
      },
    ],
  };
}

/** One bell at any frequency; the other bells rest. */
function bellSettings(hz: number, db: number): Readonly<Record<string, number>> {
  const bell = hz < 200 ? 'low' : hz < 2000 ? 'mid' : 'high';
  return { [`${bell}BellHz`]: hz, [`${bell}BellDb`]: db, [`${bell}BellQ`]: OCTAVE_Q };
}
