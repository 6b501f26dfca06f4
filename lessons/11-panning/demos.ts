import { defineDemo } from '../../src/demos/demo.ts';
import { atTheEnd, faders, without } from '../../src/demos/variation.ts';
import { device } from '../../src/dsp/mix-draft.ts';
import { acoustic } from '../../src/mixes/acoustic.ts';
import { electronic } from '../../src/mixes/electronic.ts';

/** The finished mix, with everything that was panned back in the middle. */
const piled = faders(acoustic.mixed, {
  'guitar-1': { panPercent: 0 },
  'guitar-2': { panPercent: 0 },
  shaker: { panPercent: 0 },
  'harmony-low': { panPercent: 0 },
  'harmony-high': { panPercent: 0 },
});

/** Both sides summed to one, as a phone or a kitchen radio does; off until it is switched on. */
const checked = without(
  atTheEnd(electronic.mixed, device('width', 'mono-check', 'Mono check', { widthPercent: 0 })),
  ['mono-check'],
);
const synths = (arp: number, lead: number, double: number) =>
  faders(checked, {
    arp: { panPercent: arp },
    lead: { panPercent: lead },
    double: { panPercent: double },
  });

export const demos = [
  defineDemo({
    id: 'stereo-picture',
    title: 'The stereo picture',
    listenFor: 'Close your eyes and point at the two guitars. Then listen to the voice, which has not moved.',
    variants: [
      { id: 'piled', label: 'All in the middle', spec: piled },
      { id: 'spread', label: 'Spread out', spec: acoustic.mixed },
    ],
    switches: [],
    knobs: [
      { deviceId: 'guitar-1', setting: 'panPercent' },
      { deviceId: 'guitar-2', setting: 'panPercent' },
      { deviceId: 'shaker', setting: 'panPercent' },
      { deviceId: 'vocal', setting: 'panPercent' },
    ],
    claims: [
      {
        says: 'The first guitar stands far left',
        measure: 'place',
        stems: ['guitar-1'],
        of: 'spread',
        against: 'piled',
        changeAtMost: -50,
      },
      {
        says: 'The second guitar stands far right',
        measure: 'place',
        stems: ['guitar-2'],
        of: 'spread',
        against: 'piled',
        changeAtLeast: 50,
      },
      {
        says: 'The whole becomes wider',
        measure: 'width',
        of: 'spread',
        against: 'piled',
        changeAtLeast: 2,
      },
      {
        says: 'The voice stays where it was',
        measure: 'place',
        stems: ['vocal'],
        of: 'spread',
        against: 'piled',
        changeWithin: 2,
      },
    ],
  }),
  defineDemo({
    id: 'mono-check',
    title: 'Two sides, one speaker',
    listenFor:
      'Find the high arpeggio and the lead synth. Then switch Mono check on and look for them again.',
    variants: [
      { id: 'spread', label: 'Left and right', spec: synths(-80, 75, -60) },
      { id: 'leaning', label: 'All on one side', spec: synths(-80, -75, -60) },
      { id: 'piled', label: 'All in the middle', spec: synths(0, 0, 0) },
    ],
    switches: [{ name: 'Mono check', deviceIds: ['mono-check'] }],
    knobs: [
      { deviceId: 'arp', setting: 'panPercent' },
      { deviceId: 'lead', setting: 'panPercent' },
      { deviceId: 'double', setting: 'panPercent' },
    ],
    claims: [
      {
        says: 'The lead synth stands on the other side',
        measure: 'place',
        stems: ['lead'],
        of: 'leaning',
        against: 'spread',
        changeAtMost: -100,
      },
      {
        says: 'The picture leans to the left',
        measure: 'place',
        stems: ['arp', 'lead', 'double'],
        of: 'leaning',
        against: 'spread',
        changeAtMost: -30,
      },
      {
        says: 'In the middle the picture is narrower',
        measure: 'width',
        of: 'piled',
        against: 'spread',
        changeAtMost: -2,
      },
    ],
  }),
];
