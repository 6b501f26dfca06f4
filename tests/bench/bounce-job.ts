import type { StemAudio } from '../../src/dsp/bounce.ts';
import { songAudio } from '../../src/demos/song-audio.ts';
import { median } from './pairs.ts';

/** Both sides of the bounce row render this. */
export const SAMPLE_RATE = 48000;
export const STRIPS = 8;
/** What a bounce renders before the loop (bounce.ts). */
export const LEAD_IN_SECONDS = 4;
const BOUNCES = 5;

/** The song's stems, each made stereo by a copy 7 ms late. */
export async function stereoStems(): Promise<StemAudio[]> {
  const { stems } = await songAudio('indie-pop');
  const sides = [...stems.values()].map(([side]) => Float32Array.from(side!));
  return Array.from({ length: STRIPS }, (_, i) => {
    const left = sides[i % sides.length]!;
    const right = new Float32Array(left.length);
    right.set(left.subarray(0, left.length - 336), 336);
    return [left, right];
  });
}

/** Print by how much a bounce is faster than real time, over loop and lead-in, on user CPU: the median of some. */
export function printSpeed(loopFrames: number, bounce: () => Float32Array): void {
  const speeds: number[] = [];
  for (let i = 0; i <= BOUNCES; i++) {
    const before = process.cpuUsage();
    const left = bounce();
    const userSeconds = process.cpuUsage(before).user / 1e6;
    if (!left.some((value) => Math.abs(value) > 0.001)) throw new Error('the bench bounced silence');
    // The first one warms up.
    if (i > 0) speeds.push((loopFrames / SAMPLE_RATE + LEAD_IN_SECONDS) / userSeconds);
  }
  console.log(JSON.stringify({ timesRealTime: median(speeds) }));
}
