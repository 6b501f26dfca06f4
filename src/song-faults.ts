import type { ListedFault } from './song-manifest.ts';

const NO_BREAK = '\u00a0';

/** What is wrong with a stem, as a sentence's end: "boxy 320 Hz (+5.5 dB); line too quiet at 4.7 s (−4 dB), 9.2 s (−1 dB)". */
export function faultsInWords(faults: readonly ListedFault[]): string {
  const alike = new Map<string, ListedFault[]>();
  for (const fault of faults) alike.set(fault.what, [...(alike.get(fault.what) ?? []), fault]);
  const sentences = [...alike.values()].map(oneFault);
  return sentences.length === 0 ? 'none' : sentences.join('; ');
}

/** Places of one size beyond this many are counted, not listed. */
const MOST_TIMES = 3;

function oneFault(places: readonly ListedFault[]): string {
  const [{ what, amountDb, frequencyHz }] = places;
  const hertz = frequencyHz === null || what.includes('Hz') ? '' : ` ${pitchText(frequencyHz)}`;
  const times = places.flatMap(({ startSeconds }) => (startSeconds === null ? [] : timeText(startSeconds)));
  if (times.length === places.length && places.some((place) => place.amountDb !== amountDb)) {
    const sized = places.map((place, i) => `${times[i]}${bracketed(place.amountDb)}`);
    return `${what}${hertz} at ${sized.join(', ')}`;
  }
  const where =
    times.length > MOST_TIMES ? `, ${times.length} times` : times.length > 0 ? ` at ${times.join(', ')}` : '';
  return `${what}${hertz}${where}${bracketed(amountDb)}`;
}

function timeText(seconds: number): string {
  return `${seconds.toFixed(1)}${NO_BREAK}s`;
}

function pitchText(hz: number): string {
  return hz < 1000 ? `${hz}${NO_BREAK}Hz` : `${hz / 1000}${NO_BREAK}kHz`;
}

function bracketed(amountDb: number): string {
  return amountDb === 0 ? '' : ` (${sizeOf(amountDb)})`;
}

/** Noises and thumps are told as levels, everything else as a change. */
function sizeOf(amountDb: number): string {
  const number = String(Math.abs(amountDb));
  if (amountDb <= -10) return `−${number}${NO_BREAK}dBFS`;
  return `${amountDb < 0 ? '−' : '+'}${number}${NO_BREAK}dB`;
}
