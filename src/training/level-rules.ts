import { withMatch, type MixSpec } from '../dsp/mix-spec.ts';
import type { LevelRule } from './question.ts';
import type { Draw } from './random.ts';

/** Everything that is asked about plays this far down, so that a boost does not reach the safety ceiling. */
const HEADROOM_DB: Readonly<Record<LevelRule, number>> = { matched: 3, roved: 12, equal: 3 };
/** A sound whose level must not tell anything goes up or down by at most this much, anew for each sound and question. */
export const ROVING_DB = 3;

/** A random gain for a sound, in dB, −ROVING_DB … +ROVING_DB; 0 where level is matched, or is what is asked. */
export function rovingDb(rule: LevelRule, draw: Draw): number {
  return rule === 'roved' ? draw.between(-ROVING_DB, ROVING_DB) : 0;
}

/**
 * A sound as it plays under its question's rule.
 *
 * @param rovedDb from `rovingDb`
 * @param louderDb how much louder it is than the quietest sound of the question, in LU, its own `matchDb` included;
 *   taken off where the rule is `matched`
 */
export function levelled(spec: MixSpec, rule: LevelRule, rovedDb: number, louderDb: number): MixSpec {
  const matched = rule === 'matched' ? Math.max(0, louderDb) : 0;
  return withMatch(spec, spec.matchDb - HEADROOM_DB[rule] + rovedDb - matched);
}
