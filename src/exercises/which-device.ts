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

interface NamedDevice {
  readonly name: string;
  /** It does nothing to a sound whose sides are alike. */
  readonly needsStereo?: true;
  /** At full strength or a share of it, 0 … 1. */
  make(source: Source, strength: number): DeviceSpec;
}

/** The devices that may have been switched on. */
const DEVICES: readonly NamedDevice[] = [
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
  {
    name: 'Width',
    needsStereo: true,
    make: (_, strength) =>
      device('width', 'practice-width', 'Width', { widthPercent: Math.round(100 - 100 * strength) }),
  },
];

const devicesFor = ({ stereo }: Source): readonly NamedDevice[] =>
  DEVICES.filter(({ needsStereo }) => stereo || !needsStereo);

/** One of several devices was switched on. */
export const whichDevice: Exercise = {
  id: 'which-device',
  title: 'Which device was switched on?',
  trains: 'Tell EQ, compression, saturation, delay, reverb and width apart by what they do.',
  family: 'the whole',
  ways: ['name'],
  unit: '%',
  ladder: STRENGTH_LADDER,
  unsuited: ({ kind, id }) =>
    kind === 'noise' || /bass$/.test(id) ? 'it is too steady to hear all of the devices on' : null,
  choiceCount: (_, source) => devicesFor(source).length,
  ask: ({ source, rung, answer }): ChoiceQuestion => {
    const strength = STRENGTH_LADDER[rung] / 100;
    const devices = devicesFor(source);
    const withOn = (on: number | null): MixSpec =>
      devices.reduce(
        (spec, { make }, i) => withAsked(spec, { ...make(source, strength), bypassed: i !== on }),
        source.base,
      );
    const choices = devices.map(({ name }, i) => ({
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
      needs: { ...ANYWHERE, stereo: devices[answer].needsStereo === true },
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
