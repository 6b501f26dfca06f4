import { defineDemo } from '../../src/demos/demo.ts';
import { retuned } from '../../src/demos/variation.ts';
import { acoustic } from '../../src/mixes/acoustic.ts';
import { electronic } from '../../src/mixes/electronic.ts';

/** Places in the lists of the bus compressor's steps. */
const RATIO_2 = 1;
const ATTACK_03_MS = 1;
const RELEASE_100_MS = 0;

/** Everything for level: a fast compressor on the whole, then a limiter as far as nobody should go. */
const crushed = retuned(
  retuned(acoustic.mastered, 'master-compressor', {
    thresholdDb: -24,
    ratio: RATIO_2,
    attack: ATTACK_03_MS,
    release: RELEASE_100_MS,
  }),
  'limiter',
  { mode: 1, driveDb: 20, releaseMs: 10 },
);

/** One master, its limiter driven so far that it comes out at a number that somebody has read about. */
const driven = (driveDb: number) => retuned(electronic.mastered, 'limiter', { driveDb });

export const demos = [
  defineDemo({
    id: 'at-one-volume',
    title: 'Played at one volume',
    listenFor:
      'Level match is the service now. Does the song begin softly and grow, or is everything one size?',
    variants: [
      { id: 'dynamic', label: 'Dynamic master', spec: acoustic.mastered },
      { id: 'crushed', label: 'Crushed master', spec: crushed },
    ],
    switches: [],
    pictures: ['loudness', 'limiter', 'spectrum', 'chain'],
    gainReductionOf: 'limiter',
    claims: [
      {
        says: 'Unmatched, the crushed master is more than 6 LU louder',
        measure: 'loudness',
        of: 'crushed',
        against: 'dynamic',
        changeAtLeast: 6,
        ofBetween: [-8.3, -7.5],
        againstBetween: [-14.5, -14],
      },
      {
        says: 'Its soft and loud passages lie within 1 LU, where they were more than 4 LU apart',
        measure: 'loudnessRange',
        of: 'crushed',
        against: 'dynamic',
        changeAtMost: -3,
        ofBetween: [0, 1],
        againstBetween: [4, 5],
      },
      {
        says: 'Its peaks stand less than 7 dB above the loudness, where it was 12 dB',
        measure: 'peakToLoudness',
        of: 'crushed',
        against: 'dynamic',
        changeAtMost: -5,
        ofBetween: [6, 7],
        againstBetween: [12, 13],
      },
    ],
  }),
  defineDemo({
    id: 'three-numbers',
    title: 'One song, three numbers',
    listenFor:
      'Only the drive of the limiter differs. Listen to the kick and the clap. Which one would you send?',
    variants: [
      { id: 'free', label: 'For −14', spec: driven(6.6) },
      { id: 'paid', label: 'For −11', spec: driven(10.2) },
      { id: 'spent', label: 'For even more', spec: driven(14.5) },
    ],
    switches: [],
    knobs: [{ deviceId: 'limiter', setting: 'driveDb' }],
    gainReductionOf: 'limiter',
    pictures: ['loudness', 'limiter', 'spectrum', 'chain'],
    claims: [
      {
        says: 'They come out at about −14 and −11 LUFS',
        measure: 'loudness',
        of: 'paid',
        against: 'free',
        changeAtLeast: 2.5,
        ofBetween: [-11.2, -10.8],
        againstBetween: [-14.2, -13.8],
      },
      {
        says: 'and, driven 4.3 dB further, only some 1.5 LU louder',
        measure: 'loudness',
        of: 'spent',
        against: 'paid',
        changeAtLeast: 1.3,
        ofBetween: [-9.7, -9.3],
      },
      {
        says: 'Up to −14 the limiter takes nothing away, so that its drive is a fader',
        measure: 'gainReduction',
        device: 'limiter',
        of: 'paid',
        against: 'free',
        changeAtLeast: 2,
        againstBetween: [0, 0.05],
      },
      {
        says: 'From −14 to −11 the peaks lose about 3 dB',
        measure: 'peakToLoudness',
        of: 'paid',
        against: 'free',
        changeAtMost: -2.5,
        ofBetween: [9.5, 10],
        againstBetween: [12.5, 13],
      },
      {
        says: 'After it 1.5 dB more',
        measure: 'peakToLoudness',
        of: 'spent',
        against: 'free',
        changeAtMost: -4,
        ofBetween: [8, 8.4],
      },
      {
        says: 'To −11, soft and loud passages stay within 1 LU of where they were',
        measure: 'loudnessRange',
        of: 'paid',
        against: 'free',
        changeWithin: 1,
      },
      {
        says: 'after it they come together',
        measure: 'loudnessRange',
        of: 'spent',
        against: 'paid',
        changeAtMost: -1.2,
        ofBetween: [0.8, 1.2],
        againstBetween: [2.3, 2.7],
      },
    ],
  }),
];
