import { defineDemo } from '../../src/demos/demo.ts';
import { byTrack, eachLoud, EQ_IDS, mixed, SONGS, together } from './songs-in-a-row.ts';

export const demos = [
  defineDemo({
    id: 'three-in-a-row',
    title: 'Three songs in a row',
    listenFor: 'Do not listen to the songs. Listen to the moments where one ends and the next begins.',
    variants: [
      { id: 'mixed', label: 'As mixed', spec: mixed },
      { id: 'each', label: 'Each by itself', spec: eachLoud },
      { id: 'album', label: 'As an album', spec: together },
    ],
    switches: [{ name: 'EQ of all three', deviceIds: EQ_IDS }],
    pictures: ['loudness', 'spectrum', 'chain'],
    claims: [
      {
        says: 'Each by itself, all three are as loud',
        measure: 'stemSpread',
        of: 'each',
        against: 'mixed',
        changeAtMost: -1.5,
        ofBetween: [0, 0.5],
        againstBetween: [2, 3],
      },
      {
        says: 'As an album the quiet song stays about as far below as in the mixes',
        measure: 'stemSpread',
        of: 'album',
        against: 'mixed',
        changeWithin: 0.5,
        ofBetween: [2, 3],
      },
      {
        says: 'Made equally loud, they still have basses 6 dB apart',
        measure: 'stemSpread',
        fromHz: 30,
        toHz: 120,
        of: 'each',
        against: 'mixed',
        changeWithin: 1,
        ofBetween: [5.5, 6.9],
        againstBetween: [5.5, 6],
      },
      {
        says: 'As an album the basses lie within 3 dB',
        measure: 'stemSpread',
        fromHz: 30,
        toHz: 120,
        of: 'album',
        against: 'each',
        changeAtMost: -3,
        ofBetween: [1.5, 3],
      },
      {
        says: 'The highs lie about as close together as they did',
        measure: 'stemSpread',
        fromHz: 5000,
        toHz: 16_000,
        of: 'album',
        against: 'mixed',
        changeWithin: 1,
        ofBetween: [0, 2.5],
      },
      ...SONGS.map(
        (song) =>
          ({
            says: `More is left of the peaks of ${song} than where each was to be as loud as it could`,
            measure: 'peakToLoudness',
            stems: [song],
            of: 'album',
            against: 'each',
            changeAtLeast: 2,
          }) as const,
      ),
    ],
  }),
  defineDemo({
    id: 'by-track',
    title: 'The same record, two players',
    listenFor: 'Only faders move. How large is the step down into the last song?',
    variants: [
      { id: 'by-album', label: 'By album', spec: together },
      { id: 'by-track', label: 'By track', spec: byTrack },
    ],
    switches: [],
    knobs: SONGS.map((song) => ({ deviceId: song, setting: 'levelDb' })),
    pictures: ['loudness', 'spectrum', 'chain'],
    claims: [
      {
        says: 'Track by track, the step into the quiet song is gone',
        measure: 'stemSpread',
        of: 'by-track',
        against: 'by-album',
        changeAtMost: -1.5,
        ofBetween: [0, 0.5],
        againstBetween: [2, 3],
      },
      ...SONGS.map(
        (song) =>
          ({
            says: `${song} itself is not changed`,
            measure: 'peakToLoudness',
            stems: [song],
            of: 'by-track',
            against: 'by-album',
            changeWithin: 0.1,
          }) as const,
      ),
    ],
  }),
];
