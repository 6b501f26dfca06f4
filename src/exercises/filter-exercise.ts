import { device } from '../dsp/mix-draft.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';
import type { Source } from '../training/exercise.ts';
import { hertzText } from '../training/size-text.ts';
import { octavesApart } from './asked-eq.ts';
import { ASKED_DEVICE, withAsked } from './changed.ts';
import { comparedExercise } from './compared-exercise.ts';
import { octavesOff } from './off-text.ts';

/** Octaves between the two cutoffs. */
const LADDER_OCTAVES = [2.5, 2, 1.5, 1, 0.7, 0.5, 0.35] as const;
const LOWEST_HZ = 1000;
const HIGHEST_HZ = 16_000;
/** A low-pass above all sound is off. */
const OFF_HZ = 22_000;
/** The place of 24 dB/octave among the EQ's slopes. */
const SLOPE_24 = 3;

/** Where a low-pass cuts the highs off. */
export const filterCutoff = comparedExercise({
  id: 'filter-cutoff',
  title: 'Filter: where it cuts off',
  trains: 'Hear how far up a sound still reaches: the cutoff of a low-pass.',
  family: 'tone',
  unit: 'octaves',
  ladder: LADDER_OCTAVES,
  levels: 'roved',
  unsuited: (source) => (source.toHz < 8000 ? 'it has too little sound in the highs' : null),
  needsOf: (source) => ({ stereo: false, fromHz: LOWEST_HZ, toHz: highestOf(source) }),
  asksWhich: 'Which of the two reaches higher?',
  asksMatch: 'Turn the cutoff until yours reaches as high as the target.',
  amountsOf: ({ source, rung, draw }) => {
    const octaves = LADDER_OCTAVES[rung];
    const [lowest, highest] = [Math.log2(LOWEST_HZ), Math.log2(highestOf(source))];
    const middle = draw.between(lowest + octaves / 2, highest - octaves / 2);
    return [Math.round(2 ** (middle - octaves / 2)), Math.round(2 ** (middle + octaves / 2))];
  },
  at: (source, hz) => lowPassed(source.base, hz),
  dryOf: (source) => lowPassed(source.base, OFF_HZ),
  amountText: (hz) => `cut off at ${hertzText(hz)}`,
  matched: {
    parameter: {
      label: 'Cutoff',
      unit: 'Hz',
      min: LOWEST_HZ,
      max: HIGHEST_HZ,
      default: 4000,
      taper: 'log',
      decimals: 0,
    },
    targetOf: ({ source, draw }) =>
      Math.round(2 ** draw.between(Math.log2(LOWEST_HZ * 1.4), Math.log2(highestOf(source) / 1.4))),
    distance: octavesApart,
    toleranceShare: 0.2,
    says: octavesOff,
  },
});

function highestOf({ toHz }: Source): number {
  return Math.min(HIGHEST_HZ, toHz * 0.9);
}

function lowPassed(base: MixSpec, hz: number): MixSpec {
  return withAsked(base, device('eq', ASKED_DEVICE, 'Filter', { lowPassHz: hz, lowPassSlope: SLOPE_24 }));
}
