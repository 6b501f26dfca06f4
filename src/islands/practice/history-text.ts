import type { SizeUnit } from '../../training/exercise.ts';
import type { PracticeEntry } from '../../training/practice-history.ts';
import { intervalText, sizeText } from '../../training/size-text.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "2026-11-27" as “27 Nov 2026”. */
export function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** What a set found: the threshold, or that there is none and why. */
export function foundText({ threshold, notYet }: PracticeEntry): string {
  if (threshold) return sizeText(threshold.size, threshold.unit);
  return notYet ? 'You cannot hear this yet' : 'Too few turns for a threshold';
}

/** “1.1 to 2 dB”, or “none” where no threshold was found. */
export function boundsText({ threshold }: PracticeEntry): string {
  return threshold ? intervalText(threshold.low, threshold.high, threshold.unit) : 'none';
}

/** “17 of 24 (42 %)”, the share corrected for guessing. */
export function rightText({ right, n, heardShare }: PracticeEntry): string {
  return `${right}\u00a0of\u00a0${n} (${Math.round(100 * heardShare)}\u00a0%)`;
}

/** The chart in a sentence, for whoever does not see it. */
export function chartText(entries: readonly PracticeEntry[], unit: SizeUnit): string {
  const found = entries.flatMap(({ threshold }) => (threshold ? [threshold.size] : []));
  const sets = found.length === 1 ? 'One threshold' : `${found.length} thresholds`;
  const span =
    found.length === 1
      ? sizeText(found[0], unit)
      : `between ${sizeText(Math.min(...found), unit)} and ${sizeText(Math.max(...found), unit)}`;
  return `${sets}, ${span}. The table below has every figure.`;
}
