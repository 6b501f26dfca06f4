import type { Claim } from '../../src/demos/claim.ts';
import { defineDemo } from '../../src/demos/demo.ts';
import { beforeLimiter, retuned, without } from '../../src/demos/variation.ts';
import { device } from '../../src/dsp/mix-draft.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';
import { electronic } from '../../src/mixes/electronic.ts';
import { indiePop } from '../../src/mixes/indie-pop.ts';

/** Two tools that a master of a good mix does not need, and one of raw takes does. */
const RESCUE = ['master-de-esser', 'master-width'];

function withRescue(master: MixSpec, widthPercent: number): MixSpec {
  return beforeLimiter(master, [
    device('deEsser', 'master-de-esser', 'Master de-esser', { frequencyHz: 6000, rangeDb: 5 }),
    device('width', 'master-width', 'Master width', { widthPercent }),
  ]);
}

const unneeded = (spec: MixSpec): MixSpec => without(withRescue(spec, 100), RESCUE);

/*
 * The takes, mastered by somebody who hears what came in and knows where it should go: each master is tuned anew, towards
 * the tone of the finished mix. The reference master's own settings would be a straw man, since they answer the mix.
 */

/** The words' region up and the hats down again above it; a de-esser for what that does to each S. */
function masteredTakesOfElectronic(): MixSpec {
  const toned = retuned(withRescue(electronic.masteredOnly, 130), 'master-eq', {
    lowShelfHz: 60,
    lowShelfDb: -1,
    lowBellHz: 290,
    lowBellDb: -1.5,
    midBellHz: 1000,
    midBellDb: 2.5,
    midBellQ: 0.7,
    highBellHz: 3000,
    highBellDb: 5,
    highBellQ: 0.7,
    highShelfHz: 8500,
    highShelfDb: -4,
  });
  const evened = retuned(toned, 'master-compressor', { thresholdDb: -18 });
  return retuned(evened, 'limiter', { driveDb: 9 });
}

/** Brighter above the guitars' bite, a little less mud; wider, since everything stands in the middle. */
function masteredTakesOfIndiePop(): MixSpec {
  const toned = retuned(withRescue(indiePop.masteredOnly, 150), 'master-eq', {
    lowShelfHz: 60,
    lowShelfDb: -1,
    lowBellHz: 250,
    lowBellDb: -1,
    highBellHz: 2700,
    highBellDb: -1.5,
    highShelfHz: 5500,
    highShelfDb: 4,
  });
  const evened = retuned(toned, 'master-compressor', { thresholdDb: -22, ratio: 2 });
  return retuned(evened, 'limiter', { driveDb: 10 });
}

/** Regions that together are the whole of what is heard. */
const REGIONS = [
  [30, 120],
  [120, 500],
  [500, 2000],
  [2000, 5000],
  [5000, 12_000],
] as const;

/** No region of one version lies further from another's than this. */
const nearInTone = (of: string, against: string, withinDb: number): Claim[] =>
  REGIONS.map(([fromHz, toHz]) => ({
    says: `From ${fromHz} to ${toHz} Hz they lie within ${withinDb} dB`,
    measure: 'band',
    fromHz,
    toHz,
    of,
    against,
    changeWithin: withinDb,
  }));

/** The voice against the band where the words are, as the master leaves it. */
const WORDS = { measure: 'balance', stems: ['vocal'], fromHz: 1000, toHz: 4000 } as const;

