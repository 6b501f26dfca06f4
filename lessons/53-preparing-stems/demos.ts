import { defineDemo } from '../../src/demos/demo.ts';
import { inserted, retuned, without } from '../../src/demos/variation.ts';
import { device } from '../../src/dsp/mix-draft.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';
import { indiePop } from '../../src/mixes/indie-pop.ts';
import { electronic } from '../../src/mixes/electronic.ts';

/** Nothing but a delay, no repeats: the stem begins so much late. */
const late = (ms: number): MixSpec =>
  inserted(
    electronic.mastered,
    'clap',
    device('delay', 'late-start', 'Late start', { note: 0, freeMs: ms, feedbackPercent: 0, mixPercent: 100 }),
  );

/** The mix with a limiter of its own at its end, before it is sent to be mastered. */
const sent = (spec: MixSpec): MixSpec => ({
  ...spec,
  master: [
    device('limiter', 'own-limiter', 'Limiter of the mix', {
      mode: 1,
      driveDb: 16,
      ceilingDbtp: -1,
      releaseMs: 10,
    }),
    ...spec.master,
  ],
});

/** Its master has nothing left to limit and no need of more level. */
const turnedDown = retuned(sent(indiePop.mastered), 'limiter', { driveDb: 0 });

export const demos = [
  defineDemo({
    id: 'late-start',
    title: 'One stem starts late',
    listenFor: 'Listen to the claps against the bass drum and the hats.',
    variants: [
      { id: 'together', label: 'All from one start', spec: without(late(60), ['late-start']) },
      { id: 'slightly', label: 'Claps a little late', spec: late(20) },
      { id: 'late', label: 'Claps late', spec: late(60) },
    ],
    switches: [],
    knobs: [{ deviceId: 'late-start', setting: 'freeMs' }],
    claims: [
      {
        says: 'A little late',
        measure: 'lateness',
        stem: 'clap',
        of: 'slightly',
        against: 'together',
        changeAtLeast: 20,
        ofBetween: [19, 21],
      },
      {
        says: 'Late',
        measure: 'lateness',
        stem: 'clap',
        of: 'late',
        against: 'together',
        changeAtLeast: 50,
        ofBetween: [59, 61],
      },
      {
        says: 'The bass drum stays where it was',
        measure: 'lateness',
        stem: 'kick',
        of: 'late',
        against: 'together',
        changeWithin: 0,
      },
    ],
  }),
  defineDemo({
    id: 'limited-already',
    title: 'A mix that arrives limited',
    listenFor:
      'Listen to how far the drums step out of the band, first in the two mixes, then in their masters.',
    variants: [
      { id: 'peaks', label: 'Mix with its peaks', spec: without(sent(indiePop.mixed), ['own-limiter']) },
      { id: 'limited', label: 'Mix, limited', spec: sent(indiePop.mixed) },
      {
        id: 'peaks-mastered',
        label: 'First, mastered',
        spec: without(sent(indiePop.mastered), ['own-limiter']),
      },
      {
        id: 'limited-mastered',
        label: 'Second, mastered',
        spec: turnedDown,
      },
    ],
    switches: [],
    claims: [
      {
        says: 'The limiter took 6 dB off the peaks',
        measure: 'peakToLoudness',
        of: 'limited',
        against: 'peaks',
        changeAtMost: -6,
        againstBetween: [12.2, 13.2],
        ofBetween: [6, 7],
      },
      {
        says: 'Mastering does not bring them back',
        measure: 'peakToLoudness',
        of: 'limited-mastered',
        against: 'peaks-mastered',
        changeAtMost: -4,
        againstBetween: [12.1, 13],
        ofBetween: [7.4, 8.4],
      },
      {
        says: 'where there were peaks, it keeps them',
        measure: 'peakToLoudness',
        of: 'peaks-mastered',
        against: 'peaks',
        changeWithin: 0.5,
      },
      {
        says: 'Some decibels grow in EQ and compression',
        measure: 'peakToLoudness',
        of: 'limited-mastered',
        against: 'limited',
        changeWithin: 2,
      },
      {
        says: 'though both masters are nearly as loud',
        measure: 'loudness',
        of: 'limited-mastered',
        against: 'peaks-mastered',
        changeWithin: 1,
      },
    ],
  }),
];
