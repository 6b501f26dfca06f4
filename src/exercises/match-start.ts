import type { Parameter } from '../dsp/parameter.ts';
import type { Draw } from '../training/random.ts';

/**
 * Where a control begins that is to be matched: at one of its ends, which of them is drawn, so that the place tells
 * nothing of where the target lies. From an end that is already near the target there would be nothing to turn: then
 * it is the other one.
 *
 * @param isNear whether a setting is near the target
 */
export function matchStart(
  draw: Draw,
  { min, max }: Pick<Parameter, 'min' | 'max'>,
  isNear: (setting: number) => boolean,
): number {
  const [drawn, other] = draw.coin() ? [min, max] : [max, min];
  return isNear(drawn) ? other : drawn;
}
