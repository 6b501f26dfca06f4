import { drawAnswer } from './answer-order.ts';
import type { Exercise, Source, Way } from './exercise.ts';
import { graded, type Graded, type Response } from './grade.ts';
import type { PlaybackCheck } from './playback-check.ts';
import { guessingChanceOf, HEARD_CHANCE } from './guessing.ts';
import { matchingChance } from './matching-chance.ts';
import { unheardReason } from './playback-needs.ts';
import type { AnsweredQuestion, PracticeRecord, Threshold } from './practice-record.ts';
import type { PracticeSet } from './practice-set.ts';
import type { Question } from './question.ts';
import { Draw, seedOf } from './random.ts';
import { pastLadder, startStaircase, stepped, type Staircase } from './staircase.ts';
import { thresholdOf } from './threshold.ts';

export type { Graded, Response } from './grade.ts';

/** What a set is taken with. */
export interface SessionSurroundings {
  readonly exercises: readonly Exercise[];
  readonly sources: readonly Source[];
  /** Earlier ones, the newest last. */
  readonly thresholds: readonly Threshold[];
  /** Null where it was not made: then everything is asked. */
  readonly playback: PlaybackCheck | null;
}

/** A question as it is put. */
export interface Presented {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  readonly exercise: Exercise;
  readonly source: Source;
  readonly way: Way;
  readonly question: Question;
}

/** One exercise on one source, answered one way: it has a staircase and a threshold of its own. */
export interface Track {
  readonly exercise: Exercise;
  readonly source: Source;
  readonly way: Way;
  /** Places of the answers that this playback lets be heard. */
  readonly possible: readonly number[];
}

/** A set on its way: what has been answered, and where each staircase stands. Every step makes a new one. */
export interface Session {
  readonly set: PracticeSet;
  readonly playback: PlaybackCheck | null;
  readonly tracks: readonly Track[];
  /** The track of each question, as a place in `tracks`. */
  readonly order: readonly number[];
  readonly stairs: readonly Staircase[];
  /** Right answers so far, by track. */
  readonly before: readonly (readonly number[])[];
  readonly answers: readonly AnsweredQuestion[];
  readonly withdrawn: PracticeRecord['withdrawn'];
}

/** Draws of each kind have seeds of their own, whatever the others do. */
const ORDER_DRAW = 0;
const ANSWER_DRAW = 100_000;
const QUESTION_DRAW = 200_000;
const PROBE_DRAW = 300_000;
/** Apart from all of the above: the same question, drawn once more. */
const AGAIN_DRAW = 1_000_000;
/** A question that cannot be heard on this playback is drawn again at most so often. */
const MOST_DRAWS = 24;

/** Where a staircase begins for everybody: a quarter of the way down. */
const COMMON_START = 0.25;
/** And how much easier than the learner's own threshold. */
const EASIER_THAN_OWN = 1.5;

/** @throws where an exercise or source of the set is not among the surroundings */
export function startSession(set: PracticeSet, surroundings: SessionSurroundings): Session {
  const { thresholds, playback } = surroundings;
  const pairs = pairsOf(set, surroundings);
  const withdrawn: { exercise: string; source: string; reason: string }[] = [];
  const tracks: Track[] = [];
  for (const { exercise, source, way } of pairs) {
    const withdraw = (reason: string): void => {
      withdrawn.push({ exercise: exercise.id, source: source.id, reason });
    };
    const unsuited = exercise.unsuited(source);
    if (unsuited !== null) {
      withdraw(unsuited);
      continue;
    }
    const { possible, reasons } = audible(exercise, source, way, playback, set.seed);
    for (const reason of reasons) withdraw(reason);
    if (possible.length > 0) tracks.push({ exercise, source, way, possible });
  }
  return {
    set,
    playback,
    tracks,
    order: orderOf(tracks, set),
    stairs: tracks.map((track) => startOf(track, set, thresholds)),
    before: tracks.map(() => []),
    answers: [],
    withdrawn,
  };
}

/** The question that is to be answered; null when there is none left. */
export function present(session: Session): Presented | null {
  const { order, answers, tracks } = session;
  const at = answers.length;
  if (at >= order.length) return null;
  const { exercise, source, way } = tracks[order[at]];
  return { number: at + 1, of: order.length, exercise, source, way, question: drawn(session).question };
}

/** The session after an answer to the present question, and how it was judged. */
export function answered(session: Session, response: Response): { session: Session; graded: Graded } {
  const now = present(session);
  if (!now) throw new Error('the set has no question left');
  const at = session.order[session.answers.length];
  const { question, answer, answerChance, rung } = drawn(session);
  const { exercise, source, way } = now;
  const chance =
    question.kind === 'match' ? matchingChance(exercise, source, rung, question.knobs) : answerChance;
  const judged = graded(question, response);
  const entry: AnsweredQuestion = {
    exercise: exercise.id,
    source: source.id,
    way,
    rung,
    size: question.size,
    chance,
    right: judged.right,
    credit: judged.credit,
    said: judged.said,
    was: judged.was,
  };
  const { difficulty } = session.set;
  return {
    graded: judged,
    session: {
      ...session,
      answers: [...session.answers, entry],
      before: replaced(session.before, at, [...session.before[at], answer]),
      stairs:
        difficulty.kind === 'adaptive'
          ? replaced(session.stairs, at, stepped(session.stairs[at], judged.right))
          : session.stairs,
    },
  };
}

/** What was done so far, to be kept. */
export function recordOf(
  session: Session,
  { id, day, endedEarly }: Pick<PracticeRecord, 'id' | 'day' | 'endedEarly'>,
): PracticeRecord {
  const { set, answers, withdrawn, playback } = session;
  return { id, day, set, answers, thresholds: thresholdsOf(session), withdrawn, endedEarly, playback };
}

