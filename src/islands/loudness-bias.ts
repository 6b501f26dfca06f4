/** Upward jumps in level beyond this are announced, so that nobody is hurt. */
export const WARNED_JUMP_DB = 3;

const WHY = 'Louder nearly always seems better; that is why levels are matched here.';

/**
 * What listening without level match does to a judgement.
 *
 * @param lufs loudness of what plays
 * @param others of the other versions, as far as it is known
 */
export function biasText(label: string, lufs: number, others: readonly number[]): string {
  const aboveDb = lufs - Math.min(...others);
  if (aboveDb >= 0.1) return `“${label}” is now ${aboveDb.toFixed(1)} dB louder than the quietest. ${WHY}`;
  const belowDb = Math.max(...others) - lufs;
  if (belowDb < 0.05)
    return 'The versions are equally loud by themselves: level match had nothing to do here.';
  const care = belowDb > WARNED_JUMP_DB ? ' Turn your volume down before you choose another.' : '';
  return `The others are now up to ${belowDb.toFixed(1)} dB louder. ${WHY}${care}`;
}
