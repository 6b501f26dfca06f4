import { device } from '../dsp/mix-draft.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';
import type { ReverbSettings } from '../dsp/reverb-parameters.ts';
import type { Exercise, Source } from '../training/exercise.ts';
import type { PlaybackNeeds } from '../training/question.ts';
import { ASKED_DEVICE, withAsked } from './changed.ts';
import { comparedExercise } from './compared-exercise.ts';
import { wholeOff } from './off-text.ts';

/** Loud enough to be heard on a part, as in a mix that is on the wet side. */
const REVERB_MIX_PERCENT = 30;
const DELAY_MIX_PERCENT = 35;
const PLATE = 1;

const tailReason = (source: Source): string | null => {
  if (source.kind === 'noise') return 'it is steady, and covers every tail';
  return /bass$/.test(source.id) ? 'it is held so long that it covers tails' : null;
};
/** Where hardly a gap lets the end of a tail be heard: even the longest moves levels there by less than 0.7 dB. */
const denseReason = (source: Source): string | null =>
  tailReason(source) ??
  (/(mix|synths|piano)$|^acoustic-guitars$/.test(source.id) ? 'it is so dense that it covers tails' : null);
const needsOf = ({ fromHz, toHz }: Source): PlaybackNeeds => ({
  stereo: false,
  fromHz: Math.max(fromHz, 300),
  toHz: Math.min(toHz, 6000),
});

function reverberated(base: MixSpec, settings: Partial<ReverbSettings>): MixSpec {
  return withAsked(
    base,
    device('reverb', ASKED_DEVICE, 'Reverb', {
      kind: PLATE,
      lowCutHz: 200,
      mixPercent: REVERB_MIX_PERCENT,
      ...settings,
    }),
  );
}

/** How much longer the longer one rings, in percent of the shorter one. */
const TIME_LADDER = [250, 180, 120, 80, 50, 35, 20] as const;
const DECAY_MIDDLE_SECONDS = 1.1;

const reverbTime = comparedExercise({
  id: 'reverb-time',
  title: 'Reverb: how long it rings',
  trains: 'Hear the length of a reverb’s tail.',
  family: 'space and colour',
  unit: '%',
  ladder: TIME_LADDER,
  levels: 'matched',
  unsuited: denseReason,
  needsOf,
  asksWhich: 'Which of the two rings longer?',
  asksMatch: 'Turn the decay until yours rings as long as the target.',
  amountsOf: ({ rung, draw }) => {
    // Elsewhere each time, so that neither can be known from the question before.
    const middle = DECAY_MIDDLE_SECONDS * 2 ** draw.between(-0.3, 0.3);
    const factor = Math.sqrt(1 + TIME_LADDER[rung] / 100);
    return [hundredths(middle / factor), hundredths(middle * factor)];
  },
  at: (source, decaySeconds) => reverberated(source.base, { decaySeconds }),
  dryOf: (source) => reverberated(source.base, { mixPercent: 0 }),
  amountText: (seconds) => `${seconds} s of decay`,
  matched: {
    parameter: { label: 'Decay', unit: 's', min: 0.3, max: 5, default: 1.2, taper: 'log', decimals: 2 },
    targetOf: ({ draw }) => hundredths(2 ** draw.between(Math.log2(0.45), Math.log2(3.5))),
    distance: percentApart,
    toleranceShare: 0.35,
    says: (setting, target) => longer(setting, target, 's'),
  },
});

const PRE_DELAY_LADDER_MS = [150, 120, 90, 60, 40, 25] as const;

const preDelay = comparedExercise({
  id: 'pre-delay',
  title: 'Reverb: pre-delay',
  trains: 'Hear how long a reverb waits behind the sound that it answers.',
  family: 'space and colour',
  unit: 'ms',
  ladder: PRE_DELAY_LADDER_MS,
  levels: 'matched',
  unsuited: tailReason,
  needsOf,
  asksWhich: 'In which of the two does the reverb come later?',
  asksMatch: 'Turn the pre-delay until the reverb comes as late as in the target.',
  amountsOf: ({ rung, draw }) => {
    const less = Math.round(draw.between(0, 40));
    return [less, less + PRE_DELAY_LADDER_MS[rung]];
  },
  at: (source, preDelayMs) => reverberated(source.base, { preDelayMs, decaySeconds: 0.9 }),
  dryOf: (source) => reverberated(source.base, { mixPercent: 0 }),
  amountText: (ms) => `the reverb waits ${ms} ms`,
  matched: {
    parameter: { label: 'Pre-delay', unit: 'ms', min: 0, max: 220, default: 0, taper: 'linear', decimals: 0 },
    targetOf: ({ draw }) => Math.round(draw.between(20, 200)),
    distance: (one, other) => Math.abs(one - other),
    toleranceShare: 0.3,
    says: (setting, target) => wholeOff(setting - target, 'ms', 'late', 'early'),
  },
});

