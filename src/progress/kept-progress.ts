import { forget, recall, remember } from '../storage.ts';
import { NO_PROGRESS, type Progress } from './progress.ts';
import { readProgress, writeProgress } from './progress-file.ts';

/** The home page asks for the same key, before it fetches anything. */
export const PROGRESS_KEY = 'bypass.progress';

/** The progress that this browser keeps; or what it keeps and this page cannot read, and why. */
export interface KeptProgress {
  readonly progress: Progress;
  readonly unreadable: { readonly text: string; readonly reason: string } | null;
}

/** What became of a change. */
export type Kept = 'kept' | 'until this page is left' | 'unreadable';

export function keptProgress(): KeptProgress {
  const text = recall(PROGRESS_KEY);
  if (text === null) return { progress: NO_PROGRESS, unreadable: null };
  const read = readProgress(text);
  if (read.ok) return { progress: read.progress, unreadable: null };
  return { progress: NO_PROGRESS, unreadable: { text, reason: read.reason } };
}

/** Change what is kept. What cannot be read is never written over: a newer page may have written it. */
export function changeProgress(change: (progress: Progress) => Progress): Kept {
  const { progress, unreadable } = keptProgress();
  return unreadable ? 'unreadable' : keepProgress(change(progress));
}

/** Put a progress in the place of whatever is kept. */
export function keepProgress(progress: Progress): Kept {
  return remember(PROGRESS_KEY, writeProgress(progress)) ? 'kept' : 'until this page is left';
}

/** Forget everything. False when the browser did not let go of it. */
export function forgetProgress(): boolean {
  return forget(PROGRESS_KEY);
}

/** Whether this browser lets a page remember anything. */
export function storageIsOpen(): boolean {
  const probe = `${PROGRESS_KEY}.probe`;
  const open = remember(probe, 'open');
  forget(probe);
  return open;
}

/** Today, where the learner is. */
export function today(now = new Date()): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
