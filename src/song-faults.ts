import type { ListedFault } from './song-manifest.ts';

/** What is wrong with a stem, as a sentence's end: "boxy 320 Hz (+5.5 dB); line too quiet (−4 dB, 9–13 s)". */
export function faultsInWords(faults: readonly ListedFault[]): string {
  const told = new Map<string, { fault: ListedFault; times: string[] }>();
  for (const fault of faults) {
    const key = `${fault.what} ${fault.amountDb}`;
    const entry = told.get(key) ?? { fault, times: [] };
    if (fault.startSeconds !== null) entry.times.push(`${fault.startSeconds.toFixed(1)} s`);
    told.set(key, entry);
  }
  const sentences = [...told.values()].map(({ fault, times }) => oneFault(fault, times));
  return sentences.length === 0 ? 'none' : sentences.join('; ');
}

/** Places beyond this many are counted, not listed. */
const MOST_TIMES = 3;

function oneFault({ what, amountDb, frequencyHz }: ListedFault, times: readonly string[]): string {
  const where =
    times.length === 0
      ? ''
      : times.length <= MOST_TIMES
        ? ` at ${times.join(', ')}`
        : `, ${times.length} times`;
  const hertz = frequencyHz === null || what.includes('Hz') ? '' : ` ${frequencyHz} Hz`;
  if (amountDb === 0) return `${what}${hertz}${where}`;
  return `${what}${hertz}${where} (${sizeOf(amountDb)})`;
}

/** Noises and thumps are told as levels, everything else as a change. */
function sizeOf(amountDb: number): string {
  const number = String(Math.abs(amountDb));
  if (amountDb <= -10) return `−${number} dBFS`;
  return `${amountDb < 0 ? '−' : '+'}${number} dB`;
}
