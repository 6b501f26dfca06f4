import type { MixSpec } from '../dsp/mix-spec.ts';
import type { Question } from './question.ts';
import type { Draw } from './random.ts';

/**
 * How an exercise is answered.
 *
 * - abx: A and B differ, X is one of them: say which.
 * - name: say what was done, where, or which of two it was done to.
 * - match: turn a control until both sound alike.
 */
export type Way = 'abx' | 'name' | 'match';

/** Unit of what an exercise measures. */
export type SizeUnit = 'dB' | '%' | 'ms' | 's' | 'octaves' | '';

/** What questions are asked on. */
export interface Source {
  /** In links and in records: "indie-pop-vocal", "pink-noise", "own". */
  readonly id: string;
  /** “Voice, indie pop” */
  readonly label: string;
  readonly kind: 'mix' | 'part' | 'noise' | 'own';
  /** What plays when nothing is changed. Its `song` names the excerpt. */
  readonly base: MixSpec;
  /** Whether left and right differ. */
  readonly stereo: boolean;
  /** Where it has sound enough to hear a change. */
  readonly fromHz: number;
  readonly toHz: number;
  readonly levels: SourceLevels;
}

/** How loud a source is, so that an exercise can say what a compressor will do to it. */
export interface SourceLevels {
  /** Over the excerpt. */
  readonly integratedLufs: number;
  /** The level that a compressor's detector reads in the loudest twentieth of the time, in dBFS. */
  readonly detectedDb: number;
  readonly truePeakDbtp: number;
}

/** What a question is drawn from. */
export interface Asked {
  readonly source: Source;
  readonly way: Way;
  /** A place on the exercise's ladder: 0 is the easiest. */
  readonly rung: number;
  /** Which choice is right, 0 … choiceCount − 1; drawn by the set, so that answers come out even. Matching ignores it. */
  readonly answer: number;
  /** Everything else that is random. */
  readonly draw: Draw;
}

/** A kind of question, at every difficulty. */
export interface Exercise {
  /** In links and in records: "level-change". */
  readonly id: string;
  readonly title: string;
  /** What it trains, a sentence. */
  readonly trains: string;
  readonly family: 'level and place' | 'tone' | 'dynamics' | 'space and colour' | 'the whole';
  /** The first is the one that is offered. */
  readonly ways: readonly Way[];
  readonly unit: SizeUnit;
  /**
   * Sizes from the easiest to the hardest, falling, in `unit`; for exercises without a size, [0]. A threshold is the
   * geometric mean of the sizes where a staircase turned.
   */
  readonly ladder: readonly number[];
  /** Null where it can be asked on this source; else why not, as the end of a sentence: “needs left and right to differ”. */
  unsuited(source: Source): string | null;
  /** How many answers are offered. For matching: 1. */
  choiceCount(way: Way, source: Source): number;
  ask(asked: Asked): Question;
}
