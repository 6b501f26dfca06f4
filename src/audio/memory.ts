import type { StemSet } from '../song-manifest.ts';

const FLOAT_BYTES = 4;
const INT16_BYTES = 2;

/** Bytes of a song's samples while its page is open: what plays, and the 16-bit copy that is rendered beside it. */
export function residentBytes({ loopFrames, stems }: StemSet): number {
  let bytes = 0;
  for (const { channels, opus } of stems)
    bytes += channels * ((loopFrames + 2 * opus.padFrames) * FLOAT_BYTES + loopFrames * INT16_BYTES);
  return bytes;
}
