import { matchDb } from '../../demos/demo.ts';
import type { PictureProps } from './Pictures.tsx';

/**
 * How far a version's lap is turned down to be drawn while levels are matched, in dB (≤ 0); 0 while it is not there, or
 * not on. By the laps' own loudness: after a change of settings the last lap stands until the new one has come.
 */
export function matchOffsetDb({ demo, model }: PictureProps, variantId: string): number {
  const laps = model.laps.value;
  const lap = laps.get(variantId);
  if (!lap || !model.levelMatch.value) return 0;
  const all = [...laps.values()].map(({ integratedLufs }) => integratedLufs);
  return matchDb(demo, lap.integratedLufs, all);
}
