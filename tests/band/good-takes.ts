import { recordSong } from '../../src/band/record.ts';
import type { Song } from '../../src/band/song.ts';
import { dbToGain } from '../../src/dsp/decibels.ts';
import { panGains } from '../../src/dsp/pan.ts';

/** Left and right. */
export type Stereo = readonly [Float32Array, Float32Array];

/** A song's takes before anything went wrong with them, one or two channels each, by stem id. */
export type GoodTakes = ReadonlyMap<string, readonly Float32Array[]>;

/** Render a song without its faults; takes some 25 s. */
export async function goodTakes(song: Song): Promise<GoodTakes> {
  const stems = await recordSong(song, true);
  return new Map(stems.map(({ plan, channels }) => [plan.id, channels]));
}

/** Level in dB and pan of each stem: a plausible balance of faders and pan pots, nothing else. */
export type Balance = Readonly<Record<string, readonly [levelDb: number, pan: number]>>;

/** The takes added up. */
export function balanced(takes: GoodTakes, balance: Balance): Stereo {
  const frames = [...takes.values()][0][0].length;
  const sum = [new Float32Array(frames), new Float32Array(frames)] as const;
  for (const [id, [levelDb, pan]] of Object.entries(balance)) {
    const channels = takes.get(id);
    if (!channels) throw new Error(`no take of ${id}; there are ${[...takes.keys()].join(', ')}`);
    const { left, right } = panGains(pan, channels.length > 1);
    [left, right].forEach((side, s) => {
      const gain = side * dbToGain(levelDb);
      const samples = channels[s] ?? channels[0];
      for (let i = 0; i < frames; i++) sum[s][i] += samples[i] * gain;
    });
  }
  return sum;
}
