import { defineDemo } from '../../src/demos/demo.ts';
import { beforeLimiter, retuned, without } from '../../src/demos/variation.ts';
import { device } from '../../src/dsp/mix-draft.ts';
import { TAPE } from '../../src/dsp/saturation.ts';
import { acoustic } from '../../src/mixes/acoustic.ts';
import { electronic } from '../../src/mixes/electronic.ts';

/** A place in the EQ's list of slopes: 48 dB per octave. */
const STEEPEST = 5;

/** As from an old tape or a poor download: nothing above 5 kHz is left; then two ways to be bright again. */
const dull = beforeLimiter(acoustic.mastered, [
  device('eq', 'lost-highs', 'Lost highs', { lowPassHz: 5000, lowPassSlope: STEEPEST }),
  device('eq', 'treble-shelf', 'Treble shelf', { highShelfHz: 6000, highShelfDb: 12 }),
  device('exciter', 'treble-exciter', 'Exciter', { frequencyHz: 1500, driveDb: 36, amountPercent: 100 }),
]);

const excited = beforeLimiter(electronic.mastered, [
  device('exciter', 'whole-exciter', 'Exciter on the whole', {
    frequencyHz: 2500,
    driveDb: 36,
    amountPercent: 40,
  }),
  device('saturation', 'whole-tape', 'Tape on the whole', { kind: TAPE, driveDb: 12 }),
]);

const air = { measure: 'band', fromHz: 8000, toHz: 16_000 } as const;
const hits = { measure: 'bandPeaks', fromHz: 5000, toHz: 12_000 } as const;
const presence = { measure: 'band', fromHz: 2000, toHz: 4500 } as const;

export const demos = [
  defineDemo({
    id: 'made-not-lifted',
    title: 'Made, not lifted',
    listenFor: 'Listen to the shaker and to every S: the highest, finest part of the sound.',
    variants: [
      { id: 'dull', label: 'Highs lost', spec: without(dull, ['treble-shelf', 'treble-exciter']) },
      { id: 'shelf', label: 'EQ shelf', spec: without(dull, ['treble-exciter']) },
      { id: 'exciter', label: 'Exciter', spec: without(dull, ['treble-shelf']) },
      {
        id: 'original',
        label: 'Before the loss',
        spec: without(dull, ['lost-highs', 'treble-shelf', 'treble-exciter']),
      },
    ],
    switches: [],
    knobs: [
      { deviceId: 'treble-shelf', setting: 'highShelfDb' },
      { deviceId: 'treble-exciter', setting: 'amountPercent' },
      { deviceId: 'treble-exciter', setting: 'frequencyHz' },
    ],
    claims: [
      {
        says: 'Above 8 kHz nearly everything is gone',
        ...air,
        of: 'dull',
        against: 'original',
        changeAtMost: -38,
      },
      {
        says: 'The shelf lifts what is left there, which stays more than 30 dB under what was',
        ...air,
        of: 'shelf',
        against: 'original',
        changeAtMost: -30,
      },
      {
        says: 'The exciter makes 27 dB there',
        ...air,
        of: 'exciter',
        against: 'dull',
        changeAtLeast: 26,
      },
      {
        says: 'which is far more than the shelf can',
        ...air,
        of: 'exciter',
        against: 'shelf',
        changeAtLeast: 16,
      },
      {
        says: 'and still more than 12 dB less than was there',
        ...air,
        of: 'exciter',
        against: 'original',
        changeAtMost: -12,
      },
      {
        says: 'Just above the loss, where something is left, the shelf does as much',
        measure: 'band',
        fromHz: 5000,
        toHz: 8000,
        of: 'shelf',
        against: 'exciter',
        changeWithin: 1.5,
      },
    ],
  }),
  defineDemo({
    id: 'soon-too-sharp',
    title: 'Soon too sharp',
    listenFor: 'Listen to the hats and the S sounds for half a minute each, not for three seconds.',
    variants: [
      { id: 'plain', label: 'As mastered', spec: without(excited, ['whole-exciter', 'whole-tape']) },
      { id: 'little', label: 'A little exciter', spec: without(excited, ['whole-tape']) },
      {
        id: 'much',
        label: 'Too much exciter',
        spec: without(retuned(excited, 'whole-exciter', { amountPercent: 100 }), ['whole-tape']),
      },
      { id: 'tape', label: 'Tape', spec: without(excited, ['whole-exciter']) },
    ],
    switches: [],
    knobs: [
      { deviceId: 'whole-exciter', setting: 'amountPercent' },
      { deviceId: 'whole-tape', setting: 'driveDb' },
    ],
    pictures: ['spectrum', 'loudness', 'chain'],
    claims: [
      {
        says: 'A little exciter lifts the air by 1.5 dB',
        ...air,
        of: 'little',
        against: 'plain',
        changeAtLeast: 1.5,
      },
      {
        says: 'Too much lifts it by more than 3 dB',
        ...air,
        of: 'much',
        against: 'plain',
        changeAtLeast: 3,
      },
      { says: 'and S and hats by as much', ...hits, of: 'much', against: 'plain', changeAtLeast: 3 },
      {
        says: 'while the region of the words falls back',
        ...presence,
        of: 'much',
        against: 'plain',
        changeAtMost: -1.5,
      },
      {
        says: 'The meter of loudness hardly moves',
        measure: 'loudness',
        of: 'much',
        against: 'plain',
        changeWithin: 0.2,
      },
      { says: 'Tape leaves the air alone', ...air, of: 'tape', against: 'plain', changeWithin: 0.5 },
      { says: 'and the words', ...presence, of: 'tape', against: 'plain', changeWithin: 0.5 },
      {
        says: 'but flattens the peaks by almost 4 dB',
        measure: 'peakToLoudness',
        of: 'tape',
        against: 'plain',
        changeAtMost: -3.5,
      },
    ],
  }),
];
