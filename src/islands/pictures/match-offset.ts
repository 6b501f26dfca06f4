import { matchDb } from '../../demos/demo.ts';
import type { PictureProps } from './Pictures.tsx';

/** How far a version is turned down while levels are matched, in dB (≤ 0); 0 while that is not known, or not on. */
export function matchOffsetDb({ demo, model }: PictureProps, variantId: string): number {
  const states = model.states.value;
  const lufs = states.get(variantId)?.lufs;
  if (lufs === undefined || !model.levelMatch.value) return 0;
  const all = [...states.values()].flatMap((state) => state.lufs ?? []);
  return matchDb(demo, lufs, all);
}
