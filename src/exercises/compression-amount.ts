import { device } from '../dsp/mix-draft.ts';
import type { DeviceSpec, MixSpec } from '../dsp/mix-spec.ts';
import { COMPRESSOR_PARAMETERS } from '../dsp/compressor.ts';
import { staticReductionDb } from '../dsp/compressor-curve.ts';
import type { Asked, Exercise, Source, SourceLevels } from '../training/exercise.ts';
import type { ChoiceQuestion, MatchQuestion } from '../training/question.ts';
import { abxQuestion } from './abx-question.ts';
import { ASKED_DEVICE, withAsked } from './changed.ts';
import { matchStart } from './match-start.ts';
import { decibelsOff } from './off-text.ts';
import { READ_AS } from './source-levels.ts';
import { withoutSwing } from './suits-dynamics.ts';
import { dynamicsNeeds, whichOfTwo } from './two-sounds.ts';

const LADDER_DB = [12, 8, 6, 4, 3, 2];
/** High enough that reductions follow the threshold closely, low enough to be found on a mix. */
const RATIO = 4;
/** What the less compressed of two is compressed by. */
const LESS_DB = 2;
/** Gain reductions between which the target of a match lies, and those at the ends of the control. */
const TARGETS_DB: readonly [number, number] = [4, 16];
const ENDS_DB = { light: 0, heavy: 20 } as const;

/** Where a 4:1 compressor's threshold must lie to turn the loudest twentieth down by at least this much, in dB. */
export function thresholdForDb(reductionDb: number, { detectedDb }: SourceLevels): number {
  const { min, max } = COMPRESSOR_PARAMETERS.thresholdDb;
  return Math.min(max, Math.max(min, detectedDb - reductionDb / (1 - 1 / RATIO)));
}

/** How far a compressor turns the loudest moments down. */
export const compressionAmount: Exercise = {
  id: 'compression-amount',
  title: 'Compression: how much',
  trains: 'Hear how far a compressor turns down the loudest moments.',
  family: 'dynamics',
  ways: ['abx', 'name', 'match'],
  unit: 'dB',
  ladder: LADDER_DB,
  unsuited: withoutSwing,
  choiceCount: (way) => (way === 'match' ? 1 : 2),
  ask: (asked) => {
    switch (asked.way) {
      case 'abx':
        return abx(asked);
      case 'name':
        return named(asked);
      case 'match':
        return matched(asked);
    }
  },
};

function abx({ source, rung, answer, draw }: Asked): ChoiceQuestion {
  const db = LADDER_DB[rung];
  const dry = untouched(source);
  const truth = compressedBy(source, db);
  const [a, b] = draw.coin() ? [truth, dry] : [dry, truth];
  return {
    ...abxQuestion({ a, b, answer, needs: dynamicsNeeds(source) }),
    tells: `${a === truth ? 'A' : 'B'} was compressed: its loudest moments were turned down by ${db} dB.`,
    size: db,
    levels: 'matched',
    dry,
    truth,
  };
}

function named({ source, rung, answer }: Asked): ChoiceQuestion {
  const db = LADDER_DB[rung];
  const question = whichOfTwo({
    right: compressedBy(source, LESS_DB + db),
    other: compressedBy(source, LESS_DB),
    answer,
    asks: 'Which is compressed more?',
  });
  return {
    ...question,
    tells: `The ${question.answer} was compressed more: its loudest moments were turned down by ${LESS_DB + db} dB, those of the other by ${LESS_DB} dB.`,
    size: db,
    levels: 'matched',
    needs: dynamicsNeeds(source),
    dry: untouched(source),
  };
}

function matched({ source, rung, draw }: Asked): MatchQuestion {
  const size = LADDER_DB[rung];
  const reductionAt = (thresholdDb: number): number =>
    staticReductionDb(source.levels.detectedDb, thresholdDb, RATIO, READ_AS.kneeDb);
  const target = tenths(thresholdForDb(draw.between(...TARGETS_DB), source.levels));
  const tolerance = size / 3;
  const ends = {
    min: tenths(thresholdForDb(ENDS_DB.heavy, source.levels)),
    max: tenths(thresholdForDb(ENDS_DB.light, source.levels)),
  };
  // In gain reduction, which is what is heard, and not in threshold.
  const distance = (one: number, other: number): number => Math.abs(reductionAt(one) - reductionAt(other));
  const start = matchStart(draw, ends, (end) => distance(end, target) <= 1.5 * tolerance);
  const specAt = ({ threshold }: Readonly<Record<string, number>>): MixSpec =>
    withAsked(source.base, compressorAt(threshold));
  const truth = specAt({ threshold: target });
  return {
    kind: 'match',
    asks: 'Turn the threshold until yours is compressed as much as the target.',
    tells: `The target’s loudest moments were turned down by ${reductionAt(target).toFixed(1)} dB.`,
    size,
    levels: 'matched',
    needs: dynamicsNeeds(source),
    heard: [{ id: 'target', label: 'Target', spec: truth }],
    dry: untouched(source),
    truth,
    specAt,
    targetHidden: false,
    knobs: [
      {
        id: 'threshold',
        parameter: { ...COMPRESSOR_PARAMETERS.thresholdDb, ...ends, default: start },
        start,
        target,
        distance,
        tolerance,
        worthlessDistance: Math.max(6, size),
        says: (setting) => decibelsOff(reductionAt(setting) - reductionAt(target), 'much', 'little'),
      },
    ],
  };
}

function compressedBy(source: Source, db: number): MixSpec {
  return withAsked(source.base, compressorAt(thresholdForDb(db, source.levels)));
}

/** The same device, switched off. */
function untouched(source: Source): MixSpec {
  return withAsked(source.base, { ...compressorAt(COMPRESSOR_PARAMETERS.thresholdDb.max), bypassed: true });
}

function compressorAt(thresholdDb: number): DeviceSpec {
  return device('compressor', ASKED_DEVICE, 'Compressor', { ...READ_AS, thresholdDb, ratio: RATIO });
}

function tenths(db: number): number {
  return Number(db.toFixed(1));
}
