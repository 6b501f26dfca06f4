import { defineDemo } from '../../src/demos/demo.ts';
import { atTheEnd, faders, retuned } from '../../src/demos/variation.ts';
import { device } from '../../src/dsp/mix-draft.ts';
import { acoustic } from '../../src/mixes/acoustic.ts';
import { indiePop } from '../../src/mixes/indie-pop.ts';

/** Regions that cover everything. */
const TONE: readonly (readonly [number, number])[] = [
  [30, 120],
  [120, 500],
  [500, 2000],
  [2000, 8000],
  [8000, 16_000],
];

const LIFT_DB = 5;

/** The finished mix with one equaliser on the whole, flat; no compressor or limiter, so that only the move is heard. */
const mix = atTheEnd(indiePop.mixed, device('eq', 'whole-eq', 'EQ on the whole', { midBellHz: 2500 }));
const voice = mix.strips.find(({ stem }) => stem === 'vocal')!;
const low = faders(mix, { vocal: { levelDb: voice.levelDb - LIFT_DB } });
/** Where the words are, and wide enough to hold them. */
const lifted = retuned(low, 'whole-eq', { midBellHz: 2500, midBellDb: LIFT_DB, midBellQ: 0.7 });

const BAND = ['kick', 'snare', 'overheads', 'bass', 'guitar-left', 'guitar-right', 'keys', 'oohs'];

export const demos = [
  defineDemo({
    id: 'only-the-whole',
    title: 'The mix, and its master',
    listenFor: 'Same song, same loudness. Did anybody move? Then: what is different about all of it?',
    variants: [
      { id: 'mixed', label: 'The mix', spec: acoustic.mixed },
      { id: 'mastered', label: 'Its master', spec: acoustic.mastered },
    ],
    switches: [],
    gainReductionOf: 'master-compressor',
    pictures: ['spectrum', 'compressor', 'loudness', 'chain'],
    claims: [
      {
        says: 'The singer keeps her place before the others',
        measure: 'balance',
        stems: ['vocal'],
        of: 'mastered',
        against: 'mixed',
        changeWithin: 0.5,
      },
      {
        says: 'The picture between left and right stays as wide',
        measure: 'width',
        of: 'mastered',
        against: 'mixed',
        changeWithin: 0.5,
      },
      {
        says: 'The top rises',
        measure: 'band',
        fromHz: 8000,
        toHz: 16000,
        of: 'mastered',
        against: 'mixed',
        changeAtLeast: 1.5,
      },
      ...TONE.map(([fromHz, toHz]) => ({
        says: `No region moves by 2 dB: ${fromHz} to ${toHz} Hz`,
        measure: 'band' as const,
        fromHz,
        toHz,
        of: 'mastered',
        against: 'mixed',
        changeWithin: 2,
      })),
      {
        says: 'Soft and loud passages come about 2 LU closer',
        measure: 'loudnessRange',
        of: 'mastered',
        against: 'mixed',
        changeAtMost: -2,
      },
      {
        says: 'The compressor takes less than 4 dB at its deepest',
        measure: 'gainReduction',
        device: 'master-compressor',
        of: 'mastered',
        against: 'mixed',
        changeAtLeast: 2,
        ofBetween: [3, 4],
      },
      {
        says: 'The limiter touches next to nothing',
        measure: 'gainReduction',
        device: 'limiter',
        of: 'mastered',
        against: 'mixed',
        changeWithin: 0.5,
      },
      {
        says: 'Unmatched, the master is more than 4 LU louder',
        measure: 'loudness',
        of: 'mastered',
        against: 'mixed',
        changeAtLeast: 4,
      },
    ],
  }),
  defineDemo({
    id: 'lift-one-lift-all',
    title: 'Lift one, lift all',
    listenFor:
      'Follow the singer first. Then listen to the guitars and the snare: do they stay where they were?',
    variants: [
      { id: 'low', label: 'Singer too quiet', spec: low },
      { id: 'eq', label: 'EQ on the whole', spec: lifted },
      { id: 'fader', label: 'Fader in the mix', spec: mix },
    ],
    switches: [],
    knobs: [
      { deviceId: 'whole-eq', setting: 'midBellHz' },
      { deviceId: 'whole-eq', setting: 'midBellDb' },
      { deviceId: 'whole-eq', setting: 'midBellQ' },
      { deviceId: 'vocal', setting: 'levelDb' },
    ],
    claims: [
      {
        says: 'One fader brings the singer forward',
        measure: 'againstRest',
        stems: ['vocal'],
        of: 'fader',
        against: 'low',
        changeAtLeast: 4.9,
      },
      {
        says: 'and the band stays where the words are, within 1.5 dB',
        measure: 'band',
        stems: BAND,
        fromHz: 1000,
        toHz: 4000,
        of: 'fader',
        against: 'low',
        changeWithin: 1.5,
      },
      {
        says: 'EQ on the whole brings her forward by less than 1 dB',
        measure: 'againstRest',
        stems: ['vocal'],
        of: 'eq',
        against: 'low',
        changeWithin: 1,
      },
      {
        says: 'and not at all where the words are',
        measure: 'againstRest',
        stems: ['vocal'],
        fromHz: 1000,
        toHz: 4000,
        of: 'eq',
        against: 'low',
        changeWithin: 0.2,
      },
      {
        says: 'The words do come nearer',
        measure: 'band',
        stems: ['vocal'],
        fromHz: 1000,
        toHz: 4000,
        of: 'eq',
        against: 'low',
        changeAtLeast: 2.5,
      },
      {
        says: 'but the guitars rise with her',
        measure: 'band',
        stems: ['guitar-left', 'guitar-right'],
        fromHz: 1000,
        toHz: 4000,
        of: 'eq',
        against: 'low',
        changeAtLeast: 2.5,
      },
      {
        says: 'and the drums',
        measure: 'band',
        stems: ['kick', 'snare', 'overheads'],
        fromHz: 1000,
        toHz: 4000,
        of: 'eq',
        against: 'low',
        changeAtLeast: 2.5,
      },
    ],
  }),
];
