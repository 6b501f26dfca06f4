import { Context, setContext } from 'tone';
import { playDespiteMuteSwitch } from './mute-switch.ts';
import { chosenPower } from './power.ts';
import { SAMPLE_RATE } from './sample-rate.ts';
import { Trouble } from './trouble.ts';
import mixWorkletUrl from './mix.worklet.ts?worker&url';

let opened: Promise<Context> | null = null;

/** The page's one audio context, with the mix worklet loaded. */
export function openContext(): Promise<Context> {
  opened ??= createContext().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** Give up a context whose clock stands still; the next `openContext` makes another. */
export async function discardContext(): Promise<void> {
  const discarded = opened;
  opened = null;
  const context = await discarded?.catch(() => null);
  context?.dispose();
}

async function createContext(): Promise<Context> {
  if (typeof AudioContext === 'undefined' || typeof AudioWorkletNode === 'undefined')
    throw new Trouble(
      'This browser has no AudioWorklet, which the sound of this course runs in.',
      'Open the page over https in a current Chrome, Edge, Firefox or Safari. The text and the numbers work here too.',
    );
  const latencyHint = chosenPower() === 'light' ? 'playback' : 'interactive';
  const context = new Context({ sampleRate: SAMPLE_RATE, latencyHint });
  setContext(context, true);
  try {
    await context.addAudioWorkletModule(mixWorkletUrl);
  } catch (error) {
    throw new Trouble(
      'The audio engine did not load.',
      'Check the connection and press Play again. A content blocker can also cause this: allow scripts of this site.',
      error,
    );
  }
  return context;
}

/** How long a browser may take to start the sound device before we say that it is waiting for a press. */
const UNLOCK_TIMEOUT_MS = 1500;

/** Start the context; browsers allow it only in answer to a press. */
export async function unlock(context: Context): Promise<void> {
  playDespiteMuteSwitch();
  if (!isRunning(context)) {
    const timeout = new Promise((resolve) => setTimeout(resolve, UNLOCK_TIMEOUT_MS));
    await Promise.race([context.resume().catch(() => undefined), timeout]);
  }
  if (!isRunning(context))
    throw new Trouble(
      'The browser has not let the sound start yet.',
      'Press Play once more. If it stays silent, allow sound for this site in the browser’s settings.',
    );
}

/** "interrupted" (a phone call, a locked screen) is not "suspended": only "running" plays. */
export function isRunning(context: Context): boolean {
  return (context.state as string) === 'running';
}

const GESTURES = ['pointerdown', 'keydown', 'visibilitychange'] as const;

/**
 * Follow a context that the system stops (a call, a locked screen) and take every chance to start it again: the next
 * press, the next key, the page coming back.
 *
 * @returns a function that ends the watch
 */
export function watchContext(context: Context, onRunning: (running: boolean) => void): () => void {
  const retry = (): void => {
    if (!isRunning(context)) void context.resume().catch(() => undefined);
  };
  const change = (): void => onRunning(isRunning(context));
  context.on('statechange', change);
  for (const gesture of GESTURES) document.addEventListener(gesture, retry);
  return () => {
    context.off('statechange', change);
    for (const gesture of GESTURES) document.removeEventListener(gesture, retry);
  };
}
