import type { PlaybackCheck } from './playback-check.ts';
import type { PlaybackNeeds } from './question.ts';
import { hertzText } from './size-text.ts';

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
    ? `it lies at ${hertzText(needs.fromHz)} to ${hertzText(needs.toHz)}, and your playback begins at ${hertzText(check.lowestHz)}`
    : `it lies at ${hertzText(needs.fromHz)} to ${hertzText(needs.toHz)}, and your playback ends at ${hertzText(check.highestHz)}`;
}
