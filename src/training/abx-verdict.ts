import { guessCorrectedShare, guessingChance } from './binomial.ts';
import { NO_SIGN_CHANCE } from './guessing.ts';

/** A result that guessing reaches at most this often counts as heard. */
const HEARD_CHANCE = 0.05;

export type AbxVerdict = 'heard' | 'perhaps' | 'not yet' | 'reversed';

/** What a finished run shows. Fewer right than guessing would leave is told apart, but is not counted as hearing. */
export function abxVerdict(right: number, n: number): AbxVerdict {
  if (guessingChance(right, n) <= HEARD_CHANCE) return 'heard';
  if (guessingChance(n - right, n) <= HEARD_CHANCE) return 'reversed';
  return guessingChance(right, n) < NO_SIGN_CHANCE ? 'perhaps' : 'not yet';
}

/** The fewest right answers of n that count as heard. */
export function fewestHeard(n: number): number {
  let right = n;
  while (right > 0 && guessingChance(right - 1, n) <= HEARD_CHANCE) right--;
  return right;
}

/** The verdict in a sentence or two. */
export function abxVerdictText(right: number, n: number): string {
  const score = `${right} of ${n}`;
  const luck = `a guesser gets this far in ${triesText(guessingChance(right, n))} tries`;
  switch (abxVerdict(right, n)) {
    case 'heard':
      return `${score}: you hear it. ${capital(luck)}. Corrected for guessing, that is ${percentHeard(right, n)} of the trials.`;
    case 'perhaps':
      return `${score} can be luck: ${luck}. ${fewestHeard(n)} of ${n} would show that you hear it.`;
    case 'not yet':
      return `${score}: you cannot hear this yet, and that is a result. ${capital(luck)}.`;
    case 'reversed':
      return `${score} is fewer than a guesser would get. You may hear a difference and have swapped the names; as it stands it does not count.`;
  }
}

/** "2 of 100", "5 or 6 of 100", "3 of 1000", "1 of 4096": how often something of that chance comes about. */
export function triesText(chance: number): string {
  const base = chance >= 0.01 ? 100 : 1000;
  const tries = chance * base;
  if (tries < 0.75) return `1 of ${Math.round(1 / chance)}`;
  const down = Math.floor(tries);
  // Above ten, one more or less says nothing.
  const between = tries < 10 && tries - down > 0.25 && tries - down < 0.75;
  return between ? `${down} or ${down + 1} of ${base}` : `${Math.round(tries)} of ${base}`;
}

function percentHeard(right: number, n: number): string {
  return `${Math.round(100 * guessCorrectedShare(right, n))}\u00a0%`;
}

function capital(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}
