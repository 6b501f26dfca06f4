import type { PlaybackCheck } from './playback-check.ts';
import type { PlaybackNeeds } from './question.ts';

/** Less than half of the region in octaves is not enough to judge it by. */
const LEAST_SHARE = 0.5;

/** Why a question cannot be heard on this playback, as the end of a sentence; null where it can, or nothing is known. */
export function unheardReason(needs: PlaybackNeeds, check: PlaybackCheck | null): string | null {
  if (!check) return null;
  if (needs.stereo && check.sides === 'mono') return 'it needs left and right, and your playback is mono';
  const from = Math.max(needs.fromHz, check.lowestHz);
  const to = Math.min(needs.toHz, check.highestHz);
  const share = to <= from ? 0 : Math.log2(to / from) / Math.log2(needs.toHz / needs.fromHz);
  if (share >= LEAST_SHARE) return null;
  return needs.fromHz < check.lowestHz
    ? `it lies at ${hertz(needs.fromHz)} to ${hertz(needs.toHz)}, and your playback begins at ${hertz(check.lowestHz)}`
    : `it lies at ${hertz(needs.fromHz)} to ${hertz(needs.toHz)}, and your playback ends at ${hertz(check.highestHz)}`;
}

/** "63 Hz", "1.25 kHz" */
function hertz(hz: number): string {
  return hz < 1000 ? `${Math.round(hz)} Hz` : `${Number((hz / 1000).toPrecision(3))} kHz`;
}
