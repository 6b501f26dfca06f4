import { defineDemo } from '../../src/demos/demo.ts';
import { faders, only, retuned, sent, withReturn, withoutReturns } from '../../src/demos/variation.ts';
import { noteChoice } from '../../src/dsp/delay-parameters.ts';
import { device } from '../../src/dsp/mix-draft.ts';
import { acoustic } from '../../src/mixes/acoustic.ts';
import { electronic } from '../../src/mixes/electronic.ts';

/** Places in the reverb's list of kinds. */
const PLATE = 1;
const HALL = 2;

/** The end of “Over a silver sea”. */
const LINE_ENDS_SECONDS = 17.34;

/** One hall for everybody; only how much of the voice goes there differs. Guitars and piano stay near. */
const near = sent(
  retuned(acoustic.mixed, 'room-reverb', { kind: HALL, decaySeconds: 2, preDelayMs: 0, lowCutHz: 250 }),
  'room',
  { vocal: -12 },
);
/** Less of her own sound and more of the hall, as loud in all as before. */
const far = faders(sent(near, 'room', { vocal: 2 }), { vocal: { levelDb: 2 } });
const washed = faders(
  retuned(sent(near, 'room', { vocal: 2, 'guitar-1': -6, 'guitar-2': -6, piano: -6 }), 'room-reverb', {
    decaySeconds: 5,
  }),
  { vocal: { levelDb: 2.6 } },
);

/** Kick, clap and bass in one plate, more than a mix would have. */
const inPlate = only(
  retuned(sent(electronic.mixed, 'plate', { kick: -8, clap: -4, bass: -8 }), 'plate-reverb', {
    kind: PLATE,
    decaySeconds: 1.8,
    preDelayMs: 0,
    lowCutHz: 20,
  }),
  ['kick', 'clap', 'bass'],
);
const cut = retuned(inPlate, 'plate-reverb', { lowCutHz: 300 });

/** The voice with an echo that comes back a beat later; the plate hardly hears her, so that the echo is plain. */
const inTime = sent(
  sent(
    withReturn(electronic.mixed, 'echo', {
      name: 'Echo',
      devices: [
        device('delay', 'echo', 'Echo', {
          note: noteChoice('1/4'),
          bpm: 96,
          freeMs: 530,
          feedbackPercent: 35,
          lowCutHz: 300,
          highCutHz: 4000,
          mixPercent: 100,
        }),
      ],
    }),
    'echo',
    { vocal: -6 },
  ),
  'plate',
  { vocal: -30 },
);

