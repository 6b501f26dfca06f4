/** Two rungs a step until the staircase has turned this often, then one. */
const COARSE_TURNS = 2;
const COARSE_STEP = 2;

/**
 * An adaptive staircase on a ladder of sizes (Levitt 1971): harder after `rule` right answers in a row, easier after one
 * that is not. It settles where that many right in a row come in half of all tries: 2 at 70.7 % right, 3 at 79.4 %.
 */
export interface Staircase {
  readonly rule: 2 | 3;
  /** Number of rungs; 0 is the easiest. */
  readonly rungs: number;
  readonly rung: number;
  readonly rightInRow: number;
  /** Which way the last step went: 1 harder, −1 easier; 0 before the first. */
  readonly direction: -1 | 0 | 1;
  /** The rungs where it turned. */
  readonly turns: readonly number[];
  /** Rungs asked, and whether the answer was right. */
  readonly trials: readonly { readonly rung: number; readonly right: boolean }[];
}

export function startStaircase(rule: 2 | 3, rungs: number, rung: number): Staircase {
  const first = Math.max(0, Math.min(rungs - 1, rung));
  return { rule, rungs, rung: first, rightInRow: 0, direction: 0, turns: [], trials: [] };
}

/** The staircase after one more answer. */
export function stepped(stairs: Staircase, right: boolean): Staircase {
  const trials = [...stairs.trials, { rung: stairs.rung, right }];
  const rightInRow = right ? stairs.rightInRow + 1 : 0;
  if (right && rightInRow < stairs.rule) return { ...stairs, trials, rightInRow };
  const direction = right ? 1 : -1;
  const turned = stairs.direction !== 0 && stairs.direction !== direction;
  const turns = turned ? [...stairs.turns, stairs.rung] : stairs.turns;
  const step = turns.length < COARSE_TURNS ? COARSE_STEP : 1;
  const rung = Math.max(0, Math.min(stairs.rungs - 1, stairs.rung + direction * step));
  return { ...stairs, trials, rightInRow: 0, direction, turns, rung };
}

/** The last answers that tell whether hearing ends beyond the ladder. */
const END_TRIALS = 6;

/** Whether all is heard even on the hardest rung, or little even on the easiest; null while neither shows. */
export function beyondLadder({
  trials,
  rungs,
}: Pick<Staircase, 'trials' | 'rungs'>): 'below' | 'above' | null {
  const last = trials.slice(-END_TRIALS);
  if (last.length < END_TRIALS) return null;
  const right = last.filter((trial) => trial.right).length;
  if (last.every(({ rung }) => rung === rungs - 1) && right >= END_TRIALS - 1) return 'below';
  if (last.every(({ rung }) => rung <= 1) && right <= END_TRIALS / 2 && last.some(({ rung }) => rung === 0))
    return 'above';
  return null;
}
