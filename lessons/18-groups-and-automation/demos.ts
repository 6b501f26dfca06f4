import { defineDemo } from '../../src/demos/demo.ts';
import { without } from '../../src/demos/variation.ts';
import { indiePop } from '../../src/mixes/indie-pop.ts';
import { ridden, type Ride } from './rides.ts';

/** What the fader undoes, line by line: softer lines up, louder ones down. Each begins just before its first word. */
const LINES: readonly Ride[] = [
  [0.1, 0],
  [4.5, 4],
  [9, -3],
  [13.5, 1],
  [18, 2],
  [22.5, 5],
  [27, -2.5],
  [31.5, 0],
];

/** The band steps back for the verses and comes forward for the choruses. */
const BAND: readonly Ride[] = [
  [0.3, -4],
  [9, -1],
  [18, -5],
  [27, 2],
];

const uncompressed = without(indiePop.mixed, ['vocal-compressor']);

export const demos = [
  defineDemo({
    id: 'by-hand',
    title: 'Line by line, by hand',
    listenFor: 'Follow the singer. Is each line as near as the one before?',
    variants: [
      { id: 'sung', label: 'As sung', spec: uncompressed },
      { id: 'hand', label: 'Fader by hand', spec: ridden(uncompressed, { vocal: LINES }) },
      { id: 'compressor', label: 'Compressor', spec: indiePop.mixed },
    ],
    switches: [],
    pictures: ['loudness', 'spectrum'],
    claims: [
      {
        says: 'By hand, lines that lie more than 10 LU apart come within 5',
        measure: 'lineSpread',
        of: 'hand',
        against: 'sung',
        changeAtMost: -5,
        againstBetween: [10, 11],
        ofBetween: [4, 5],
      },
      {
        says: 'The compressor brings them within 3',
        measure: 'lineSpread',
        of: 'compressor',
        against: 'sung',
        changeAtMost: -7,
        ofBetween: [2, 3],
      },
      {
        says: 'and takes more of the voice’s peaks',
        measure: 'peakToLoudness',
        stems: ['vocal'],
        of: 'compressor',
        against: 'sung',
        changeAtMost: -2.5,
      },
    ],
  }),
  defineDemo({
    id: 'the-arc',
    title: 'The song breathes',
    listenFor: 'Wait for the last lines. In which version does the chorus arrive?',
    variants: [
      { id: 'still', label: 'Faders still', spec: indiePop.mixed },
      { id: 'ridden', label: 'Band ridden', spec: ridden(indiePop.mixed, { band: BAND }) },
    ],
    switches: [],
    pictures: ['loudness', 'spectrum'],
    claims: [
      {
        says: 'Soft and loud passages lie 3 LU further apart',
        measure: 'loudnessRange',
        of: 'ridden',
        against: 'still',
        changeAtLeast: 3,
        againstBetween: [3, 4.5],
        ofBetween: [7, 8],
      },
      {
        says: 'and over the whole song the voice is as far in front',
        measure: 'againstRest',
        stems: ['vocal'],
        of: 'ridden',
        against: 'still',
        changeWithin: 0.5,
      },
    ],
  }),
];
