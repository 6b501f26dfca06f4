import { powerDb } from '../../band/measures/frame-power.ts';
import type { Stereo } from '../../mixes/measures.ts';
import type { Moment } from './stands-out.ts';

const RATE = 48000;

/** What stands for a sound without any echo. */
const NO_ECHO_DB = 60;

/**
 * How far a sound stands above its echoes during some moments, in dB of power.
 *
 * @param direct the sound without its echoes
 * @param whole the same with them; returns are added to the rest, so that what they bring is the difference
 */
export function directAboveEchoesDb(direct: Stereo, whole: Stereo, moments: readonly Moment[]): number {
  let [wanted, echoes] = [0, 0];
  const { length } = direct[0];
  for (const [fromSeconds, toSeconds] of moments)
    for (let i = Math.round(fromSeconds * RATE); i < Math.min(Math.round(toSeconds * RATE), length); i++)
      for (const side of [0, 1] as const) {
        wanted += direct[side][i] ** 2;
        echoes += (whole[side][i] - direct[side][i]) ** 2;
      }
  return Math.min(NO_ECHO_DB, powerDb(wanted) - powerDb(echoes));
}
