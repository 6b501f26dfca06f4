import type { Claim } from '../../src/demos/claim.ts';
import { defineDemo } from '../../src/demos/demo.ts';
import { atTheEnd, faders, only, retuned, without } from '../../src/demos/variation.ts';
import { device } from '../../src/dsp/mix-draft.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';
import { acoustic } from '../../src/mixes/acoustic.ts';
import { electronic } from '../../src/mixes/electronic.ts';

/** The master, driven further into its ceiling or not. */
const driven = (driveDb: number): MixSpec => retuned(electronic.mastered, 'limiter', { driveDb });

/** Regions that together are the whole of what is heard. */
const REGIONS = [
  [30, 120],
  [120, 500],
  [500, 2000],
  [2000, 5000],
  [5000, 12_000],
] as const;

const alike = REGIONS.map(([fromHz, toHz]): Claim => ({
  says: `From ${fromHz} to ${toHz} Hz, Two is within 0.3 dB of One`,
  measure: 'band',
  fromHz,
  toHz,
  of: 'two',
  against: 'one',
  changeWithin: 0.3,
}));

/** Each doubles the difference between the sides; after four of them, a sum of the sides is small beside it. */
const opposed = [1, 2, 3, 4].map((i) =>
  device('width', `opposed-${i}`, `Widener, ${i} of 4`, { widthPercent: 200 }),
);

/** One guitar and the voice, dry, with a sum of both sides that can be switched on. */
function duo(): MixSpec {
  const pair = only(without(acoustic.mixed, ['band-limiter']), ['guitar-1', 'vocal']);
  const dry = { ...pair, strips: pair.strips.map((strip) => ({ ...strip, sends: [] })) };
  const summed = atTheEnd(
    opposed.reduce(atTheEnd, dry),
    device('width', 'sum', 'Sum to mono', { widthPercent: 0 }),
  );
  return without(summed, ['sum']);
}

/** The guitar stays in the middle, where doubling the difference between the sides does nothing to it. */
const voiceAt = (panPercent: number, levelDb: number): MixSpec =>
  faders(duo(), { 'guitar-1': { panPercent: 0 }, vocal: { panPercent, levelDb } });
const plain = (panPercent: number): MixSpec =>
  without(
    voiceAt(panPercent, 3),
    opposed.map(({ id }) => id),
  );

const voiceStands = (of: string, change: Partial<Record<'changeAtLeast' | 'changeAtMost', number>>): Claim =>
  ({
    says: `The voice is on the ${of}`,
    measure: 'place',
    stems: ['vocal'],
    of,
    against: 'middle',
    ...change,
  }) as Claim;

export const demos = [
  defineDemo({
    id: 'which-is-better',
    title: 'Which one is better?',
    listenFor: 'Level match off first. Then choose the one that you would release.',
    variants: [
      { id: 'one', label: 'One', spec: electronic.mastered },
      { id: 'two', label: 'Two', spec: driven(9.3) },
      {
        id: 'three',
        label: 'Three',
        spec: retuned(driven(10.3), 'master-eq', { highBellHz: 3000, highBellDb: -4, highBellQ: 0.7 }),
      },
    ],
    switches: [],
    pictures: ['loudness', 'spectrum', 'chain'],
    earsFirst: true,
    claims: [
      {
        says: 'Two is more than 2 dB louder',
        measure: 'loudness',
        of: 'two',
        against: 'one',
        changeAtLeast: 2,
      },
      ...alike,
      {
        says: 'Its peaks stand out 2 dB less',
        measure: 'peakToLoudness',
        of: 'two',
        against: 'one',
        changeAtMost: -2,
      },
      {
        says: 'Three is louder still',
        measure: 'loudness',
        of: 'three',
        against: 'one',
        changeAtLeast: 2.5,
      },
      {
        says: 'and has 3 dB less where the words are',
        measure: 'band',
        fromHz: 2000,
        toHz: 5000,
        of: 'three',
        against: 'one',
        changeAtMost: -3,
      },
    ],
  }),
  defineDemo({
    id: 'where-is-she',
    title: 'Where is she?',
    listenFor: 'The guitar stays in the middle. Point at the singer.',
    variants: [
      { id: 'left', label: 'Left', spec: plain(-100) },
      { id: 'right', label: 'Right', spec: plain(100) },
      { id: 'middle', label: 'Middle', spec: plain(0) },
      { id: 'gone', label: 'Gone in mono', spec: voiceAt(-100, -18.1) },
    ],
    switches: [{ name: 'Mono', deviceIds: ['sum'] }],
    pictures: ['stage', 'goniometer', 'spectrum'],
    claims: [
      voiceStands('left', { changeAtMost: -99 }),
      voiceStands('right', { changeAtLeast: 99 }),
      {
        says: 'The guitar stays in the middle',
        measure: 'place',
        stems: ['guitar-1'],
        of: 'left',
        against: 'middle',
        changeWithin: 1,
      },
      {
        says: 'Where she is gone in mono, one side pushes while the other pulls',
        measure: 'correlation',
        stems: ['vocal'],
        of: 'gone',
        against: 'middle',
        changeAtMost: -1.8,
      },
      {
        says: 'and their sum loses more than 20 dB of her',
        measure: 'monoLoss',
        stems: ['vocal'],
        of: 'gone',
        against: 'middle',
        changeAtLeast: 20,
      },
      {
        says: 'while in stereo she is as loud beside the guitar',
        measure: 'againstRest',
        stems: ['vocal'],
        of: 'gone',
        against: 'middle',
        changeWithin: 0.5,
      },
    ],
  }),
];