const DELAY_MIDDLE_MS = 260;

const delayTime = comparedExercise({
  id: 'delay-time',
  title: 'Delay: when it repeats',
  trains: 'Hear how long a delay takes to repeat.',
  family: 'space and colour',
  unit: '%',
  ladder: [150, 100, 70, 50, 35, 25, 15],
  levels: 'matched',
  unsuited: tailReason,
  needsOf,
  asksWhich: 'Which of the two repeats later?',
  asksMatch: 'Turn the delay until yours repeats as the target does.',
  amountsOf: ({ rung, draw }) => {
    const middle = DELAY_MIDDLE_MS * 2 ** draw.between(-0.4, 0.4);
    const factor = Math.sqrt(1 + [150, 100, 70, 50, 35, 25, 15][rung] / 100);
    return [Math.round(middle / factor), Math.round(middle * factor)];
  },
  at: (source, freeMs) => repeated(source.base, freeMs, DELAY_MIX_PERCENT),
  dryOf: (source) => repeated(source.base, DELAY_MIDDLE_MS, 0),
  amountText: (ms) => `a repeat every ${ms} ms`,
  matched: {
    parameter: { label: 'Delay', unit: 'ms', min: 60, max: 1000, default: 250, taper: 'log', decimals: 0 },
    targetOf: ({ draw }) => Math.round(2 ** draw.between(Math.log2(90), Math.log2(700))),
    distance: percentApart,
    toleranceShare: 0.5,
    says: (setting, target) => longer(setting, target, 'ms'),
  },
});

/** Free time, no tempo. */
function repeated(base: MixSpec, freeMs: number, mixPercent: number): MixSpec {
  return withAsked(
    base,
    device('delay', ASKED_DEVICE, 'Delay', {
      note: 0,
      freeMs,
      feedbackPercent: 30,
      lowCutHz: 150,
      mixPercent,
    }),
  );
}

const DEPTH_LADDER_DB = [15, 12, 9, 6, 4, 3] as const;
const NEAR_MIX_PERCENT = 12;

/** Which of two stands further back. */
const depth = comparedExercise({
  id: 'depth',
  title: 'Depth: near or far',
  trains: 'Hear which of two stands further back: how much room is in it.',
  family: 'space and colour',
  unit: 'dB',
  ladder: DEPTH_LADDER_DB,
  levels: 'matched',
  unsuited: tailReason,
  needsOf,
  asksWhich: 'Which of the two stands further back?',
  asksMatch: 'Turn the reverb until yours stands as far back as the target.',
  amountsOf: ({ rung }) => [NEAR_MIX_PERCENT, wetter(NEAR_MIX_PERCENT, DEPTH_LADDER_DB[rung])],
  at: (source, mixPercent) => reverberated(source.base, { mixPercent, decaySeconds: 1.2 }),
  dryOf: (source) => reverberated(source.base, { mixPercent: 0 }),
  amountText: (percent) => `${Math.round(percent)} % reverb`,
  matched: {
    parameter: { label: 'Reverb', unit: '%', min: 1, max: 80, default: 20, taper: 'log', decimals: 0 },
    targetOf: ({ draw }) => Math.round(2 ** draw.between(Math.log2(5), Math.log2(50))),
    distance: (one, other) => Math.abs(wetDb(one) - wetDb(other)),
    toleranceShare: 0.35,
    says: (setting, target) => {
      const off = wetDb(setting) - wetDb(target);
      return Math.abs(off) < 0.3 ? 'right' : `${Math.abs(off).toFixed(1)} dB too ${off > 0 ? 'far' : 'near'}`;
    },
  },
});

export const SPACE_EXERCISES: readonly Exercise[] = [reverbTime, preDelay, delayTime, depth];

/** The level of the reverb above that of the direct sound, for a mix that goes from dry to wet. */
function wetDb(mixPercent: number): number {
  return 20 * Math.log10(mixPercent / (100 - mixPercent));
}

/** The mix at which the reverb stands so many dB higher against the direct sound. */
function wetter(mixPercent: number, db: number): number {
  const ratio = (mixPercent / (100 - mixPercent)) * 10 ** (db / 20);
  return (100 * ratio) / (1 + ratio);
}

/** How much longer the longer one is, in percent of the shorter one. */
function percentApart(one: number, other: number): number {
  return 100 * (Math.max(one / other, other / one) - 1);
}

function longer(setting: number, target: number, unit: string): string {
  const percent = Math.round(percentApart(setting, target));
  return percent === 0
    ? 'right'
    : `${percent} % too ${setting > target ? 'long' : 'short'} (${setting} ${unit} for ${target} ${unit})`;
}

/** As fine as the control, so that the ratio of two stays what is said, within 3 %. */
function hundredths(value: number): number {
  return Number(value.toFixed(2));
}
