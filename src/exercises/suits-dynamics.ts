import type { Source } from '../training/exercise.ts';

/**
 * Parts so even that a compressor does little but turn them down: with 12 dB of reduction its gain moves by less than
 * 1.3 dB (standard deviation), hardly more than with 2 dB, and at matched loudness there is next to nothing to hear.
 * Whole mixes are such, too. A test measures both sides of this line.
 */
const EVEN_PARTS: readonly string[] = [
  'indie-pop-bass',
  'indie-pop-guitars',
  'electronic-bass',
  'electronic-synths',
];

/** For how much it is compressed; as `Exercise.unsuited`. What learners bring is for their ears to judge. */
export function withoutSwing({ id, kind }: Source): string | null {
  if (kind !== 'noise' && kind !== 'mix' && !EVEN_PARTS.includes(id)) return null;
  return 'it needs louder and quieter moments further apart';
}

/**
 * For attack and release: in whole mixes hits hardly rise above the rest, and between the words of these voices a
 * compressor comes up by less than 0.4 dB more with the shorter of two releases, unless they lie far apart.
 */
export function withoutHits({ id, kind }: Source): string | null {
  return kind === 'own' || isHit(id) ? null : 'it needs hits that stand alone, as drums have';
}

/** For limiting: peaks that can be cut down. */
export function withoutPeaks({ id, kind }: Source): string | null {
  return kind === 'mix' || kind === 'own' || isHit(id)
    ? null
    : 'it needs hits to crush, as drums and whole mixes have';
}

function isHit(id: string): boolean {
  return id.endsWith('-drums') || id.endsWith('-percussion');
}
