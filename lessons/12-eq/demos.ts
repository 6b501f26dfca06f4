import { defineDemo } from '../../src/demos/demo.ts';
import { indiePop } from '../../src/mixes/indie-pop.ts';
import { only, retuned, without } from '../../src/demos/variation.ts';

/** Carved a little deeper than the reference mix, so that the lane is plain to hear. */
const mix = ['guitar-left-eq', 'guitar-right-eq', 'keys-eq'].reduce(
  (spec, id) =>
    retuned(spec, id, { highBellHz: 3000, highBellDb: id === 'keys-eq' ? -4 : -10, highBellQ: 0.6 }),
  indiePop.mixed,
);
const guitarEqs = ['guitar-left-eq', 'guitar-right-eq'];
const carved = [...guitarEqs, 'keys-eq', 'bass-eq', 'vocal-eq'];

export const demos = [
  defineDemo({
    id: 'lane-for-each',
    title: 'A lane for each instrument',
    listenFor: 'Follow the words of the song: how easily do they reach you through guitar and keys?',
    variants: [
      { id: 'flat', label: 'No EQ', spec: without(mix, carved) },
      { id: 'carved', label: 'A lane for each', spec: mix },
    ],
    switches: [
      { name: 'Guitar EQ', deviceIds: guitarEqs },
      { name: 'Keys EQ', deviceIds: ['keys-eq'] },
      { name: 'Bass EQ', deviceIds: ['bass-eq'] },
      { name: 'Vocal EQ', deviceIds: ['vocal-eq'] },
    ],
    claims: [
      {
        says: 'The voice rises above the band where the words are, faders untouched',
        measure: 'againstRest',
        stems: ['vocal'],
        fromHz: 1000,
        toHz: 4000,
        of: 'carved',
        against: 'flat',
        changeAtLeast: 3,
      },
      {
        says: 'The guitars leave the mud',
        measure: 'band',
        stems: ['guitar-left', 'guitar-right'],
        fromHz: 200,
        toHz: 400,
        of: 'carved',
        against: 'flat',
        changeAtMost: -3,
      },
    ],
  }),
  defineDemo({
    id: 'guitar-alone',
    title: 'The guitar alone',
    listenFor: 'The guitar without the band. Which of the two would you choose, hearing it alone?',
    variants: [
      {
        id: 'recorded',
        label: 'As recorded',
        spec: only(without(mix, ['guitar-left-eq', 'guitar-left-compressor']), ['guitar-left']),
      },
      {
        id: 'carved',
        label: 'Carved',
        spec: only(without(mix, ['guitar-left-compressor']), ['guitar-left']),
      },
    ],
    switches: [{ name: 'Guitar EQ', deviceIds: ['guitar-left-eq'] }],
    knobs: [
      { deviceId: 'guitar-left-eq', setting: 'highPassHz' },
      { deviceId: 'guitar-left-eq', setting: 'lowBellHz' },
      { deviceId: 'guitar-left-eq', setting: 'lowBellDb' },
      { deviceId: 'guitar-left-eq', setting: 'highBellHz' },
      { deviceId: 'guitar-left-eq', setting: 'highBellDb' },
    ],
    claims: [
      {
        says: 'The guitar alone is poorer where the words would be',
        measure: 'band',
        fromHz: 2000,
        toHz: 4500,
        of: 'carved',
        against: 'recorded',
        changeAtMost: -3,
      },
    ],
  }),
];
