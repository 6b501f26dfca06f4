import { acoustic } from '../mixes/acoustic.ts';
import { electronic } from '../mixes/electronic.ts';
import { indiePop } from '../mixes/indie-pop.ts';
import { fourWays } from './four-ways.ts';
import type { SongId } from './song-audio.ts';

/** The comparison on each song's page: raw, mixed, mastered, both. */
export const SONG_DEMOS: Readonly<Record<SongId, string>> = {
  'indie-pop': 'four-ways',
  electronic: 'electronic-four-ways',
  acoustic: 'acoustic-four-ways',
};

export const demos = [
  fourWays(SONG_DEMOS['indie-pop'], 'One song, four ways', indiePop),
  fourWays(SONG_DEMOS.electronic, 'Signal in the Sea, four ways', electronic),
  fourWays(SONG_DEMOS.acoustic, 'Paper Boat, four ways', acoustic),
];
