import type { MixSpec } from '../dsp/mix-spec.ts';
import type { Parameter } from '../dsp/parameter.ts';
import type { Asked, Exercise, Source } from '../training/exercise.ts';
import type { ChoiceQuestion, LevelRule, MatchQuestion, PlaybackNeeds } from '../training/question.ts';
import { abxQuestion } from './abx-question.ts';
import { matchStart } from './match-start.ts';
import { whichOfTwo } from './two-sounds.ts';

/** A control to match with. */
export interface MatchedSetting {
  readonly parameter: Parameter;
  /** Where the target may lie. */
  targetOf(asked: Asked): number;
  /** How far two settings are apart, in the unit of the ladder. */
  distance(one: number, other: number): number;
  /** What counts as matched, as a share of the rung's size. */
  readonly toleranceShare: number;
  /** “4 dB too much”, “right” */
  says(setting: number, target: number): string;
}

/** An exercise about one amount of one thing: two amounts are compared, or one is matched. */
export interface ComparedExercise extends Pick<
  Exercise,
  'id' | 'title' | 'trains' | 'family' | 'unit' | 'ladder' | 'unsuited'
> {
  readonly levels: LevelRule;
  /** Null where it cannot be matched with a control. */
  readonly matched: MatchedSetting | null;
  needsOf(source: Source): PlaybackNeeds;
  /** “Which of the two is compressed more?”: the one with more is right. */
  readonly asksWhich: string;
  /** What the target of a match is asked for with. */
  readonly asksMatch: string;
  /** The two amounts at a rung, the smaller one first. */
  amountsOf(asked: Asked): readonly [less: number, more: number];
  /** Everything at this amount. All specs of one source hold the same devices. */
  at(source: Source, amount: number): MixSpec;
  /** The source without any of it. */
  dryOf(source: Source): MixSpec;
  /** An amount said behind the name of a sound: “6 dB of gain reduction”. */
  amountText(amount: number): string;
}

/** The exercise with its ways of answering: which of two, ABX, and matching. */
export function comparedExercise(kind: ComparedExercise): Exercise {
  return {
    id: kind.id,
    title: kind.title,
    trains: kind.trains,
    family: kind.family,
    unit: kind.unit,
    ladder: kind.ladder,
    ways: kind.matched ? ['name', 'abx', 'match'] : ['name', 'abx'],
    unsuited: (source) => kind.unsuited(source),
    choiceCount: (way) => (way === 'match' ? 1 : 2),
    ask: (asked) => {
      if (asked.way === 'match' && kind.matched) return match(kind, kind.matched, asked);
      return asked.way === 'abx' ? abx(kind, asked) : which(kind, asked);
    },
  };
}

function which(kind: ComparedExercise, asked: Asked): ChoiceQuestion {
  const { source, rung, answer } = asked;
  const [less, more] = kind.amountsOf(asked);
  const [first, second] = answer === 0 ? [more, less] : [less, more];
  return {
    ...whichOfTwo({
      right: kind.at(source, more),
      other: kind.at(source, less),
      answer,
      asks: kind.asksWhich,
    }),
    tells: `First: ${kind.amountText(first)}. Second: ${kind.amountText(second)}.`,
    size: kind.ladder[rung],
    levels: kind.levels,
    needs: kind.needsOf(source),
    dry: kind.dryOf(source),
  };
}

function abx(kind: ComparedExercise, asked: Asked): ChoiceQuestion {
  const { source, rung, answer, draw } = asked;
  const [less, more] = kind.amountsOf(asked);
  const [a, b] = draw.coin() ? [less, more] : [more, less];
  return {
    ...abxQuestion({ a: kind.at(source, a), b: kind.at(source, b), answer, needs: kind.needsOf(source) }),
    tells: `A: ${kind.amountText(a)}. B: ${kind.amountText(b)}.`,
    size: kind.ladder[rung],
    levels: kind.levels,
    dry: kind.dryOf(source),
    truth: kind.at(source, more),
  };
}

function match(kind: ComparedExercise, setting: MatchedSetting, asked: Asked): MatchQuestion {
  const { source, rung, draw } = asked;
  const { parameter, toleranceShare } = setting;
  const size = kind.ladder[rung];
  const tolerance = toleranceShare * size;
  const target = setting.targetOf(asked);
  const specAt = ({ amount }: Readonly<Record<string, number>>): MixSpec => kind.at(source, amount);
  const start = matchStart(draw, parameter, (end) => setting.distance(end, target) <= 1.5 * tolerance);
  return {
    kind: 'match',
    asks: kind.asksMatch,
    tells: `The target: ${kind.amountText(target)}.`,
    size,
    levels: kind.levels,
    needs: kind.needsOf(source),
    heard: [{ id: 'target', label: 'Target', spec: specAt({ amount: target }) }],
    dry: kind.dryOf(source),
    truth: specAt({ amount: target }),
    specAt,
    targetHidden: false,
    knobs: [
      {
        id: 'amount',
        parameter,
        start,
        target,
        distance: (one, other) => setting.distance(one, other),
        tolerance,
        // A control that was not turned earns nothing.
        worthlessDistance: Math.min(
          setting.distance(start, target),
          Math.max(4 * tolerance, setting.distance(parameter.min, parameter.max) / 3),
        ),
        says: (value) => setting.says(value, target),
      },
    ],
  };
}
