import { device } from '../dsp/mix-draft.ts';
import { LIMITER_PARAMETERS } from '../dsp/limiter.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';
import type { Exercise, Source } from '../training/exercise.ts';
import { abxQuestion } from './abx-question.ts';
import { ASKED_DEVICE, withAsked } from './changed.ts';
import { withoutPeaks } from './suits-dynamics.ts';
import { dynamicsNeeds, whichOfTwo } from './two-sounds.ts';

const LADDER_DB = [12, 9, 6, 4, 3, 2];
const CEILING_DBTP = -1;
/** Limiting starts this far below the ceiling. */
const MARGIN_DB = 0.3;

/** Loud and flat against loud when it should be: whose peaks a limiter has cut down. */
export const limiting: Exercise = {
  id: 'limiting',
  title: 'Limiting: which is crushed?',
  trains: 'Hear when a limiter has crushed what was played.',
  family: 'dynamics',
  ways: ['name', 'abx'],
  unit: 'dB',
  ladder: LADDER_DB,
  unsuited: withoutPeaks,
  choiceCount: () => 2,
  ask: ({ source, way, rung, answer, draw }) => {
    if (way === 'match') throw new Error('limiting is not matched, only told apart');
    const db = LADDER_DB[rung];
    const dry = limitedBy(source, null);
    const crushed = limitedBy(source, db);
    const needs = dynamicsNeeds(source);
    const common = { size: db, levels: 'matched', needs, dry } as const;
    const tells = (which: string): string =>
      `${which} was crushed: a limiter turned its highest peak down by ${db} dB.`;
    if (way === 'abx') {
      const [a, b] = draw.coin() ? [crushed, dry] : [dry, crushed];
      const abx = abxQuestion({ a, b, answer, needs });
      return { ...common, ...abx, tells: tells(a === crushed ? 'A' : 'B'), truth: crushed };
    }
    const asked = whichOfTwo({ right: crushed, other: dry, answer, asks: 'Which is crushed?' });
    return { ...common, ...asked, tells: tells(`The ${asked.answer}`) };
  },
};

/** Driven into the ceiling so that the highest peak comes down by this much, in dB; null is the limiter switched off. */
function limitedBy({ base, levels }: Source, db: number | null): MixSpec {
  const { min, max } = LIMITER_PARAMETERS.driveDb;
  const drive = (db ?? 0) + CEILING_DBTP - MARGIN_DB - levels.truePeakDbtp;
  const driveDb = Math.min(max, Math.max(min, drive));
  const limiter = device('limiter', ASKED_DEVICE, 'Limiter', { driveDb, ceilingDbtp: CEILING_DBTP });
  return withAsked(base, { ...limiter, bypassed: db === null });
}
