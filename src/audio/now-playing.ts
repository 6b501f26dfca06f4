let stopCurrent: (() => void) | null = null;

/** One demo plays at a time on a page: starting one stops the other. */
export function takeTheFloor(stop: () => void): void {
  if (stopCurrent !== stop) stopCurrent?.();
  stopCurrent = stop;
}

/** Stop whatever plays on this page. */
export function silenceThePage(): void {
  stopCurrent?.();
  stopCurrent = null;
}
