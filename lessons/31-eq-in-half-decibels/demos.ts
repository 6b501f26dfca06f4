import { defineDemo } from '../../src/demos/demo.ts';
import { atTheEnd, inserted, retuned } from '../../src/demos/variation.ts';
import { device } from '../../src/dsp/mix-draft.ts';
import { acoustic } from '../../src/mixes/acoustic.ts';
import { electronic } from '../../src/mixes/electronic.ts';

/** Two shelves that meet in the middle: so much off the lows, as much onto the highs. */
const tilted = (db: number) =>
  atTheEnd(
    electronic.mixed,
    device('eq', 'whole-eq', 'EQ on the whole', {
      lowShelfHz: 300,
      lowShelfDb: -db,
      highShelfHz: 2500,
      highShelfDb: db,
    }),
  );

/** One move, to be made on one guitar or on everything. */
const MOVE = { highShelfHz: 2500, highShelfDb: 2 };
const untouched = atTheEnd(
  inserted(acoustic.mixed, 'guitar-1', device('eq', 'one-eq', 'EQ on one guitar', { highShelfHz: 2500 })),
  device('eq', 'whole-eq', 'EQ on the whole', { highShelfHz: 2500 }),
);

export const demos = [
  defineDemo({
    id: 'half-decibels',
    title: 'How little is enough',
    listenFor:
      'Listen to the weight of the bass and the edge of the hats together: where does the song lean?',
    variants: [
      { id: 'mixed', label: 'As mixed', spec: tilted(0) },
      { id: 'half', label: '0.5 dB', spec: tilted(0.5) },
      { id: 'tilted', label: '1.5 dB', spec: tilted(1.5) },
      { id: 'far', label: '4 dB', spec: tilted(4) },
    ],
    switches: [],
    knobs: [
      { deviceId: 'whole-eq', setting: 'lowShelfDb' },
      { deviceId: 'whole-eq', setting: 'highShelfDb' },
    ],
    pictures: ['spectrum', 'loudness', 'chain'],
    claims: [
      {
        says: 'Half a decibel either way moves the highs by less than 0.8 dB',
        measure: 'band',
        fromHz: 5000,
        toHz: 12000,
        of: 'half',
        against: 'mixed',
        changeWithin: 0.8,
      },
      {
        says: 'and the lows by less than half',
        measure: 'band',
        fromHz: 40,
        toHz: 250,
        of: 'half',
        against: 'mixed',
        changeWithin: 0.5,
      },
      {
        says: 'One and a half lifts the highs by about 2 dB',
        measure: 'band',
        fromHz: 5000,
        toHz: 12000,
        of: 'tilted',
        against: 'mixed',
        changeAtLeast: 1.8,
      },
      {
        says: 'and lowers the lows by about 1 dB',
        measure: 'band',
        fromHz: 40,
        toHz: 250,
        of: 'tilted',
        against: 'mixed',
        changeWithin: 1.2,
      },
      {
        says: 'Four lifts the highs by more than 4.5 dB',
        measure: 'band',
        fromHz: 5000,
        toHz: 12000,
        of: 'far',
        against: 'mixed',
        changeAtLeast: 4.5,
      },
      {
        says: 'and thins the lows by about 3 dB',
        measure: 'band',
        fromHz: 40,
        toHz: 250,
        of: 'far',
        against: 'mixed',
        changeAtMost: -3,
      },
    ],
  }),
  defineDemo({
    id: 'one-or-all',
    title: 'On one, or on all',
    listenFor: 'The same 2 dB twice. Listen to the first guitar, then to her S sounds and the shaker.',
    variants: [
      { id: 'mixed', label: 'As mixed', spec: untouched },
      { id: 'one', label: 'On one guitar', spec: retuned(untouched, 'one-eq', MOVE) },
      { id: 'all', label: 'On the whole', spec: retuned(untouched, 'whole-eq', MOVE) },
    ],
    switches: [],
    knobs: [
      { deviceId: 'one-eq', setting: 'highShelfDb' },
      { deviceId: 'whole-eq', setting: 'highShelfDb' },
    ],
    pictures: ['spectrum', 'loudness', 'chain'],
    claims: [
      {
        says: 'The one guitar is brighter',
        measure: 'band',
        stems: ['guitar-1'],
        fromHz: 4000,
        toHz: 12000,
        of: 'one',
        against: 'mixed',
        changeAtLeast: 1.5,
      },
      {
        says: 'and the song hardly at all',
        measure: 'band',
        fromHz: 4000,
        toHz: 12000,
        of: 'one',
        against: 'mixed',
        changeWithin: 0.5,
      },
      {
        says: 'On the whole, the song is brighter',
        measure: 'band',
        fromHz: 4000,
        toHz: 12000,
        of: 'all',
        against: 'mixed',
        changeAtLeast: 1.5,
      },
      {
        says: 'her S sounds come along',
        measure: 'bandPeaks',
        stems: ['vocal'],
        fromHz: 5000,
        toHz: 12000,
        of: 'all',
        against: 'mixed',
        changeAtLeast: 1.5,
      },
      {
        says: 'and the shaker',
        measure: 'band',
        stems: ['shaker'],
        fromHz: 4000,
        toHz: 12000,
        of: 'all',
        against: 'mixed',
        changeAtLeast: 1.5,
      },
    ],
  }),
];
