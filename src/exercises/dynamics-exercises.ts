import { device } from '../dsp/mix-draft.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';
import type { CompressorSettings } from '../dsp/compressor.ts';
import type { Exercise, Source } from '../training/exercise.ts';
import type { PlaybackNeeds } from '../training/question.ts';
import { ASKED_DEVICE, withAsked } from './changed.ts';
import { comparedExercise, type MatchedSetting } from './compared-exercise.ts';
import { PRACTICE_TIMES, thresholdFor } from './source-levels.ts';

const RATIO = 4;
/** A ratio of one leaves the sound as it is, in a device that is there all the same. */
const NO_RATIO = 1;
/** Enough for attack and release to be heard. */
const TIMES_REDUCTION_DB = 10;

const steadyReason = (source: Source): string | null =>
  source.kind === 'noise' ? 'it is steady, and has nothing to compress' : null;
const hitsReason = (source: Source): string | null =>
  /drums|percussion|mix$|^own/.test(source.id) ? null : 'it has too few hits to hear times by';

const needsOf = ({ fromHz, toHz }: Source): PlaybackNeeds => ({
  stereo: false,
  fromHz: Math.max(fromHz, 150),
  toHz: Math.min(toHz, 6000),
});

function compressed(base: MixSpec, settings: Partial<CompressorSettings>): MixSpec {
  return withAsked(
    base,
    device('compressor', ASKED_DEVICE, 'Compressor', {
      ratio: RATIO,
      kneeDb: 0,
      ...PRACTICE_TIMES,
      ...settings,
    }),
  );
}

/** How much a compressor turns the loud moments down. */
const compressionAmount = comparedExercise({
  id: 'compression-amount',
  title: 'Compression: how much',
  trains: 'Hear how far the loud moments are turned down, at equal loudness.',
  family: 'dynamics',
  unit: 'dB',
  ladder: [12, 8, 6, 4, 3, 2],
  levels: 'matched',
  unsuited: steadyReason,
  needsOf,
  asksWhich: 'Which of the two is compressed more?',
  asksMatch: 'Turn the gain reduction until yours is compressed as much as the target.',
  amountsOf: ({ rung }) => [0, [12, 8, 6, 4, 3, 2][rung]],
  at: (source, reductionDb) =>
    reductionDb === 0
      ? compressed(source.base, { ratio: NO_RATIO, thresholdDb: 0 })
      : compressed(source.base, { thresholdDb: thresholdFor(source, reductionDb, RATIO) }),
  dryOf: (source) => compressed(source.base, { ratio: NO_RATIO, thresholdDb: 0 }),
  amountText: (db) => (db === 0 ? 'no compression' : `the loud moments are turned down by ${db} dB`),
  matched: {
    parameter: {
      label: 'Gain reduction',
      unit: 'dB',
      min: 0,
      max: 15,
      default: 0,
      taper: 'linear',
      decimals: 1,
    },
    targetOf: ({ draw }) => Number(draw.between(2, 13).toFixed(1)),
    distance: (one, other) => Math.abs(one - other),
    toleranceShare: 0.5,
    says: (setting, target) => offText(setting - target, 'dB too much', 'dB too little'),
  },
});

/** Octaves between the faster and the slower time, around a middle. */
const TIMES_LADDER = [6, 5, 4, 3, 2, 1.5, 1] as const;
const ATTACK_MIDDLE_MS = 8;
const RELEASE_MIDDLE_MS = 160;

const compressionAttack = comparedExercise({
  id: 'compression-attack',
  title: 'Compression: attack',
  trains: 'Hear whether a compressor lets the first moment of a hit through.',
  family: 'dynamics',
  unit: 'octaves',
  ladder: TIMES_LADDER,
  levels: 'matched',
  unsuited: (source) => steadyReason(source) ?? hitsReason(source),
  needsOf,
  asksWhich: 'Which of the two has the slower attack, and lets more of each hit through?',
  asksMatch: 'Turn the attack until the hits come through as in the target.',
  amountsOf: ({ rung }) => around(ATTACK_MIDDLE_MS, TIMES_LADDER[rung]),
  at: (source, attackMs) => timed(source, { attackMs }),
  dryOf: (source) => compressed(source.base, { ratio: NO_RATIO, thresholdDb: 0 }),
  amountText: (ms) => `${milliseconds(ms)} of attack`,
  matched: timesMatch('Attack', 0.5, 80, ATTACK_MIDDLE_MS),
});

