import type { Exercise, Source } from './exercise.ts';
import { isMatched } from './grade.ts';
import type { MatchKnob } from './question.ts';
import { Draw, seedOf } from './random.ts';

/** Questions that are drawn to learn where targets lie. */
const SAMPLES = 160;
/** They are the same for everybody. */
const SAMPLE_SEED = 0x5a317;
/** Where knobs begin at no more places than these, where they begin may tell something of the target. */
const FEW_STARTS = 8;

/**
 * How often the best guesser would match, 0 … 1: somebody who hears nothing, but has learnt where targets lie, and what
 * the place tells at which a knob begins. Such a guesser turns to the place, or by the step, that matches most of the
 * questions that might have been drawn; the middle of a range of ±5 dB is always within 6 dB.
 *
 * Taken from a sample, whose best place looks a little better than it is: it errs against “you hear it”.
 */
export function matchingChance(
  exercise: Exercise,
  source: Source,
  rung: number,
  knobs: readonly MatchKnob[],
): number {
  const drawn = Array.from({ length: SAMPLES }, (_, n) =>
    exercise.ask({ source, way: 'match', rung, answer: 0, draw: new Draw(seedOf(SAMPLE_SEED, n)) }),
  ).flatMap((question) => (question.kind === 'match' ? [question.knobs] : []));
  const starts = new Set(drawn.map(startsOf));
  const alike =
    starts.size <= FEW_STARTS ? drawn.filter((other) => startsOf(other) === startsOf(knobs)) : drawn;
  return Math.max(
    bestShare(alike, (tried, at) => tried[at].target),
    bestShare(drawn, (tried, at, knob) => carried(tried[at], knob)),
  );
}

/** The share of questions that the best of all targets in them would match. */
function bestShare(
  drawn: readonly (readonly MatchKnob[])[],
  settingOf: (tried: readonly MatchKnob[], at: number, knob: MatchKnob) => number,
): number {
  const matches = (tried: readonly MatchKnob[]): number =>
    drawn.filter((knobs) =>
      knobs.every((knob, at) => isMatched(knob, knob.distance(settingOf(tried, at, knob), knob.target))),
    ).length;
  return drawn.length === 0 ? 0 : Math.max(...drawn.map(matches)) / drawn.length;
}

/** As far from its start as another knob's target is from its own. */
function carried({ start, target }: MatchKnob, knob: MatchKnob): number {
  return knob.parameter.taper === 'log' ? knob.start * (target / start) : knob.start + target - start;
}

function startsOf(knobs: readonly MatchKnob[]): string {
  return knobs.map(({ start }) => start).join(' ');
}