export const demos = [
  defineDemo({
    id: 'skip-either',
    title: 'Skip the mix, skip the master',
    listenFor: 'Play all four twice: once for the tone of the whole, once for the singer alone.',
    variants: [
      { id: 'neither', label: 'Neither', spec: unneeded(electronic.raw) },
      { id: 'master', label: 'Master only', spec: masteredTakesOfElectronic() },
      { id: 'mix', label: 'Mix only', spec: unneeded(electronic.mixed) },
      { id: 'both', label: 'Both', spec: unneeded(electronic.mastered) },
    ],
    switches: [],
    pictures: ['spectrum', 'stage', 'loudness', 'chain'],
    claims: [
      {
        says: 'Mixing gives the region of the words more than 5 dB',
        measure: 'band',
        fromHz: 2000,
        toHz: 5000,
        of: 'mix',
        against: 'neither',
        changeAtLeast: 5,
      },
      {
        says: 'and a master of the takes gives it more than 4',
        measure: 'band',
        fromHz: 2000,
        toHz: 5000,
        of: 'master',
        against: 'neither',
        changeAtLeast: 4,
      },
      ...nearInTone('master', 'mix', 1.5),
      ...nearInTone('both', 'mix', 1),
      {
        ...WORDS,
        says: 'Mixing brings the words 10 dB forward',
        of: 'mix',
        against: 'neither',
        changeAtLeast: 10,
        againstBetween: [-10.8, -10.4],
        ofBetween: [-0.4, 0],
      },
      {
        ...WORDS,
        says: 'A master of the takes, 1 dB',
        of: 'master',
        against: 'neither',
        changeWithin: 1.2,
        ofBetween: [-9.8, -9.3],
      },
      {
        ...WORDS,
        says: 'A master of the mix, half a decibel',
        of: 'both',
        against: 'mix',
        changeWithin: 0.6,
        ofBetween: [0, 0.4],
      },
      {
        says: 'Mixing brings the sung lines together',
        measure: 'lineSpreadInWhole',
        of: 'mix',
        against: 'neither',
        changeAtMost: -8,
        againstBetween: [10.7, 11.2],
        ofBetween: [2.1, 2.6],
      },
      {
        says: 'A master of the takes goes less than half of that way',
        measure: 'lineSpreadInWhole',
        of: 'master',
        against: 'neither',
        changeAtMost: -3.5,
        ofBetween: [6.8, 7.4],
      },
      {
        says: 'A master of the mix leaves them',
        measure: 'lineSpreadInWhole',
        of: 'both',
        against: 'mix',
        changeWithin: 0.3,
      },
      {
        says: 'Mixing puts the arpeggio to the left',
        measure: 'place',
        stems: ['arp'],
        of: 'mix',
        against: 'master',
        changeAtMost: -50,
        againstBetween: [-5, 5],
      },
      {
        says: 'Mastering makes the mix more than 4 dB louder',
        measure: 'loudness',
        of: 'both',
        against: 'mix',
        changeAtLeast: 4,
      },
      {
        says: 'and the takes as loud as the mastered mix',
        measure: 'loudness',
        of: 'master',
        against: 'both',
        changeWithin: 0.5,
      },
      {
        says: 'Mastering brings soft and loud passages of the mix closer together',
        measure: 'loudnessRange',
        of: 'both',
        against: 'mix',
        changeAtMost: -1.5,
      },
    ],
  }),
  defineDemo({
    id: 'which-would-you-skip',
    title: 'Which would you skip?',
    listenFor: 'One has a master and no mix, the other a mix and no master. Which would you release?',
    variants: [
      { id: 'master', label: 'Master only', spec: masteredTakesOfIndiePop() },
      { id: 'mix', label: 'Mix only', spec: unneeded(indiePop.mixed) },
    ],
    switches: [],
    pictures: ['spectrum', 'stage', 'loudness'],
    claims: [
      ...nearInTone('master', 'mix', 1.2),
      {
        says: 'Without a mix, the sung lines lie more than 7 LU apart',
        measure: 'lineSpreadInWhole',
        of: 'mix',
        against: 'master',
        changeAtMost: -4,
        againstBetween: [7, 8],
        ofBetween: [2, 3],
      },
      {
        ...WORDS,
        says: 'Without a mix, the words stand more than 8 dB further behind',
        of: 'mix',
        against: 'master',
        changeAtLeast: 8,
      },
      ...(['left', 'right'] as const).map((side): Claim => ({
        says: `Without a mix, the ${side} guitar stands in the middle`,
        measure: 'place',
        stems: [`guitar-${side}`],
        of: 'mix',
        against: 'master',
        ...(side === 'left' ? { changeAtMost: -50 } : { changeAtLeast: 50 }),
        againstBetween: [-5, 5],
      })),
      {
        says: 'Without a master, the song is more than 4.5 dB quieter',
        measure: 'loudness',
        of: 'mix',
        against: 'master',
        changeAtMost: -4.5,
      },
    ],
  }),
];
