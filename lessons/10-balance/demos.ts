import { defineDemo } from '../../src/demos/demo.ts';
import { faders } from '../../src/demos/variation.ts';
import { acoustic } from '../../src/mixes/acoustic.ts';
import { indiePop } from '../../src/mixes/indie-pop.ts';

/** The takes as recorded, no device at work, everything in the middle: only the faders are moved. */
const balanced = faders(indiePop.raw, {
  vocal: { levelDb: 4.5 },
  kick: { levelDb: 2 },
  snare: { levelDb: 5 },
  overheads: { levelDb: 4 },
  bass: { levelDb: -3 },
  keys: { levelDb: 4 },
  'guitar-left': { levelDb: -9 },
  'guitar-right': { levelDb: -7.5 },
  oohs: { levelDb: -8 },
});

/** The finished mix with the voice elsewhere. */
const voiceAt = (levelDb: number) => faders(acoustic.mixed, { vocal: { levelDb } });

export const demos = [
  defineDemo({
    id: 'faders-only',
    title: 'Nothing but faders',
    listenFor: 'Listen to the words. In which version do you have to reach for them?',
    variants: [
      { id: 'zero', label: 'All faders at 0', spec: indiePop.raw },
      { id: 'balanced', label: 'Balanced', spec: balanced },
    ],
    switches: [],
    knobs: [
      { deviceId: 'vocal', setting: 'levelDb' },
      { deviceId: 'guitar-left', setting: 'levelDb' },
      { deviceId: 'guitar-right', setting: 'levelDb' },
      { deviceId: 'bass', setting: 'levelDb' },
      { deviceId: 'snare', setting: 'levelDb' },
    ],
    claims: [
      {
        says: 'The voice rises above everything else',
        measure: 'againstRest',
        stems: ['vocal'],
        of: 'balanced',
        against: 'zero',
        changeAtLeast: 6,
      },
      {
        says: 'The guitars step back behind everything else',
        measure: 'againstRest',
        stems: ['guitar-left', 'guitar-right'],
        of: 'balanced',
        against: 'zero',
        changeAtMost: -6,
      },
      {
        says: 'The snare comes forward',
        measure: 'againstRest',
        stems: ['snare'],
        of: 'balanced',
        against: 'zero',
        changeAtLeast: 5,
      },
    ],
  }),
  defineDemo({
    id: 'how-far-in-front',
    title: 'How far in front',
    listenFor:
      'Only the voice’s fader differs. Where does the singer stand: behind the guitars, before them, or on a stage of her own?',
    variants: [
      { id: 'behind', label: 'Behind', spec: voiceAt(-1.5) },
      { id: 'front', label: 'In front', spec: acoustic.mixed },
      { id: 'apart', label: 'Too far', spec: voiceAt(12.5) },
    ],
    switches: [],
    knobs: [
      { deviceId: 'vocal', setting: 'levelDb' },
      { deviceId: 'guitar-1', setting: 'levelDb' },
      { deviceId: 'piano', setting: 'levelDb' },
    ],
    claims: [
      {
        says: 'The voice is 7 dB lower against the rest',
        measure: 'againstRest',
        stems: ['vocal'],
        of: 'behind',
        against: 'front',
        changeAtMost: -6.9,
      },
      {
        says: 'The voice is 7 dB higher against the rest',
        measure: 'againstRest',
        stems: ['vocal'],
        of: 'apart',
        against: 'front',
        changeAtLeast: 6.9,
      },
    ],
  }),
];
