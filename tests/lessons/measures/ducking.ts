import { songAudio, stemSet } from '../../../src/demos/song-audio.ts';
import type { Samples } from '../../../src/dsp/bounce.ts';
import type { MixSpec } from '../../../src/dsp/mix-spec.ts';
import { percentile } from '../../band/measures/statistics.ts';
import { playMix } from './play-mix.ts';

/** Envelopes have settled by then, those of a slow release too. */
const SETTLED_SECONDS = 3;

/** A hit is where a drum rises above this share of its highest peak. */
const HIT_SHARE = 0.35;
/** Until then the same hit may rise again. */
const NEXT_HIT_SECONDS = 0.15;

const BEFORE_SECONDS = 0.05;
/** What a voice is turned down in while a hit sounds: past the attack, before the release. */
const AFTER_SECONDS = { from: 0.02, to: 0.12 } as const;

/** What turns a stem down at a moment together with others, in dB. */
interface Reduction {
  readonly seconds: number;
  readonly reducedDb: number;
}

/** When a drum strikes, in seconds from the start. */
export function hitSeconds(drum: Samples, sampleRate: number): number[] {
  let peak = 0;
  for (const value of drum) peak = Math.max(peak, Math.abs(value));
  const threshold = HIT_SHARE * peak;
  const hits: number[] = [];
  for (let i = 0; i < drum.length; i++) {
    if (Math.abs(drum[i]) <= threshold) continue;
    hits.push(i / sampleRate);
    i += Math.round(NEXT_HIT_SECONDS * sampleRate);
  }
  return hits;
}

/** How much further the gain is down after hits than just before them: the median, in dB. */
export function swingAtHitsDb(reductions: readonly Reduction[], hits: readonly number[]): number {
  const mean = (from: number, to: number): number => {
    const within = reductions.filter(({ seconds }) => seconds >= from && seconds < to);
    return within.reduce((sum, { reducedDb }) => sum + reducedDb, 0) / within.length;
  };
  const swings = hits.map(
    (hit) => mean(hit + AFTER_SECONDS.from, hit + AFTER_SECONDS.to) - mean(hit - BEFORE_SECONDS, hit),
  );
  return percentile(swings, 0.5);
}

/** Ids of the devices that turn a stem down together with others: its group's and the master's. */
function sharedDeviceIds(spec: MixSpec, stem: string): Set<string> {
  const strip = spec.strips.find((entry) => entry.stem === stem);
  const group = spec.groups.find(({ id }) => id === strip?.group);
  const working = [...(group?.devices ?? []), ...spec.master].filter(({ bypassed }) => !bypassed);
  return new Set(working.map(({ id }) => id));
}

/**
 * How far a stem is turned down in time with another's hits, by what its group's and the master's devices take away.
 * The gain is read, not the sound, so that nothing else that plays is in the number.
 */
export async function duckingDb(spec: MixSpec, stem: string, by: string): Promise<number> {
  const { loopFrames, sampleRate } = await stemSet(spec.song);
  const drum = (await songAudio(spec.song)).stems.get(by)![0];
  const loopSeconds = loopFrames / sampleRate;
  const shared = sharedDeviceIds(spec, stem);
  const reductions: Reduction[] = [];
  const stretch = { fromSeconds: 0, toSeconds: SETTLED_SECONDS + loopSeconds };
  await playMix(spec, stretch, ({ seconds, reductionsDb, gainReducingIds }) => {
    const reducedDb = gainReducingIds.reduce(
      (sum, id, i) => (shared.has(id) ? sum + Math.abs(reductionsDb[i]) : sum),
      0,
    );
    reductions.push({ seconds, reducedDb });
  });
  const hits = hitSeconds(drum, sampleRate).flatMap((hit) => [hit, hit + loopSeconds]);
  const heard = hits.filter((hit) => hit >= SETTLED_SECONDS && hit < SETTLED_SECONDS + loopSeconds - 0.2);
  return swingAtHitsDb(reductions, heard);
}
