import { describe, expect, it } from 'vitest';
import { residentBytes } from '../../src/audio/memory.ts';
import { SONG_IDS, songManifest } from '../../src/demos/song-audio.ts';

describe('What a page holds of a song', () => {
  it.each(SONG_IDS)(
    '%s takes at most 130 MB decoded, the copy for level match and bounce included',
    async (song) => {
      expect(residentBytes(await songManifest(song))).toBeLessThanOrEqual(130e6);
    },
  );
});
