import type { SongId } from './demos/song-audio.ts';

/** What a song's page says of it before its demo. */
interface SongStory {
  /** Also stands in lists, before a comma. */
  readonly style: string;
  readonly story: string;
}

export const SONG_STORIES: Readonly<Record<SongId, SongStory>> = {
  'indie-pop': {
    style: 'Indie pop',
    story:
      'A band in one room and a singer in a booth. The song starts small, the band comes in, everything falls away, and the chorus brings all of it together.',
  },
  electronic: {
    style: 'Electronic',
    story:
      'A drum machine, a deep bass that sits exactly where the kick is, and a voice tuned hard. Everything is on the grid; nothing ducks, until a mix makes it.',
  },
  acoustic: {
    style: 'Acoustic, in three-four time',
    story:
      'Two steel-string guitars, a piano, and a voice close to the microphone. One guitar alone at first, all of them at the end.',
  },
};
