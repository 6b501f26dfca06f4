import type { MixSpec } from '../dsp/mix-spec.ts';
import { Offline } from './offline.ts';
import { keepMeasuredTimesRealTime, measuredTimesRealTime, powerChoice } from './power.ts';

/** Longer than the second that the benchmark takes; a machine that needs more is told apart all the same. */
const PATIENCE_MS = 4000;

/** Once on each machine, where the listener has not chosen: measure how fast it renders this mix, and remember it. */
export async function learnPower(spec: MixSpec): Promise<void> {
  if (powerChoice() !== 'auto' || measuredTimesRealTime() !== null) return;
  const offline = new Offline();
  const patience = new Promise<number>((resolve) => setTimeout(() => resolve(1), PATIENCE_MS));
  try {
    keepMeasuredTimesRealTime(await Promise.race([offline.timesRealTime(spec), patience]));
  } catch {
    // A worker that does not start says nothing about the machine: full power, and asked again next time.
  } finally {
    offline.dispose();
  }
}
