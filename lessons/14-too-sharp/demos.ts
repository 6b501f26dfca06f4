import { defineDemo } from '../../src/demos/demo.ts';
import { inserted, only, retuned, without } from '../../src/demos/variation.ts';
import { device } from '../../src/dsp/mix-draft.ts';
import { acoustic } from '../../src/mixes/acoustic.ts';
import { electronic } from '../../src/mixes/electronic.ts';

const GENTLE = { thresholdDb: -8, rangeDb: 8 };

/** The mix with its de-esser before the compressor, and another one after it. */
const both = inserted(
  retuned(electronic.mixed, 'vocal-de-esser', GENTLE),
  'vocal',
  device('deEsser', 'late-de-esser', 'De-esser after the compressor', GENTLE),
);

/** The voice alone, with a shelf that is always there beside a de-esser that comes and goes. */
const alone = only(
  inserted(
    inserted(
      without(acoustic.mixed, ['vocal-de-esser']),
      'vocal',
      device('eq', 'always-cut', 'Fixed EQ', { highShelfHz: 4500, highShelfDb: -8 }),
    ),
    'vocal',
    device('deEsser', 'late-de-esser', 'De-esser', GENTLE),
  ),
  ['vocal'],
);

export const demos = [
  defineDemo({
    id: 'sharp-s',
    title: 'Every S too sharp',
    listenFor: 'Listen to the S sounds: “Say it low”, “See the city”, “a signal in the sea”.',
    variants: [
      { id: 'sharp', label: 'As sung', spec: without(both, ['vocal-de-esser', 'late-de-esser']) },
      { id: 'before', label: 'Before the compressor', spec: without(both, ['late-de-esser']) },
      { id: 'after', label: 'After the compressor', spec: without(both, ['vocal-de-esser']) },
      {
        id: 'lisping',
        label: 'Too much',
        spec: without(retuned(both, 'late-de-esser', { thresholdDb: -30, rangeDb: 24, frequencyHz: 4000 }), [
          'vocal-de-esser',
        ]),
      },
    ],
    switches: [],
    knobs: [
      { deviceId: 'late-de-esser', setting: 'frequencyHz' },
      { deviceId: 'late-de-esser', setting: 'thresholdDb' },
      { deviceId: 'late-de-esser', setting: 'rangeDb' },
    ],
    gainReductionOf: 'late-de-esser',
    claims: [
      {
        says: 'After the compressor, the de-esser takes the S sounds down',
        measure: 'bandPeaks',
        stems: ['vocal'],
        fromHz: 5000,
        toHz: 12000,
        of: 'after',
        against: 'sharp',
        changeAtMost: -2.5,
      },
      {
        says: 'Before the compressor, hardly',
        measure: 'bandPeaks',
        stems: ['vocal'],
        fromHz: 5000,
        toHz: 12000,
        of: 'before',
        against: 'sharp',
        changeWithin: 1.2,
      },
      {
        says: 'although it works as hard',
        measure: 'gainReduction',
        device: 'vocal-de-esser',
        of: 'before',
        against: 'sharp',
        changeAtLeast: 5,
      },
      {
        says: 'Too much takes the S sounds away',
        measure: 'bandPeaks',
        stems: ['vocal'],
        fromHz: 5000,
        toHz: 12000,
        of: 'lisping',
        against: 'after',
        changeAtMost: -4,
      },
    ],
  }),
  defineDemo({
    id: 'always-or-when-needed',
    title: 'Always, or only when needed',
    listenFor: 'The voice alone. Listen to an S, then to the long vowels between.',
    variants: [
      { id: 'sharp', label: 'As sung', spec: without(alone, ['always-cut', 'late-de-esser']) },
      { id: 'always', label: 'Cut all the time', spec: without(alone, ['late-de-esser']) },
      { id: 'needed', label: 'Only when needed', spec: without(alone, ['always-cut']) },
    ],
    switches: [],
    knobs: [
      { deviceId: 'always-cut', setting: 'highShelfDb' },
      { deviceId: 'late-de-esser', setting: 'thresholdDb' },
      { deviceId: 'late-de-esser', setting: 'rangeDb' },
    ],
    gainReductionOf: 'late-de-esser',
    claims: [
      {
        says: 'The shelf takes the S sounds down',
        measure: 'bandPeaks',
        fromHz: 5000,
        toHz: 12000,
        of: 'always',
        against: 'sharp',
        changeAtMost: -3,
      },
      {
        says: 'and the brightness of every vowel with it',
        measure: 'band',
        fromHz: 3000,
        toHz: 5000,
        of: 'always',
        against: 'sharp',
        changeAtMost: -1.5,
      },
      {
        says: 'The de-esser takes the S sounds down as well',
        measure: 'bandPeaks',
        fromHz: 5000,
        toHz: 12000,
        of: 'needed',
        against: 'sharp',
        changeAtMost: -2,
      },
      {
        says: 'and leaves the vowels as bright as they were',
        measure: 'band',
        fromHz: 3000,
        toHz: 5000,
        of: 'needed',
        against: 'sharp',
        changeWithin: 0.5,
      },
    ],
  }),
];
