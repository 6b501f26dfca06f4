import { device } from '../dsp/mix-draft.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';
import type { Exercise, Source } from '../training/exercise.ts';
import { ASKED_DEVICE, withAsked } from './changed.ts';
import { comparedExercise } from './compared-exercise.ts';
import { decibelsOff } from './off-text.ts';

/** How far peaks are pushed into the bend of the tape, in dB above where it begins. */
const LADDER_DB = [15, 12, 9, 7, 5, 3] as const;
/** Where the curve has bent a sine by 1 dB, in dBFS: x / √(1 + x²) loses 1 dB at x = 0.51. */
const BEND_DBFS = -5.9;
const TAPE = 0;
const MOST_DRIVE_DB = 24;

/** How much saturation there is. */
const saturation = comparedExercise({
  id: 'saturation',
  title: 'Saturation: how much',
  trains: 'Hear harmonics that a tape adds, before they become distortion.',
  family: 'space and colour',
  unit: 'dB',
  ladder: LADDER_DB,
  levels: 'matched',
  unsuited: (source) => (source.kind === 'noise' ? 'harmonics of noise are noise' : null),
  needsOf: ({ fromHz, toHz }) => ({
    stereo: false,
    fromHz: Math.max(200, fromHz),
    toHz: Math.min(toHz, 8000),
  }),
  asksWhich: 'Which of the two is saturated more?',
  asksMatch: 'Turn the drive until yours is saturated as much as the target.',
  amountsOf: ({ rung }) => [0, LADDER_DB[rung]],
  at: driven,
  dryOf: (source) => driven(source, 0),
  amountText: (db) => (db === 0 ? 'no saturation' : `peaks driven ${db} dB into the tape’s bend`),
  matched: {
    parameter: {
      label: 'Into the bend',
      unit: 'dB',
      // Below, the next step down would be none at all: a jump, which would be found without listening for harmonics.
      min: 1,
      max: 15,
      default: 1,
      taper: 'linear',
      decimals: 1,
    },
    targetOf: ({ draw }) => Number(draw.between(2, 13).toFixed(1)),
    distance: (one, other) => Math.abs(one - other),
    toleranceShare: 0.2,
    says: (setting, target) => decibelsOff(setting - target, 'much', 'little'),
  },
});

export const COLOUR_EXERCISES: readonly Exercise[] = [saturation];

/** The drive that takes a source's highest peak so many dB above where the tape begins to bend. */
export function driveInto({ levels }: Source, intoBendDb: number): number {
  return Math.min(MOST_DRIVE_DB, Math.max(0, BEND_DBFS - levels.truePeakDbtp + intoBendDb));
}

/** The level that a tape is turned to keep, in whole dB within its range. */
export function programmeDb({ levels }: Source): number {
  return Math.round(Math.max(-40, Math.min(-6, levels.integratedLufs)));
}

/** A source through a tape; 0 dB into the bend is none at all. */
function driven(source: Source, intoBendDb: number): MixSpec {
  return withAsked(
    source.base,
    device('saturation', ASKED_DEVICE, 'Saturation', {
      kind: TAPE,
      driveDb: driveInto(source, intoBendDb),
      programmeDb: programmeDb(source),
      mixPercent: intoBendDb === 0 ? 0 : 100,
    }),
  );
}
