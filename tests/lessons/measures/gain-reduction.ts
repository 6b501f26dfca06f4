import { stemSet } from '../../../src/demos/song-audio.ts';
import { devicesOf, type MixSpec } from '../../../src/dsp/mix-spec.ts';
import { percentile } from '../../band/measures/statistics.ts';
import { playMix } from './play-mix.ts';

/** Envelopes have settled by then. */
const SETTLED_SECONDS = 1;

/** What a device takes away in the deepest hundredth of one lap, in dB; 0 where it is bypassed. */
export async function gainReductionDb(spec: MixSpec, deviceId: string): Promise<number> {
  if (devicesOf(spec).some(({ id, bypassed }) => id === deviceId && bypassed)) return 0;
  const { loopFrames, sampleRate } = await stemSet(spec.song);
  const reductions: number[] = [];
  const stretch = { fromSeconds: 0, toSeconds: SETTLED_SECONDS + loopFrames / sampleRate };
  await playMix(spec, stretch, ({ seconds, reductionsDb, gainReducingIds }) => {
    const index = gainReducingIds.indexOf(deviceId);
    if (index < 0) throw new Error(`"${deviceId}" reduces no gain; ${gainReducingIds.join(', ')} do`);
    if (seconds >= SETTLED_SECONDS) reductions.push(Math.abs(reductionsDb[index]));
  });
  return percentile(reductions, 0.99);
}
