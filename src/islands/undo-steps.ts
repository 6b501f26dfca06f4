/** Something that can be undone. */
export interface Step<State> {
  /** What was changed, as it is told: "Limiter". */
  readonly what: string;
  readonly before: State;
  /** Names a knob that was turned; null for anything that changes at once. */
  readonly knob: string | null;
  /** Which press, of a pointer or a key, it came from. */
  readonly press: number;
  readonly atMs: number;
}

export const UNDO_DEPTH = 50;

/** Turns of one knob that follow each other this closely are one step, as with an arrow key held down. */
const PAUSE_MS = 600;

/** The steps after another one: a knob's turns within one press, or close together, count as one. */
export function withStep<State>(past: readonly Step<State>[], step: Step<State>): readonly Step<State>[] {
  const last = past.at(-1);
  if (last && step.knob !== null && last.knob === step.knob)
    if (last.press === step.press || step.atMs - last.atMs < PAUSE_MS)
      return [...past.slice(0, -1), { ...step, before: last.before }];
  return [...past, step].slice(-UNDO_DEPTH);
}
