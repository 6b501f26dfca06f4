import type { MidSide } from './goniometer.ts';

const MINUS = '−';

/** What a correlation means for somebody with one loudspeaker, from the highest down: at least this, these words. */
const MEANINGS: readonly (readonly [atLeast: number, words: string])[] = [
  [0.9, 'nearly mono, safe on one speaker'],
  [0.5, 'wide, and safe on one speaker'],
  [0.2, 'very wide, still adds up on one speaker'],
  [0, 'as wide as it may be: the sides get quieter in mono'],
  [-1, 'cancels in mono: parts vanish on one speaker'],
];

/** "+0.92", "−0.10", "0.00". */
export function correlationNumber(correlation: number): string {
  if (Number.isNaN(correlation)) return '–';
  const text = Math.abs(correlation).toFixed(2);
  if (Number(text) === 0) return text;
  return `${correlation < 0 ? MINUS : '+'}${text}`;
}

/** "+0.92: nearly mono, safe on one speaker". The words follow the number as it is shown. */
export function correlationWords(correlation: number): string {
  if (Number.isNaN(correlation)) return 'silent';
  const shown = Math.round(correlation * 100) / 100;
  const [, words] = MEANINGS.find(([atLeast]) => shown >= atLeast) ?? MEANINGS[MEANINGS.length - 1];
  return `${correlationNumber(correlation)}: ${words}`;
}

/** "−18 dB", or "silent". */
export function levelWords(levelDb: number): string {
  if (!Number.isFinite(levelDb)) return 'silent';
  const rounded = Math.round(levelDb);
  return `${rounded < 0 ? MINUS : ''}${Math.abs(rounded)}\u00a0dB`;
}

export interface SpokenStereo extends MidSide {
  readonly label: string;
  /** Mean over the lap; NaN in silence. */
  readonly averageCorrelation: number;
}

/** What the picture shows, for those who cannot see it. `now` is null while nothing plays. */
export function goniometerWords(
  here: SpokenStereo,
  other: Pick<SpokenStereo, 'label' | 'averageCorrelation'> | null,
  now: (MidSide & { readonly correlation: number }) | null,
): string {
  const moment = now ? [`Correlation now ${correlationWords(now.correlation)}. ${midSideWords(now)}`] : [];
  const average = `Over the loop “${here.label}” averages ${correlationWords(here.averageCorrelation)}`;
  const against = other ? `; “${other.label}” ${correlationNumber(other.averageCorrelation)}` : '';
  const whole = now ? [] : [midSideWords(here)];
  return [...moment, `${average}${against}.`, ...whole].join(' ');
}

function midSideWords({ midDb, sideDb }: MidSide): string {
  return `Middle ${levelWords(midDb)}, sides ${levelWords(sideDb)}.`;
}
