import { filter, highPass } from '../../src/band/signal/filter.ts';
import { peakOf } from '../../src/band/signal/level.ts';
import { framesIn } from '../../src/band/signal/sample-rate.ts';

/** A main hit of a drum track: its peak, and the 50 ms around it. */
export interface Hit {
  frame: number;
  peak: number;
  sound: Float32Array;
}

const BEFORE = framesIn(0.005);
const LENGTH = framesIn(0.05);
const APART = framesIn(0.13);
const RISE = 1.5;

/** The peaks within 15 dB of the highest that rise above what rang before, at least 130 ms apart. */
export function mainHits(track: Float32Array): Hit[] {
  const threshold = peakOf(track) * 10 ** (-15 / 20);
  const hits: Hit[] = [];
  for (let i = BEFORE; i + LENGTH < track.length; i++) {
    if (Math.abs(track[i]) < threshold) continue;
    const frame = highestFrom(track, i, i + framesIn(0.02));
    const sound = track.subarray(Math.max(0, frame - BEFORE), frame - BEFORE + LENGTH);
    const peak = Math.abs(track[frame]);
    const ringing = peakOf(track.subarray(Math.max(0, i - APART / 2), i));
    if (peak < RISE * ringing) continue;
    hits.push({ frame, peak, sound });
    i = frame + APART;
  }
  return hits;
}

/** Highest normalised cross-correlation of two hits above 1 kHz, within ±3 ms: 1 = the same recording. */
export function similarity(a: Hit, b: Hit): number {
  const x = filter(a.sound, highPass(1000), highPass(1000));
  const y = filter(b.sound, highPass(1000), highPass(1000));
  const reach = framesIn(0.003);
  const energy = Math.sqrt(energyOf(x) * energyOf(y));
  let highest = 0;
  for (let lag = -reach; lag <= reach; lag++) {
    let sum = 0;
    for (let i = Math.max(0, -lag); i < x.length && i + lag < y.length; i++) sum += x[i] * y[i + lag];
    highest = Math.max(highest, sum / energy);
  }
  return highest;
}

/** Energy above 4 kHz relative to all of it, in dB. */
export function brightnessDb({ sound }: Hit): number {
  return 10 * Math.log10(energyOf(filter(sound, highPass(4000))) / energyOf(sound));
}

const energyOf = (x: Float32Array): number => x.reduce((sum, value) => sum + value * value, 0);

function highestFrom(track: Float32Array, from: number, to: number): number {
  let frame = from;
  for (let i = from; i < Math.min(to, track.length); i++)
    if (Math.abs(track[i]) > Math.abs(track[frame])) frame = i;
  return frame;
}
