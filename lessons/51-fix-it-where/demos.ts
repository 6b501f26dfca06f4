import type { Claim } from '../../src/demos/claim.ts';
import { defineDemo } from '../../src/demos/demo.ts';
import { faders, only, retuned } from '../../src/demos/variation.ts';
import type { GainPoint, MixSpec } from '../../src/dsp/mix-spec.ts';
import { acoustic } from '../../src/mixes/acoustic.ts';
import { indiePop } from '../../src/mixes/indie-pop.ts';

/** The guitars as thick as they were recorded, everything else mixed and mastered. */
const muddy = ['guitar-left-eq', 'guitar-right-eq'].reduce(
  (spec, id) => retuned(spec, id, { lowBellDb: 0, highPassHz: 60 }),
  indiePop.mastered,
);

const GUITARS = ['guitar-left', 'guitar-right'];

/** What one stem, or several, have where the mud is. */
const mud = (stems: readonly string[]) =>
  ({ measure: 'band', stems, fromHz: 200, toHz: 400 }) satisfies Partial<Claim>;

/** When the string squeaks in the first guitar, in seconds of the loop. */
const SQUEAKS = [
  [4.354, 4.497],
  [8.882, 8.999],
  [13.333, 13.497],
  [17.885, 18.002],
  [20.132, 20.252],
  [22.367, 22.501],
  [26.87, 26.999],
  [29.127, 29.246],
  [31.366, 31.492],
] as const;

/** The last squeak leads over the loop's end, where the fader must be up again. */
const RIDDEN = [...SQUEAKS, [35.854, 35.979]] as const;

const RIDE_DB = -10;
const ride = ([from, to]: readonly [number, number]): GainPoint[] => [
  { seconds: from - 0.02, gainDb: 0 },
  { seconds: from, gainDb: RIDE_DB },
  { seconds: to, gainDb: RIDE_DB },
  { seconds: to + 0.02, gainDb: 0 },
];

const ridden = (spec: MixSpec): MixSpec => ({
  ...spec,
  strips: spec.strips.map((strip) =>
    strip.stem === 'guitar-1' ? { ...strip, automation: RIDDEN.flatMap(ride) } : strip,
  ),
});

const duo = only(acoustic.mastered, ['guitar-1', 'vocal']);
const otherTake = only(faders(acoustic.mastered, { 'guitar-2': { levelDb: 10, panPercent: -70 } }), [
  'guitar-2',
  'vocal',
]);

const squeak = {
  measure: 'standsOut',
  moments: SQUEAKS,
  fromHz: 1200,
  toHz: 1800,
} satisfies Partial<Claim>;

/** What a repair of the mud does to one part. */
const mudFalls = (says: string, stems: readonly string[], of: string): Claim => ({
  says,
  ...mud(stems),
  of,
  against: 'muddy',
  changeAtMost: -4,
});
const mudStays = (says: string, stems: readonly string[]): Claim => ({
  says,
  ...mud(stems),
  of: 'mix',
  against: 'muddy',
  changeWithin: 0.2,
});
const words = { measure: 'band', stems: ['vocal'], fromHz: 1200, toHz: 3000, against: 'squeaks' } as const;

export const demos = [
  defineDemo({
    id: 'mud-mended-where',
    title: 'One fault, mended twice',
    listenFor:
      'The guitars are thick. Listen to them, then to the body of the voice: who pays for each repair?',
    variants: [
      { id: 'muddy', label: 'As it is', spec: muddy },
      {
        id: 'master',
        label: 'Mended in the master',
        spec: retuned(muddy, 'master-eq', { lowBellHz: 280, lowBellDb: -8, lowBellQ: 0.8 }),
      },
      { id: 'mix', label: 'Mended in the mix', spec: indiePop.mastered },
    ],
    switches: [],
    knobs: [{ deviceId: 'master-eq', setting: 'lowBellDb' }],
    claims: [
      mudFalls('The master takes the mud out of the guitars', GUITARS, 'master'),
      mudFalls('and as much of the body out of the voice', ['vocal'], 'master'),
      mudFalls('of the bass', ['bass'], 'master'),
      mudFalls('and of the keys', ['keys'], 'master'),
      mudFalls('The mix takes the mud out of the guitars as well', GUITARS, 'mix'),
      mudStays('and leaves the voice as it was', ['vocal']),
      mudStays('the bass', ['bass']),
      mudStays('and the keys', ['keys']),
      {
        says: 'Over the whole song the region hardly moves, because the others fill it',
        measure: 'band',
        fromHz: 200,
        toHz: 400,
        of: 'mix',
        against: 'muddy',
        changeWithin: 1,
      },
    ],
  }),
  defineDemo({
    id: 'squeak-mended-where',
    title: 'A fault inside the notes',
    listenFor: 'Guitar and voice. Wait for the finger on the string, then compare what each repair costs.',
    variants: [
      { id: 'squeaks', label: 'As it is', spec: duo },
      {
        id: 'master',
        label: 'Mended in the master',
        spec: retuned(duo, 'master-eq', { midBellHz: 1500, midBellDb: -10, midBellQ: 1 }),
      },
      { id: 'mix', label: 'Mended in the mix', spec: ridden(duo) },
      { id: 'take', label: 'The other take', spec: otherTake },
    ],
    switches: [],
    claims: [
      {
        says: 'A cut in the master leaves the squeaks as far above their surroundings as they were',
        ...squeak,
        of: 'master',
        against: 'squeaks',
        changeWithin: 1.5,
      },
      {
        says: 'and takes the words out of the voice',
        ...words,
        of: 'master',
        changeAtMost: -4.5,
      },
      {
        says: 'A hand on the fader takes the squeaks down',
        ...squeak,
        of: 'mix',
        against: 'squeaks',
        changeAtMost: -8,
      },
      { says: 'and leaves the words', ...words, of: 'mix', changeWithin: 0.5 },
      { says: 'The other take has none', ...squeak, of: 'take', against: 'squeaks', changeAtMost: -3 },
    ],
  }),
];