const compressionRelease = comparedExercise({
  id: 'compression-release',
  title: 'Compression: release',
  trains: 'Hear how fast a compressor lets go after a hit.',
  family: 'dynamics',
  unit: 'octaves',
  ladder: TIMES_LADDER.slice(1),
  levels: 'matched',
  unsuited: (source) => steadyReason(source) ?? hitsReason(source),
  needsOf,
  asksWhich: 'Which of the two has the slower release, and stays down longer after a hit?',
  asksMatch: 'Turn the release until the sound comes back as in the target.',
  amountsOf: ({ rung }) => around(RELEASE_MIDDLE_MS, TIMES_LADDER.slice(1)[rung]),
  at: (source, releaseMs) => timed(source, { releaseMs }),
  dryOf: (source) => compressed(source.base, { ratio: NO_RATIO, thresholdDb: 0 }),
  amountText: (ms) => `${milliseconds(ms)} of release`,
  matched: timesMatch('Release', 20, 1200, RELEASE_MIDDLE_MS),
});

const LIMITING_LADDER = [12, 9, 6, 4, 3, 2] as const;

/** Which of two is crushed by a limiter. */
const limiting = comparedExercise({
  id: 'limiting',
  title: 'Limiting: which is crushed?',
  trains: 'Hear what a limiter takes from the hits once loudness no longer hides it.',
  family: 'dynamics',
  unit: 'dB',
  ladder: LIMITING_LADDER,
  levels: 'matched',
  unsuited: (source) => steadyReason(source) ?? hitsReason(source),
  needsOf,
  asksWhich: 'Which of the two is crushed?',
  asksMatch: 'Turn the limiting until yours is as crushed as the target.',
  amountsOf: ({ rung }) => [0, LIMITING_LADDER[rung]],
  at: (source, db) => limited(source, db),
  dryOf: (source) => limited(source, 0),
  amountText: (db) => (db === 0 ? 'no limiting' : `the highest peak is turned down by ${db} dB`),
  matched: {
    parameter: {
      label: 'Peaks turned down by',
      unit: 'dB',
      min: 0,
      max: 15,
      default: 0,
      taper: 'linear',
      decimals: 1,
    },
    targetOf: ({ draw }) => Number(draw.between(2, 13).toFixed(1)),
    distance: (one, other) => Math.abs(one - other),
    toleranceShare: 0.5,
    says: (setting, target) => offText(setting - target, 'dB too much', 'dB too little'),
  },
});

export const DYNAMICS_EXERCISES: readonly Exercise[] = [
  compressionAmount,
  compressionAttack,
  compressionRelease,
  limiting,
];

function timed(source: Source, times: Partial<CompressorSettings>): MixSpec {
  return compressed(source.base, { thresholdDb: thresholdFor(source, TIMES_REDUCTION_DB, RATIO), ...times });
}

/** The highest peak of the source comes down by so many dB: the ceiling lies that far below it. */
function limited({ base, levels }: Source, db: number): MixSpec {
  const ceilingDbtp = db === 0 ? 0 : Math.max(-24, Math.min(0, levels.truePeakDbtp - db));
  return withAsked(base, device('limiter', ASKED_DEVICE, 'Limiter', { ceilingDbtp, releaseMs: 40, mode: 1 }));
}

/** Two times as far apart as told, in octaves, the shorter one first. */
function around(middleMs: number, octaves: number): [number, number] {
  const factor = 2 ** (octaves / 2);
  return [Number((middleMs / factor).toPrecision(2)), Number((middleMs * factor).toPrecision(2))];
}

/** A time to match, on a logarithmic control. */
function timesMatch(label: string, min: number, max: number, middleMs: number): MatchedSetting {
  return {
    parameter: { label, unit: 'ms', min, max, default: middleMs, taper: 'log', decimals: 1 },
    targetOf: ({ draw }) =>
      Number((2 ** draw.between(Math.log2(min * 1.5), Math.log2(max / 1.5))).toPrecision(2)),
    distance: (one, other) => Math.abs(Math.log2(one / other)),
    toleranceShare: 0.5,
    says: (setting, target) => {
      const times = Math.max(setting / target, target / setting);
      return times < 1.04 ? 'right' : `${times.toFixed(1)} times too ${setting > target ? 'slow' : 'fast'}`;
    },
  };
}

function milliseconds(ms: number): string {
  return `${ms < 10 ? Number(ms.toPrecision(2)) : Math.round(ms)} ms`;
}

function offText(off: number, more: string, less: string): string {
  return Math.abs(off) < 0.05 ? 'right' : `${Math.abs(off).toFixed(1)} ${off > 0 ? more : less}`;
}
