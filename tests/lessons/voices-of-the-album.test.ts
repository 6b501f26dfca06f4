import { beforeAll, describe, expect, it } from 'vitest';
import { eachLoud, mixed, SONGS, together } from '../../lessons/37-album/songs-in-a-row.ts';
import { excerptOf } from '../../src/band/sets/excerpt.ts';
import { TRACKS } from '../../src/band/sets/album.ts';
import { bounceSpec } from '../../src/demos/bounce-spec.ts';
import { only } from '../../src/demos/variation.ts';
import { withMatch, type MixSpec } from '../../src/dsp/mix-spec.ts';
import { loudnessOf, type Stereo } from '../mixes/measures.ts';

/** Below the safety ceiling. */
const HEADROOM_DB = 12;

const songLufs = async (version: MixSpec, song: string): Promise<number> =>
  loudnessOf(await bounceSpec(withMatch(only(version, [song]), -HEADROOM_DB)));

describe('The singers of three songs in a row', () => {
  /** How far each voice stands below its own song, in the bars that the album plays. */
  const belowSong = new Map<string, number>();

  beforeAll(async () => {
    for (const { mix, fromBar, bars } of TRACKS) {
      const loudness = async (spec: MixSpec): Promise<number> =>
        loudnessOf((await excerptOf(spec, fromBar, bars)).channels as unknown as Stereo);
      belowSong.set(
        mix.mixed.song,
        (await loudness(mix.mixed)) - (await loudness(only(mix.mixed, ['vocal']))),
      );
    }
  });

  async function voiceSpreadLu(version: MixSpec): Promise<number> {
    const voices = await Promise.all(
      SONGS.map(async (song) => (await songLufs(version, song)) - belowSong.get(song)!),
    );
    return Math.max(...voices) - Math.min(...voices);
  }

  it('stand within 2 LU in the mixes and on the album, and almost 3 LU apart where the songs are equally loud', async () => {
    const [mixes, album, each] = [
      await voiceSpreadLu(mixed),
      await voiceSpreadLu(together),
      await voiceSpreadLu(eachLoud),
    ];
    console.log(`voices apart: ${[mixes, album, each].map((lu) => lu.toFixed(2)).join(', ')} LU`);
    expect(mixes).toBeLessThan(2);
    expect(album).toBeLessThan(2);
    expect(each).toBeGreaterThan(2.7);
    expect(each).toBeLessThan(3);
  });
});
