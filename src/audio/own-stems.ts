import type { MadeStems } from '../stem-sets/made-stems.ts';

/** A learner's own audio, as it is practised on: here and nowhere else. */
let stems: MadeStems | null = null;

export function ownStems(): MadeStems | null {
  return stems;
}

export function keepOwnStems(next: MadeStems | null): void {
  stems = next;
}
