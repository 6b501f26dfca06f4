import type { Demo } from './demo.ts';

/** Which variant another is told against: the first, or the second where the first is heard. */
export function toldAgainst(demo: Demo, variantId: string): string {
  return demo.variants[demo.variants[0].id === variantId ? 1 : 0].id;
}
