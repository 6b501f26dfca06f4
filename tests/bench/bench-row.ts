import { median, ratiosOf, spread, type Pairs } from './pairs.ts';

/** One line of the bench's table. */
export interface BenchRow {
  readonly what: string;
  readonly ours: string;
  /** What it is compared with, in the same run. */
  readonly peer: string;
  readonly theirs: string;
  /** Ours over theirs: the median of the pairs, and the smallest and largest. */
  readonly ratio: string;
  readonly reach: string;
  readonly reached: boolean;
}

/** A row whose two sides took turns. */
export function pairedRow(row: {
  what: string;
  pairs: Pairs;
  show: (value: number) => string;
  peer: string;
  /** The ratio to stay at or below. */
  reach: number;
}): BenchRow {
  const ratios = ratiosOf(row.pairs);
  return {
    what: row.what,
    ours: row.show(median(row.pairs.ours)),
    peer: row.peer,
    theirs: row.show(median(row.pairs.peer)),
    ratio: `${median(ratios).toFixed(2)} (${spread(ratios)})`,
    reach: `≤ ${row.reach}`,
    reached: median(ratios) <= row.reach,
  };
}

/** A row that stands alone, or whose peer is only shown beside it. */
export function figureRow(row: {
  what: string;
  ours: string;
  reach: string;
  reached: boolean;
  peer?: string;
  theirs?: string;
}): BenchRow {
  return { peer: '', theirs: '', ratio: '', ...row };
}

export const seconds = (value: number): string => `${value.toFixed(2)} s`;
export const milliseconds = (value: number): string => `${Math.round(value)} ms`;
export const decibels = (value: number, decimals = 2): string => `${value.toFixed(decimals)} dB`;

/** The rows as one table, then how far to trust it. */
export function printRows(rows: readonly BenchRow[]): void {
  console.table(
    rows.map(({ what, ours, peer, theirs, ratio, reach, reached }) => ({
      what,
      ours,
      peer,
      theirs,
      ratio,
      reach,
      reached: reached ? 'yes' : 'NO',
    })),
  );
  console.log(
    'Ratios: the two sides take turns (A B A B …); shown is the median of the ratios of neighbours, with the smallest\n' +
      'and largest. A busy machine slows both alike, so trust ratios and not seconds; where the spread crosses the\n' +
      'reach, run it again on a quiet machine. Levels, peaks and heap sizes do not depend on the machine.',
  );
}