/** Questions of one song stand together, because another has to be loaded; inside, everything alternates. */
function orderOf(tracks: readonly Track[], { length, seed }: PracticeSet): number[] {
  if (tracks.length === 0) return [];
  const draw = new Draw(seedOf(seed, ORDER_DRAW));
  // Each gets its share; the first ones of a drawn order one more where it does not come out even.
  const shares = new Map<number, number>();
  const drawnOrder = draw.shuffled(tracks.map((_, at) => at));
  drawnOrder.forEach((at, i) => {
    const share = Math.floor(length / tracks.length) + (i < length % tracks.length ? 1 : 0);
    shares.set(at, share);
  });
  const songs = [...new Set(drawnOrder.map((at) => tracks[at].source.base.song))];
  return songs.flatMap((song) => {
    const ofSong = drawnOrder.filter((at) => tracks[at].source.base.song === song);
    const rounds = Math.max(...ofSong.map((at) => shares.get(at)!));
    return Array.from({ length: rounds }, (_, round) =>
      draw.shuffled(ofSong.filter((at) => shares.get(at)! > round)),
    ).flat();
  });
}

function pairsOf(
  { exercises, sources }: PracticeSet,
  surroundings: SessionSurroundings,
): Pick<Track, 'exercise' | 'source' | 'way'>[] {
  return exercises.flatMap(({ id, way }) => {
    const exercise = surroundings.exercises.find((entry) => entry.id === id);
    if (!exercise?.ways.includes(way)) throw new Error(`no exercise "${id}" that is answered by ${way}`);
    return sources.map((sourceId) => {
      const source = surroundings.sources.find((entry) => entry.id === sourceId);
      if (!source) throw new Error(`no source "${sourceId}"`);
      return { exercise, source, way };
    });
  });
}

/** Which answers can be heard on this playback, and why the others cannot, each reason once. */
function audible(
  exercise: Exercise,
  source: Source,
  way: Way,
  playback: PlaybackCheck | null,
  seed: number,
): { possible: number[]; reasons: Set<string> } {
  const places = Array.from({ length: exercise.choiceCount(way, source) }, (_, place) => place);
  const reasons = new Set<string>();
  if (!playback) return { possible: places, reasons };
  const possible = places.filter((answer) => {
    // What a question needs may hang on its draw: an answer is out when no draw of it can be heard.
    for (let again = 0; again < MOST_DRAWS; again++) {
      const draw = new Draw(seedOf(seed, PROBE_DRAW + answer + again * AGAIN_DRAW));
      const reason = unheardReason(exercise.ask({ source, way, rung: 0, answer, draw }).needs, playback);
      if (reason === null) return true;
      if (again === 0) reasons.add(reason);
    }
    return false;
  });
  return { possible, reasons };
}

function startOf(
  { exercise, source, way }: Track,
  { difficulty }: PracticeSet,
  known: readonly Threshold[],
): Staircase {
  const { ladder } = exercise;
  const last = ladder.length - 1;
  if (difficulty.kind === 'fixed')
    return startStaircase(2, ladder.length, Math.round((difficulty.percent / 100) * last));
  const own = known.findLast(
    (entry) => entry.exercise === exercise.id && entry.source === source.id && entry.way === way,
  );
  const common = Math.round(COMMON_START * last);
  if (difficulty.start === 'same' || !own) return startStaircase(difficulty.rule, ladder.length, common);
  const easier = ladder.findLastIndex((size) => size >= own.size * EASIER_THAN_OWN);
  return startStaircase(difficulty.rule, ladder.length, Math.max(0, easier));
}

/** The present question, with what is kept of it. It follows from the seed and the answers so far. */
function drawn(session: Session): { question: Question; answer: number; answerChance: number; rung: number } {
  const { set, playback, order, answers, tracks, before, stairs } = session;
  const number = answers.length;
  const at = order[number];
  const { exercise, source, way, possible } = tracks[at];
  const { rung } = stairs[at];
  const choice = drawAnswer(before[at], possible, new Draw(seedOf(set.seed, ANSWER_DRAW + number)));
  const ask = (again: number): Question => {
    const draw = new Draw(seedOf(set.seed, QUESTION_DRAW + number + again * AGAIN_DRAW));
    return exercise.ask({ source, way, rung, answer: choice.answer, draw });
  };
  let question = ask(0);
  for (let again = 1; again < MOST_DRAWS && unheardReason(question.needs, playback) !== null; again++)
    question = ask(again);
  return { question, answer: choice.answer, answerChance: choice.chance, rung };
}

/** Where hearing was found to end inside the ladder, by somebody who did not seem to guess. */
function thresholdsOf({ set, tracks, order, answers, stairs }: Session): Threshold[] {
  const { difficulty } = set;
  if (difficulty.kind === 'fixed') return [];
  return tracks.flatMap(({ exercise, source, way }, at): Threshold[] => {
    const asked = answers.filter((_, number) => order[number] === at);
    const right = asked.filter((answer) => answer.right).length;
    const luck = guessingChanceOf(
      right,
      asked.map(({ chance }) => chance),
    );
    if (exercise.ladder.length < 2 || pastLadder(stairs[at]) !== null || luck > HEARD_CHANCE) return [];
    const estimate = thresholdOf(stairs[at].turns, exercise.ladder);
    if (!estimate) return [];
    return [
      {
        exercise: exercise.id,
        source: source.id,
        way,
        rule: difficulty.rule,
        unit: exercise.unit,
        ...estimate,
      },
    ];
  });
}

function replaced<Item>(items: readonly Item[], at: number, item: Item): Item[] {
  return items.map((entry, i) => (i === at ? item : entry));
}
