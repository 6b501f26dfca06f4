import { WARNED_JUMP_DB } from './loudness-bias.ts';

const MINUS = '−';

/** "−18.3", "+2.0", "0.0": one decimal, a true minus sign. */
export function signed(value: number): string {
  const text = Math.abs(value).toFixed(1);
  if (Number(text) === 0) return '0.0';
  return `${value < 0 ? MINUS : '+'}${text}`;
}

/** "−18.3 LUFS", or a dash while there is nothing to measure. */
export function loudnessText(lufs: number | undefined): string {
  return lufs === undefined || !Number.isFinite(lufs) || lufs < -70 ? '–' : `${signed(lufs)} LUFS`;
}

/** "−3.2 dB"; "0.0 dB" when nothing is turned down. */
export function reductionText(reductionDb: number | undefined): string {
  return reductionDb === undefined ? '–' : `${signed(-reductionDb)} dB`;
}

/** Whether the offset belongs to what is heard: not yet, while a new setting is being measured or waits for Play. */
export type MatchState = 'settled' | 'pending' | 'waiting' | 'failed';

/** What the level match does, in words. */
export function matchText(offsetDb: number, on: boolean, state: MatchState = 'settled'): string {
  if (state === 'pending') return 'measuring this setting…';
  if (state === 'waiting') return 'measures this setting when you press Play';
  if (state === 'failed') return 'this setting could not be measured, so levels may differ';
  if (Math.abs(offsetDb) < 0.05) return on ? 'leaves this as it is' : 'off: this is as loud as matched';
  const amount = `${Math.abs(offsetDb).toFixed(1)} dB`;
  if (on && Math.abs(offsetDb) > WARNED_JUMP_DB)
    return `turns this down ${amount}; off turns it up as much, so turn your volume down first`;
  if (on) return `turns this down ${amount}`;
  return `off: this is ${amount} louder than matched`;
}
