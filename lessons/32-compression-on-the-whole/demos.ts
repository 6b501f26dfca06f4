import { defineDemo } from '../../src/demos/demo.ts';
import { atTheEnd, faders, retuned, without } from '../../src/demos/variation.ts';
import { device } from '../../src/dsp/mix-draft.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';
import { acoustic } from '../../src/mixes/acoustic.ts';
import { indiePop } from '../../src/mixes/indie-pop.ts';

/** Places in the lists of the bus compressor's steps. */
const RATIO = { two: 1, four: 2 } as const;
const ATTACK = { ms3: 3, ms10: 4, ms30: 5 } as const;
const RELEASE = { ms100: 0, auto: 4 } as const;

const gentle = atTheEnd(
  acoustic.mixed,
  device('busCompressor', 'whole-compressor', 'Compressor on the whole', {
    thresholdDb: -12,
    ratio: RATIO.two,
    attack: ATTACK.ms30,
    release: RELEASE.auto,
  }),
);
const tooMuch = retuned(gentle, 'whole-compressor', {
  thresholdDb: -20,
  ratio: RATIO.four,
  attack: ATTACK.ms3,
  release: RELEASE.ms100,
});

/** Hard enough to be heard at work: a decibel or two would be too little to follow. */
const HARD = { thresholdDb: -12, ratio: RATIO.four, attack: ATTACK.ms10, release: RELEASE.ms100 };

/** A kick as dance records have it, and nothing that holds it back on the way to the master. */
const bigKick = faders(without(indiePop.mixed, ['band-limiter']), {
  kick: { levelDb: 6 },
  bass: { levelDb: 0.3 },
});

/** One more device at the end of a group. */
const onGroup = (spec: MixSpec, group: string, added: MixSpec['master'][number]): MixSpec => ({
  ...spec,
  groups: spec.groups.map((entry) =>
    entry.id === group ? { ...entry, devices: [...entry.devices, added] } : entry,
  ),
});

/** The same compressor in both places; each version lets one of them work. Makeup keeps the band where it is beside the voice. */
const both = atTheEnd(
  onGroup(
    bigKick,
    'band',
    device('busCompressor', 'band-compressor', 'Compressor on the band', { ...HARD, makeupDb: 0.9 }),
  ),
  device('busCompressor', 'whole-compressor', 'Compressor on the whole', HARD),
);
const onTheWhole = without(both, ['band-compressor']);

export const demos = [
  defineDemo({
    id: 'breathing-room',
    title: 'A decibel or two, or eight',
    listenFor: 'Compare the quiet beginning with the place where everybody plays. How far apart are they?',
    variants: [
      { id: 'none', label: 'No compressor', spec: without(gentle, ['whole-compressor']) },
      { id: 'gentle', label: 'A decibel or two', spec: gentle },
      { id: 'much', label: 'Too much', spec: tooMuch },
    ],
    switches: [],
    knobs: [
      { deviceId: 'whole-compressor', setting: 'thresholdDb' },
      { deviceId: 'whole-compressor', setting: 'attack' },
      { deviceId: 'whole-compressor', setting: 'release' },
    ],
    gainReductionOf: 'whole-compressor',
    claims: [
      {
        says: 'Gently, soft and loud passages come a little more than 1 LU closer',
        measure: 'loudnessRange',
        of: 'gentle',
        against: 'none',
        changeAtMost: -1,
        againstBetween: [6, 8],
      },
      {
        says: 'with less than 2 dB of gain reduction',
        measure: 'gainReduction',
        device: 'whole-compressor',
        of: 'gentle',
        against: 'none',
        changeWithin: 2,
        ofBetween: [1, 2],
      },
      {
        says: 'Too much takes away most of the distance',
        measure: 'loudnessRange',
        of: 'much',
        against: 'none',
        changeAtMost: -4,
        ofBetween: [1.5, 2.5],
      },
      {
        says: 'and works at more than 8 dB',
        measure: 'gainReduction',
        device: 'whole-compressor',
        of: 'much',
        against: 'none',
        changeAtLeast: 8,
      },
    ],
  }),
  defineDemo({
    id: 'kick-pulls-voice',
    title: 'The kick pulls the voice down',
    listenFor: 'Listen to a long vowel of the singer while the kick strikes under it. Does she dip?',
    variants: [
      { id: 'none', label: 'No compressor', spec: without(both, ['band-compressor', 'whole-compressor']) },
      { id: 'whole', label: 'On the whole', spec: onTheWhole },
      {
        id: 'lows-ignored',
        label: 'Lows ignored',
        spec: retuned(onTheWhole, 'whole-compressor', { sidechainHighPassHz: 200 }),
      },
      { id: 'band', label: 'On the band only', spec: without(both, ['whole-compressor']) },
    ],
    switches: [],
    knobs: [
      { deviceId: 'whole-compressor', setting: 'thresholdDb' },
      { deviceId: 'whole-compressor', setting: 'sidechainHighPassHz' },
    ],
    gainReductionOf: 'whole-compressor',
    claims: [
      {
        says: 'On the whole, each kick pulls the singer down',
        measure: 'ducking',
        stem: 'vocal',
        by: 'kick',
        of: 'whole',
        against: 'none',
        changeAtLeast: 1.5,
      },
      {
        says: 'It is set hard',
        measure: 'gainReduction',
        device: 'whole-compressor',
        of: 'whole',
        against: 'none',
        changeAtLeast: 5,
        ofBetween: [5, 6.5],
      },
      {
        says: 'With the lows ignored it pulls her less than 1 dB',
        measure: 'ducking',
        stem: 'vocal',
        by: 'kick',
        of: 'lows-ignored',
        against: 'whole',
        changeAtMost: -1,
        ofBetween: [0, 1],
        againstBetween: [1.5, 2.5],
      },
      {
        says: 'and still works',
        measure: 'gainReduction',
        device: 'whole-compressor',
        of: 'lows-ignored',
        against: 'none',
        changeAtLeast: 3,
      },
      {
        says: 'On the band only, the kick does not reach her',
        measure: 'ducking',
        stem: 'vocal',
        by: 'kick',
        of: 'band',
        against: 'none',
        changeWithin: 0.1,
      },
      {
        says: 'and the guitars still move with it',
        measure: 'ducking',
        stem: 'guitar-left',
        by: 'kick',
        of: 'band',
        against: 'none',
        changeAtLeast: 1.2,
      },
      {
        says: 'The singer stands as far in front in both places',
        measure: 'balance',
        stems: ['vocal'],
        of: 'band',
        against: 'whole',
        changeWithin: 0.3,
      },
    ],
  }),
];
