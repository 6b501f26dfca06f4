import { recall, remember } from '../storage.ts';

/** How much the audio engine does: "light" lets bypassed devices sleep, reports less often and buffers more. */
export type Power = 'full' | 'light';

/** What a listener may choose; "auto" lets a benchmark of one second decide. */
export const POWER_CHOICES = ['auto', 'full', 'light'] as const;
export type PowerChoice = (typeof POWER_CHOICES)[number];

const CHOICE_KEY = 'bypass.power';
const MEASURED_KEY = 'bypass.power-measured';

/**
 * Rendering a mix at fewer times real time than this leaves the audio thread too little room: it shares its core with
 * the page, and phones slow down when they grow warm.
 */
const FULL_FROM_TIMES_REAL_TIME = 6;

export function powerChoice(): PowerChoice {
  const kept = recall(CHOICE_KEY);
  return POWER_CHOICES.find((choice) => choice === kept) ?? 'auto';
}

/** False when the browser refuses to keep it beyond this page. */
export function choosePower(choice: PowerChoice): boolean {
  return remember(CHOICE_KEY, choice);
}

/** The listener's choice, or what was measured on this machine; full until then. */
export function chosenPower(): Power {
  const choice = powerChoice();
  if (choice !== 'auto') return choice;
  const measured = measuredTimesRealTime();
  return measured !== null && measured < FULL_FROM_TIMES_REAL_TIME ? 'light' : 'full';
}

/** How many times faster than real time this machine renders a mix; null before it was measured. */
export function measuredTimesRealTime(): number | null {
  const measured = Number(recall(MEASURED_KEY) ?? NaN);
  return Number.isFinite(measured) && measured > 0 ? measured : null;
}

export function keepMeasuredTimesRealTime(timesRealTime: number): void {
  remember(MEASURED_KEY, timesRealTime.toFixed(2));
}
