import { defineDemo } from '../../src/demos/demo.ts';
import { indiePop } from '../../src/mixes/indie-pop.ts';
import { retuned, without } from '../../src/demos/variation.ts';

/** The master with the limiter driven this far into its ceiling of −1 dBTP. */
const driven = (driveDb: number) => retuned(indiePop.mastered, 'limiter', { driveDb });

/** Driven further than anybody should, and letting go at once: all for level. */
const crushed = retuned(indiePop.mastered, 'limiter', { mode: 1, driveDb: 20, releaseMs: 10 });

export const demos = [
  defineDemo({
    id: 'ceiling',
    title: 'Under the ceiling',
    listenFor: 'Listen to the drums: how far each hit stands out of the band.',
    variants: [
      { id: 'none', label: 'No limiter', spec: without(indiePop.mastered, ['limiter']) },
      { id: 'limited', label: 'Limited', spec: driven(14) },
      { id: 'crushed', label: 'Crushed', spec: crushed },
    ],
    switches: [{ name: 'Limiter', deviceIds: ['limiter'] }],
    knobs: [
      { deviceId: 'limiter', setting: 'driveDb' },
      { deviceId: 'limiter', setting: 'releaseMs' },
    ],
    gainReductionOf: 'limiter',
    claims: [
      {
        says: 'Crushing takes 6 dB off the peaks, relative to the loudness',
        measure: 'peakToLoudness',
        of: 'crushed',
        against: 'none',
        changeAtMost: -6,
      },
      {
        says: 'and far more than limiting does',
        measure: 'peakToLoudness',
        of: 'crushed',
        against: 'limited',
        changeAtMost: -2,
      },
      {
        says: 'Limiting takes some 4 dB off them',
        measure: 'peakToLoudness',
        of: 'limited',
        against: 'none',
        changeAtMost: -3.5,
        ofBetween: [8, 9],
        againstBetween: [12, 13],
      },
      {
        says: 'Limiting makes the song louder',
        measure: 'loudness',
        of: 'limited',
        against: 'none',
        changeAtLeast: 6,
      },
    ],
  }),
];
