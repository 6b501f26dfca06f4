import { defineDemo } from '../../src/demos/demo.ts';
import { faders, retuned, without } from '../../src/demos/variation.ts';
import { device } from '../../src/dsp/mix-draft.ts';
import type { DeviceSpec, MixSpec } from '../../src/dsp/mix-spec.ts';
import { HARD_CLIP } from '../../src/dsp/saturation.ts';
import { acoustic } from '../../src/mixes/acoustic.ts';
import { indiePop } from '../../src/mixes/indie-pop.ts';

/** The voice as it was recorded in the finished mix, its fader where it is as loud beside the rest as when mixed. */
const asRecorded = faders(without(acoustic.mixed, ['vocal-eq', 'vocal-de-esser', 'vocal-compressor']), {
  vocal: { levelDb: 2.8 },
});

/** The mix of a take that something has happened to before it came to the mixer. */
function recordedThrough(spec: MixSpec, stem: string, happened: readonly DeviceSpec[]): MixSpec {
  const strips = spec.strips.map((strip) =>
    strip.stem === stem ? { ...strip, devices: [...happened, ...strip.devices] } : strip,
  );
  return { ...spec, strips };
}

const CLIPPED = [device('saturation', 'overload', 'Overloaded recorder', { kind: HARD_CLIP, driveDb: 24 })];
const ROOM = [
  device('reverb', 'stairwell', 'Stairwell', {
    kind: 0,
    decaySeconds: 2,
    dampingHz: 9000,
    mixPercent: 50,
  }),
  // One microphone hears a room from one place.
  device('width', 'one-microphone', 'One microphone', { widthPercent: 0 }),
];
const LATE = [
  device('delay', 'late', 'Late take', { note: 0, freeMs: 120, feedbackPercent: 0, mixPercent: 100 }),
];
const MISHAPS = [...CLIPPED, ...ROOM, ...LATE];

/** One mix, its high shelf in reach, of a take to which these things happened and no others. */
function takeWith(happened: readonly DeviceSpec[]): MixSpec {
  const all = retuned(recordedThrough(indiePop.mixed, 'vocal', MISHAPS), 'vocal-eq', { highShelfHz: 3000 });
  return without(
    all,
    MISHAPS.filter((mishap) => !happened.includes(mishap)).map(({ id }) => id),
  );
}

export const demos = [
  defineDemo({
    id: 'mended-in-the-mix',
    title: 'Mended in the mix',
    listenFor: 'Follow the singer line by line. Which words do you lose?',
    variants: [
      { id: 'recorded', label: 'Voice as recorded', spec: asRecorded },
      { id: 'mended', label: 'Voice mixed', spec: acoustic.mixed },
    ],
    switches: [],
    pictures: ['spectrum', 'loudness', 'chain'],
    claims: [
      {
        says: 'Lines that lie more than 8 LU apart come within 3 LU',
        measure: 'lineSpread',
        of: 'mended',
        against: 'recorded',
        changeAtMost: -5,
        againstBetween: [8, 12],
        ofBetween: [0, 3],
      },
      {
        says: 'The words gain more than 8 dB',
        measure: 'band',
        stems: ['vocal'],
        fromHz: 1500,
        toHz: 5000,
        of: 'mended',
        against: 'recorded',
        changeAtLeast: 8,
      },
      {
        says: 'The loudest booms come down',
        measure: 'bandPeaks',
        stems: ['vocal'],
        fromHz: 200,
        toHz: 400,
        of: 'mended',
        against: 'recorded',
        changeAtMost: -1.5,
      },
      {
        says: 'The voice is as loud beside the rest as before',
        measure: 'againstRest',
        stems: ['vocal'],
        of: 'mended',
        against: 'recorded',
        changeWithin: 0.5,
      },
    ],
  }),
  defineDemo({
    id: 'stays-in-the-take',
    title: 'Stays in the take',
    listenFor: 'The same singer in the same mix. What happened to each take before it was mixed?',
    variants: [
      { id: 'good', label: 'Good take', spec: takeWith([]) },
      { id: 'clipped', label: 'Clipped', spec: takeWith(CLIPPED) },
      { id: 'room', label: 'In a stairwell', spec: takeWith(ROOM) },
      { id: 'late', label: 'Late', spec: takeWith(LATE) },
    ],
    switches: [],
    knobs: [
      { deviceId: 'late', setting: 'freeMs' },
      { deviceId: 'vocal-eq', setting: 'highShelfDb' },
    ],
    pictures: ['spectrum', 'loudness', 'chain'],
    claims: [
      {
        says: 'After the mix, 6 dB more of the clipped voice was never sung',
        measure: 'distortion',
        stem: 'vocal',
        of: 'clipped',
        against: 'good',
        changeAtLeast: 6,
      },
      {
        says: 'After the mix, the stairwell sounds on for a second longer',
        measure: 'tail',
        stems: ['vocal'],
        stopSeconds: 12.3,
        of: 'room',
        against: 'good',
        changeAtLeast: 1,
        againstBetween: [0, 1],
      },
      {
        says: 'After the mix, the late voice is as late as it was',
        measure: 'lateness',
        stem: 'vocal',
        of: 'late',
        against: 'good',
        changeAtLeast: 110,
        ofBetween: [115, 125],
      },
    ],
  }),
];