export const demos = [
  defineDemo({
    id: 'near-and-far',
    title: 'Near and far',
    listenFor: 'How many steps away does the singer stand? She is about as loud in all four.',
    variants: [
      { id: 'near', label: 'Near', spec: near },
      { id: 'far', label: 'Far', spec: far },
      { id: 'washed', label: 'Washed away', spec: washed },
      { id: 'dry', label: 'No room', spec: withoutReturns(near, ['room']) },
    ],
    switches: [],
    knobs: [
      { deviceId: 'room-reverb', setting: 'decaySeconds' },
      { deviceId: 'room-reverb', setting: 'preDelayMs' },
      { deviceId: 'vocal', setting: 'levelDb' },
    ],
    pictures: ['stage', 'goniometer', 'spectrum', 'chain'],
    claims: [
      {
        says: 'Near, the singer stands well above what the hall makes of her',
        measure: 'directSound',
        stems: ['vocal'],
        of: 'near',
        against: 'dry',
        changeAtMost: -40,
        ofBetween: [11.5, 12.5],
      },
      {
        says: 'Far, the hall is at least as strong as she is',
        measure: 'directSound',
        stems: ['vocal'],
        of: 'far',
        against: 'near',
        changeAtMost: -10,
        ofBetween: [-2.5, -1.5],
      },
      {
        says: 'Washed away, she is about as far as far',
        measure: 'directSound',
        stems: ['vocal'],
        of: 'washed',
        against: 'far',
        changeWithin: 3,
      },
      {
        says: 'With the hall she is as loud beside the band as without',
        measure: 'againstRest',
        stems: ['vocal'],
        of: 'near',
        against: 'dry',
        changeWithin: 1,
      },
      {
        says: 'Far, she is as loud beside the band as near',
        measure: 'againstRest',
        stems: ['vocal'],
        of: 'far',
        against: 'near',
        changeWithin: 0.5,
      },
      {
        says: 'and washed away as well',
        measure: 'againstRest',
        stems: ['vocal'],
        of: 'washed',
        against: 'near',
        changeWithin: 1,
      },
      {
        says: 'The hall around her dies away in about a second',
        measure: 'tail',
        stopSeconds: LINE_ENDS_SECONDS,
        stems: ['vocal'],
        of: 'far',
        against: 'dry',
        changeAtLeast: 0.5,
        ofBetween: [1, 1.5],
      },
      {
        says: 'Washed away, it takes more than three',
        measure: 'tail',
        stopSeconds: LINE_ENDS_SECONDS,
        stems: ['vocal'],
        of: 'washed',
        against: 'far',
        changeAtLeast: 1.5,
        ofBetween: [3, 4],
      },
    ],
  }),
  defineDemo({
    id: 'room-for-drums',
    title: 'What a room should not answer',
    listenFor: 'Kick, clap and bass. Listen to the low end first, then to the instant after each kick.',
    variants: [
      { id: 'whole', label: 'Whole reverb', spec: inPlate },
      { id: 'cut', label: 'Low cut', spec: cut },
      { id: 'later', label: 'Low cut, pre-delay', spec: retuned(cut, 'plate-reverb', { preDelayMs: 80 }) },
    ],
    switches: [],
    knobs: [
      { deviceId: 'plate-reverb', setting: 'lowCutHz' },
      { deviceId: 'plate-reverb', setting: 'preDelayMs' },
      { deviceId: 'plate-reverb', setting: 'decaySeconds' },
    ],
    claims: [
      {
        says: 'Below 150 Hz the reverb is less than 10 dB under kick and bass',
        measure: 'directSound',
        stems: ['kick', 'bass'],
        fromHz: 20,
        toHz: 150,
        of: 'cut',
        against: 'whole',
        changeAtLeast: 20,
        againstBetween: [7, 10],
        ofBetween: [30, 40],
      },
      {
        says: 'What hangs after a stop is shorter with the low cut',
        measure: 'tail',
        stopSeconds: 15.1,
        of: 'cut',
        against: 'whole',
        changeAtMost: -0.3,
      },
      {
        says: 'The clap keeps its reverb',
        measure: 'directSound',
        stems: ['clap'],
        of: 'cut',
        against: 'whole',
        changeWithin: 0.5,
      },
      {
        says: 'With pre-delay the kick stands further alone in its first 60 ms',
        measure: 'directSound',
        stems: ['kick'],
        afterHitsMs: 60,
        of: 'later',
        against: 'cut',
        changeAtLeast: 6,
      },
      {
        says: 'and the clap has as much reverb in all',
        measure: 'directSound',
        stems: ['clap'],
        of: 'later',
        against: 'cut',
        changeWithin: 0.5,
      },
    ],
  }),
  defineDemo({
    id: 'echo-in-time',
    title: 'An echo in time',
    listenFor: 'Follow the last word of each line: when does it come back?',
    variants: [
      { id: 'none', label: 'No echo', spec: withoutReturns(inTime, ['echo']) },
      { id: 'in-time', label: 'In time', spec: inTime },
      { id: 'out-of-time', label: 'Out of time', spec: retuned(inTime, 'echo', { note: 0 }) },
    ],
    switches: [],
    knobs: [
      { deviceId: 'echo', setting: 'note' },
      { deviceId: 'echo', setting: 'feedbackPercent' },
      { deviceId: 'echo', setting: 'highCutHz' },
    ],
    pictures: ['loudness', 'spectrum', 'stage', 'chain'],
    claims: [
      {
        says: 'The echo is plainly there',
        measure: 'directSound',
        stems: ['vocal'],
        of: 'in-time',
        against: 'none',
        changeAtMost: -20,
        ofBetween: [7, 9],
      },
      {
        says: 'Out of time it is as strong',
        measure: 'directSound',
        stems: ['vocal'],
        of: 'out-of-time',
        against: 'in-time',
        changeWithin: 1,
      },
      {
        says: 'It takes more than two seconds to die away',
        measure: 'tail',
        stopSeconds: 14.39,
        stems: ['vocal'],
        of: 'in-time',
        against: 'none',
        changeAtLeast: 1.5,
        ofBetween: [2, 3.2],
      },
    ],
  }),
];
