import { device } from '../dsp/mix-draft.ts';
import type { DeviceSpec, MixSpec } from '../dsp/mix-spec.ts';
import type { Exercise, Source } from '../training/exercise.ts';
import type { ChoiceQuestion } from '../training/question.ts';
import { ANYWHERE, STRENGTH_LADDER, withAsked } from './changed.ts';
import { driveInto, programmeDb } from './colour-exercises.ts';
import { thresholdForDb } from './compression-amount.ts';
import { READ_AS } from './source-levels.ts';

/**
 * How far a tape is driven into its bend at a strength, in dB: from where harmonics begin to be heard in an even sound. A
 * share of the decibels themselves would leave nothing of the device where the others are still plain.
 */
const intoBendDb = (strength: number): number => 9 + 9 * strength;

/** The devices that may have been switched on, at full strength or a share of it, 0 … 1. */
const DEVICES: readonly {
  readonly name: string;
  make(source: Source, strength: number): DeviceSpec;
}[] = [
  {
    name: 'EQ',
    make: (_, strength) =>
      device('eq', 'practice-eq', 'EQ', { highBellHz: 2500, highBellDb: 9 * strength, highBellQ: 0.8 }),
  },
  {
    name: 'Compressor',
    make: (source, strength) =>
      device('compressor', 'practice-compressor', 'Compressor', {
        ...READ_AS,
        ratio: 4,
        thresholdDb: thresholdForDb(14 * strength, source.levels),
      }),
  },
  {
    name: 'Saturation',
    make: (source, strength) =>
      device('saturation', 'practice-saturation', 'Saturation', {
        kind: 0,
        driveDb: driveInto(source, intoBendDb(strength)),
        programmeDb: programmeDb(source),
      }),
  },
  {
    name: 'Delay',
    make: (_, strength) =>
      device('delay', 'practice-delay', 'Delay', {
        note: 0,
        freeMs: 320,
        feedbackPercent: 30,
        lowCutHz: 150,
        mixPercent: 45 * strength,
      }),
  },
  {
    name: 'Reverb',
    make: (_, strength) =>
      device('reverb', 'practice-reverb', 'Reverb', {
        kind: 1,
        decaySeconds: 1.6,
        lowCutHz: 200,
        mixPercent: 45 * strength,
      }),
  },
];

/** One of five devices was switched on. */
export const whichDevice: Exercise = {
  id: 'which-device',
  title: 'Which device was switched on?',
  trains: 'Tell EQ, compression, saturation, delay and reverb apart by what they do.',
  family: 'the whole',
  ways: ['name'],
  unit: '%',
  ladder: STRENGTH_LADDER,
  unsuited: ({ kind, id }) =>
    kind === 'noise' || /bass$/.test(id) ? 'it is too steady to hear all of the devices on' : null,
  choiceCount: () => DEVICES.length,
  ask: ({ source, rung, answer }): ChoiceQuestion => {
    const strength = STRENGTH_LADDER[rung] / 100;
    const withOn = (on: number | null): MixSpec =>
      DEVICES.reduce(
        (spec, { make }, i) => withAsked(spec, { ...make(source, strength), bypassed: i !== on }),
        source.base,
      );
    const choices = DEVICES.map(({ name }, i) => ({
      id: name.toLowerCase(),
      label: name,
      spec: withOn(i),
      place: null,
    }));
    const { id, label, spec } = choices[answer];
    return {
      kind: 'choice',
      asks: 'Which device was switched on in “After”?',
      tells: `It was the ${label === 'EQ' ? label : label.toLowerCase()}, at ${STRENGTH_LADDER[rung]} % of a clear setting.`,
      size: STRENGTH_LADDER[rung],
      levels: 'matched',
      needs: ANYWHERE,
      heard: [
        { id: 'before', label: 'Before', spec: withOn(null) },
        { id: 'after', label: 'After', spec },
      ],
      choices,
      answer: id,
      worthlessDistance: null,
      dry: withOn(null),
      truth: spec,
    };
  },
};
