import { defineDemo } from '../../src/demos/demo.ts';
import { atTheEnd, beforeLimiter, faders, retuned, without } from '../../src/demos/variation.ts';
import { device } from '../../src/dsp/mix-draft.ts';
import { acoustic } from '../../src/mixes/acoustic.ts';
import { electronic } from '../../src/mixes/electronic.ts';

/** Both sides summed to one at the very end, as a phone does; off until it is switched on. */
const checked = without(
  atTheEnd(
    beforeLimiter(electronic.mastered, [device('width', 'master-width', 'Width of the whole', {})]),
    device('width', 'width-mono-check', 'Mono check', { widthPercent: 0 }),
  ),
  ['width-mono-check'],
);
const wide = (widthPercent: number) => retuned(checked, 'master-width', { widthPercent });

/** A mix fault: the bass stands far to the left. The master can bring its lowest notes back, and no more. */
const leaning = beforeLimiter(faders(acoustic.mastered, { bass: { panPercent: -70 } }), [
  device('width', 'mono-bass', 'Mono bass', { monoBelowHz: 120 }),
]);

export const demos = [
  defineDemo({
    id: 'wider-master',
    title: 'Wider, and smaller',
    listenFor:
      'Listen to the sides first, then only to the middle: the singer, the kick and the bass. Do they stay as large?',
    variants: [
      { id: 'mixed', label: 'As mixed', spec: wide(100) },
      { id: 'wider', label: 'Wider', spec: wide(150) },
      { id: 'widest', label: 'Twice the sides', spec: wide(200) },
    ],
    switches: [{ name: 'Mono check', deviceIds: ['width-mono-check'] }],
    knobs: [{ deviceId: 'master-width', setting: 'widthPercent' }],
    claims: [
      {
        says: 'The sides come up by 6 dB',
        measure: 'width',
        of: 'widest',
        against: 'mixed',
        changeAtLeast: 5.5,
      },
      {
        says: 'At 150 % by about 3.5 dB',
        measure: 'width',
        of: 'wider',
        against: 'mixed',
        changeAtLeast: 3.3,
      },
      {
        says: 'It is louder, before levels are matched',
        measure: 'loudness',
        of: 'widest',
        against: 'mixed',
        changeAtLeast: 1,
      },
      {
        says: 'What stands exactly in the middle has no side to turn up',
        measure: 'width',
        stems: ['kick'],
        of: 'widest',
        against: 'mixed',
        changeWithin: 0.1,
        ofBetween: [-60, -60],
      },
      {
        says: 'The voice falls back by about 1 dB',
        measure: 'againstRest',
        stems: ['vocal'],
        of: 'widest',
        against: 'mixed',
        changeAtMost: -1,
      },
      {
        says: 'Kick and bass fall back by about 1.5 dB',
        measure: 'againstRest',
        stems: ['kick', 'bass'],
        of: 'widest',
        against: 'mixed',
        changeAtMost: -1.4,
      },
      {
        says: 'At 150 % the voice falls back by about half a decibel',
        measure: 'againstRest',
        stems: ['vocal'],
        of: 'wider',
        against: 'mixed',
        changeWithin: 0.7,
      },
      {
        says: 'In mono more than 1.5 LU are lost, where it was less than half an LU',
        measure: 'monoLoss',
        of: 'widest',
        against: 'mixed',
        changeAtLeast: 1,
        ofBetween: [1.5, 1.7],
        againstBetween: [0.3, 0.5],
      },
      {
        says: 'Left and right have less in common',
        measure: 'correlation',
        of: 'widest',
        against: 'mixed',
        changeAtMost: -0.25,
        ofBetween: [0.5, 0.6],
        againstBetween: [0.83, 0.88],
      },
    ],
  }),
  defineDemo({
    id: 'bass-in-the-middle',
    title: 'A bass that leans',
    listenFor: 'Headphones help. In which ear is the bass, and which part of it?',
    variants: [
      { id: 'leaning', label: 'Bass on one side', spec: without(leaning, ['mono-bass']) },
      { id: 'mono', label: 'Mono bass', spec: leaning },
      {
        id: 'mended',
        label: 'Mended in the mix',
        spec: without(faders(leaning, { bass: { panPercent: 0 } }), ['mono-bass']),
      },
    ],
    switches: [],
    knobs: [{ deviceId: 'mono-bass', setting: 'monoBelowHz' }],
    claims: [
      {
        says: 'The lows of the whole move to the middle',
        measure: 'width',
        fromHz: 30,
        toHz: 120,
        of: 'mono',
        against: 'leaning',
        changeAtMost: -8,
      },
      {
        says: 'The bass is still off the middle',
        measure: 'place',
        stems: ['bass'],
        of: 'mono',
        against: 'leaning',
        changeAtLeast: 30,
        ofBetween: [-35, -20],
        againstBetween: [-72, -68],
      },
      {
        says: 'The mix puts all of it in the middle',
        measure: 'place',
        stems: ['bass'],
        of: 'mended',
        against: 'mono',
        changeAtLeast: 20,
        ofBetween: [-1, 1],
      },
      {
        says: 'Above the corner the sides stay as they are',
        measure: 'width',
        fromHz: 1000,
        toHz: 8000,
        of: 'mono',
        against: 'leaning',
        changeWithin: 0.3,
      },
      {
        says: 'In the mix as it should be, the lows stand in the middle without any help',
        measure: 'width',
        fromHz: 30,
        toHz: 120,
        of: 'mended',
        against: 'leaning',
        changeAtMost: -20,
        ofBetween: [-60, -30],
      },
    ],
  }),
];
