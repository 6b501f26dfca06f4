/** Two rungs a step until the staircase has turned this often, then one. */
const COARSE_TURNS = 2;
const COARSE_STEP = 2;

const NOT_PRESSED: Staircase['pressed'] = { easier: 0, harder: 0 };

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
  /** Steps that could not be made, because the ladder ends. */
  readonly pressed: { readonly easier: number; readonly harder: number };
  /** Rungs asked, and whether the answer was right. */
  readonly trials: readonly { readonly rung: number; readonly right: boolean }[];
}

export function startStaircase(rule: 2 | 3, rungs: number, rung: number): Staircase {
  const first = Math.max(0, Math.min(rungs - 1, rung));
  return {
    rule,
    rungs,
    rung: first,
    rightInRow: 0,
    direction: 0,
    turns: [],
    pressed: NOT_PRESSED,
    trials: [],
  };
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
  const pressed = rung === stairs.rung ? pressedOnce(stairs.pressed, direction) : stairs.pressed;
  return { ...stairs, trials, rightInRow: 0, direction, turns, rung, pressed };
}

function pressedOnce({ easier, harder }: Staircase['pressed'], direction: -1 | 1): Staircase['pressed'] {
  return direction < 0 ? { easier: easier + 1, harder } : { easier, harder: harder + 1 };
}

/** So many steps that could not be made say that hearing ends at this end of the ladder, or beyond. */
const PRESSES = { easier: 2, harder: 3 } as const;

/**
 * Whether hearing ends at the hardest rung or below, or at the easiest or above; null inside the ladder. There a mean of
 * turns would be a figure that the ladder made, not the ear: somebody who guesses turns at its easy end again and again.
 */
export function pastLadder({ pressed }: Staircase): 'below' | 'above' | null {
  if (pressed.easier >= PRESSES.easier) return 'above';
  return pressed.harder >= PRESSES.harder ? 'below' : null;
}

/** A staircase as it was climbed, from what was asked and answered. @param trials not empty, in their order */
export function climbed(
  rule: 2 | 3,
  rungs: number,
  trials: readonly { readonly rung: number; readonly right: boolean }[],
): Staircase {
  return trials.reduce(
    (stairs, { right }) => stepped(stairs, right),
    startStaircase(rule, rungs, trials[0].rung),
  );
}
