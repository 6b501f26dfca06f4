import type { Claim } from '../../src/demos/claim.ts';
import { defineDemo } from '../../src/demos/demo.ts';
import { indiePop } from '../../src/mixes/indie-pop.ts';
import { only, retuned, without } from '../../src/demos/variation.ts';

const mix = indiePop.mixed;

/** Kick and snare through compressors that hold the hit back or let it pass. */
const drums = (attackMs: number) => {
  const settings = { thresholdDb: -34, ratio: 6, kneeDb: 3, attackMs, releaseMs: 40, makeupDb: 0 };
  const both = retuned(retuned(mix, 'kick-compressor', settings), 'snare-compressor', settings);
  return only(both, ['kick', 'snare']);
};
const knocks = ['kick', 'snare'].flatMap((stem): Claim[] => [
  {
    says: `A slow attack makes the knock of the ${stem} stand out further`,
    measure: 'knock',
    stem,
    of: 'slow',
    against: 'none',
    changeAtLeast: 3,
  },
  {
    says: `A fast attack catches the knock of the ${stem}`,
    measure: 'knock',
    stem,
    of: 'fast',
    against: 'slow',
    changeAtMost: -4,
  },
]);

const drumCompressors = ['kick-compressor', 'snare-compressor'];

export const demos = [
  defineDemo({
    id: 'even-vocal',
    title: 'An even vocal',
    listenFor: 'Follow the singer line by line: which line sinks into the band, which one jumps out?',
    variants: [
      { id: 'uneven', label: 'No compression', spec: without(mix, ['vocal-compressor']) },
      { id: 'even', label: 'Compressed', spec: mix },
    ],
    switches: [{ name: 'Vocal compressor', deviceIds: ['vocal-compressor'] }],
    knobs: [
      { deviceId: 'vocal-compressor', setting: 'thresholdDb' },
      { deviceId: 'vocal-compressor', setting: 'ratio' },
      { deviceId: 'vocal-compressor', setting: 'attackMs' },
      { deviceId: 'vocal-compressor', setting: 'releaseMs' },
    ],
    gainReductionOf: 'vocal-compressor',
    claims: [
      {
        says: 'Lines that lie more than 8 LU apart come within 3 LU',
        measure: 'lineSpread',
        of: 'even',
        against: 'uneven',
        changeAtMost: -5,
        againstBetween: [8, 12],
        ofBetween: [0, 3],
      },
      {
        says: 'The compressor goes well beyond the 3 to 6 dB that are common',
        measure: 'gainReduction',
        device: 'vocal-compressor',
        of: 'even',
        against: 'uneven',
        changeAtLeast: 8,
      },
    ],
  }),
  defineDemo({
    id: 'punch',
    title: 'Attack: punch or flat',
    listenFor:
      'The two compressed versions differ in attack time alone. Listen to the first instant of each snare hit.',
    variants: [
      { id: 'none', label: 'No compression', spec: without(drums(20), drumCompressors) },
      { id: 'slow', label: 'Slow attack', spec: drums(20) },
      { id: 'fast', label: 'Fast attack', spec: drums(0.1) },
    ],
    switches: [
      { name: 'Kick compressor', deviceIds: ['kick-compressor'] },
      { name: 'Snare compressor', deviceIds: ['snare-compressor'] },
    ],
    gainReductionOf: 'snare-compressor',
    claims: knocks,
  }),
];
