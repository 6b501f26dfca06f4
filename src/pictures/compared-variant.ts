import type { Demo, Variant } from '../demos/demo.ts';

/** Which version the chosen one is seen against: the first, or the second where the first is chosen. */
export function comparedVariant(demo: Pick<Demo, 'variants'>, chosenId: string): Variant {
  const [first, second] = demo.variants;
  return first.id === chosenId ? second : first;
}
