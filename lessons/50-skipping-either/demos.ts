import type { Claim } from '../../src/demos/claim.ts';
import { defineDemo } from '../../src/demos/demo.ts';
import { electronic } from '../../src/mixes/electronic.ts';
import { indiePop } from '../../src/mixes/indie-pop.ts';

/** Two versions of a demo: the one that shows something, and the one before it. */
interface Step {
  readonly of: string;
  readonly against: string;
}
const MIXING: Step = { of: 'mix', against: 'neither' };
const MASTERING_ALONE: Step = { of: 'master', against: 'neither' };
const MASTERING_THE_MIX: Step = { of: 'both', against: 'mix' };

/** Regions that together are the whole of what is heard. */
const REGIONS = [
  [30, 120],
  [120, 500],
  [500, 2000],
  [2000, 5000],
  [5000, 12_000],
] as const;

const tone = (step: Step, mostDb: number): Claim[] =>
  REGIONS.map(([fromHz, toHz]) => ({
    says: `From ${fromHz} to ${toHz} Hz, mastering moves the song by no more than ${mostDb} dB`,
    measure: 'band',
    fromHz,
    toHz,
    ...step,
    changeWithin: mostDb,
  }));

export const demos = [
  defineDemo({
    id: 'skip-either',
    title: 'Skip the mix, skip the master',
    listenFor: 'Play all four. Which two lie nearest to each other?',
    variants: [
      { id: 'neither', label: 'Neither', spec: electronic.raw },
      { id: 'master', label: 'Master only', spec: electronic.masteredOnly },
      { id: 'mix', label: 'Mix only', spec: electronic.mixed },
      { id: 'both', label: 'Both', spec: electronic.mastered },
    ],
    switches: [],
    pictures: ['spectrum', 'stage', 'loudness', 'chain'],
    claims: [
      {
        says: 'Mixing brings the sung lines together',
        measure: 'lineSpread',
        ...MIXING,
        changeAtMost: -8,
        againstBetween: [10.5, 11.5],
        ofBetween: [2, 3],
      },
      {
        says: 'Mastering alone leaves them as far apart as they were sung',
        measure: 'lineSpread',
        ...MASTERING_ALONE,
        changeWithin: 0.5,
      },
      {
        says: 'Mixing brings the words forward',
        measure: 'againstRest',
        stems: ['vocal'],
        fromHz: 1000,
        toHz: 4000,
        ...MIXING,
        changeAtLeast: 10,
      },
      {
        says: 'Mastering alone leaves them where they were',
        measure: 'balance',
        stems: ['vocal'],
        fromHz: 1000,
        toHz: 4000,
        ...MASTERING_ALONE,
        changeWithin: 1.5,
      },
      {
        says: 'Mastering the mix leaves them where it had put them',
        measure: 'balance',
        stems: ['vocal'],
        fromHz: 1000,
        toHz: 4000,
        ...MASTERING_THE_MIX,
        changeWithin: 1.5,
      },
      {
        says: 'Mixing gives the region of the words more than 5 dB',
        measure: 'band',
        fromHz: 2000,
        toHz: 5000,
        ...MIXING,
        changeAtLeast: 5,
      },
      ...tone(MASTERING_THE_MIX, 1),
      ...tone(MASTERING_ALONE, 1.2),
      {
        says: 'Mastering makes the mix more than 4 dB louder',
        measure: 'loudness',
        ...MASTERING_THE_MIX,
        changeAtLeast: 4,
      },
      {
        says: 'and the takes more than 3 dB',
        measure: 'loudness',
        ...MASTERING_ALONE,
        changeAtLeast: 3,
      },
      {
        says: 'Mastering brings soft and loud passages of the mix closer together',
        measure: 'loudnessRange',
        ...MASTERING_THE_MIX,
        changeAtMost: -1.5,
      },
    ],
  }),
  defineDemo({
    id: 'which-would-you-skip',
    title: 'Which would you skip?',
    listenFor: 'One has a master and no mix, the other a mix and no master. Which would you release?',
    variants: [
      { id: 'master', label: 'Master only', spec: indiePop.masteredOnly },
      { id: 'mix', label: 'Mix only', spec: indiePop.mixed },
    ],
    switches: [],
    pictures: ['spectrum', 'stage', 'loudness'],
    claims: [
      {
        says: 'Without a mix, the sung lines lie more than 8 LU apart',
        measure: 'lineSpread',
        of: 'mix',
        against: 'master',
        changeAtMost: -5,
        againstBetween: [8, 9.5],
        ofBetween: [2, 3],
      },
      {
        says: 'Without a mix, the words stand more than 6 dB further behind',
        measure: 'againstRest',
        stems: ['vocal'],
        fromHz: 1000,
        toHz: 4000,
        of: 'mix',
        against: 'master',
        changeAtLeast: 6,
      },
      {
        says: 'Without a mix, the left guitar stands in the middle',
        measure: 'place',
        stems: ['guitar-left'],
        of: 'mix',
        against: 'master',
        changeAtMost: -50,
        againstBetween: [-5, 5],
      },
      {
        says: 'Without a master, the song is almost 5 dB quieter',
        measure: 'loudness',
        of: 'mix',
        against: 'master',
        changeAtMost: -4.5,
      },
    ],
  }),
];
