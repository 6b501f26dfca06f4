let stopCurrent: (() => void) | null = null;

/** One demo plays at a time on a page: starting one stops the other. */
export function takeTheFloor(stop: () => void): void {
  if (stopCurrent !== stop) stopCurrent?.();
  stopCurrent = stop;
}
