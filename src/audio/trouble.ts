/** Something went wrong that the listener should be told in words: what happened, and what to do. */
export class Trouble extends Error {
  readonly whatToDo: string;

  constructor(whatHappened: string, whatToDo: string, cause?: unknown) {
    super(whatHappened, { cause });
    this.name = 'Trouble';
    this.whatToDo = whatToDo;
  }
}

/** Any error as a Trouble, so that nothing unexpected goes unsaid. */
export function asTrouble(error: unknown): Trouble {
  if (error instanceof Trouble) return error;
  const detail = error instanceof Error && error.message ? ` (${error.message})` : '';
  return new Trouble(
    `The sound could not start${detail}.`,
    'Press Play to try again. If it happens again, reload the page.',
    error,
  );
}
