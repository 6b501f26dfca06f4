import { defineDemo } from '../../src/demos/demo.ts';
import { indiePop } from '../../src/mixes/indie-pop.ts';
import { only, without } from '../../src/demos/variation.ts';

const mix = indiePop.mixed;
const carved = ['guitar-eq', 'keys-eq', 'bass-eq', 'vocal-eq'];

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
      { name: 'Guitar EQ', deviceIds: ['guitar-eq'] },
      { name: 'Keys EQ', deviceIds: ['keys-eq'] },
      { name: 'Bass EQ', deviceIds: ['bass-eq'] },
      { name: 'Vocal EQ', deviceIds: ['vocal-eq'] },
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
        spec: only(without(mix, ['guitar-eq', 'guitar-compressor']), ['guitar']),
      },
      { id: 'carved', label: 'Carved', spec: only(without(mix, ['guitar-compressor']), ['guitar']) },
    ],
    switches: [{ name: 'Guitar EQ', deviceIds: ['guitar-eq'] }],
    knobs: [
      { deviceId: 'guitar-eq', setting: 'lowBellHz' },
      { deviceId: 'guitar-eq', setting: 'lowBellDb' },
      { deviceId: 'guitar-eq', setting: 'highBellHz' },
      { deviceId: 'guitar-eq', setting: 'highBellDb' },
    ],
  }),
];
