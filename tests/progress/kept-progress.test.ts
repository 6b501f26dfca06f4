import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Kept from '../../src/progress/kept-progress.ts';
import { NO_PROGRESS, withMark } from '../../src/progress/progress.ts';

/** A browser's storage, with a lid. */
class FakeStorage {
  readonly texts = new Map<string, string>();
  full = false;
  getItem(key: string): string | null {
    return this.texts.get(key) ?? null;
  }
  setItem(key: string, text: string): void {
    if (this.full) throw new Error('QuotaExceededError');
    this.texts.set(key, text);
  }
  removeItem(key: string): void {
    this.texts.delete(key);
  }
}

const heard = (progress: typeof NO_PROGRESS, id: string): typeof NO_PROGRESS =>
  withMark(progress, id, 'heard', '2026-11-27');

let storage: FakeStorage;
let kept: typeof Kept;
beforeEach(async () => {
  storage = new FakeStorage();
  vi.stubGlobal('localStorage', storage);
  // Each test is a page of its own: what storage refused is kept in the module's memory.
  vi.resetModules();
  kept = await import('../../src/progress/kept-progress.ts');
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const lessons = (): string[] => [...kept.keptProgress().progress.lessons.keys()];

describe('Kept progress', () => {
  it('outlasts the page', () => {
    expect(kept.changeProgress((progress) => heard(progress, 'eq'))).toBe('kept');
    expect(storage.texts.get(kept.PROGRESS_KEY)).toContain('"eq"');
    expect(lessons()).toEqual(['eq']);
  });

  it('is kept in memory when storage is full, and what was stored before is not taken for newer', () => {
    kept.changeProgress((progress) => heard(progress, 'eq'));
    storage.full = true;
    expect(kept.storageIsOpen()).toBe(false);
    expect(kept.changeProgress((progress) => heard(progress, 'panning'))).toBe('until this page is left');
    expect(kept.changeProgress((progress) => heard(progress, 'limiting'))).toBe('until this page is left');
    expect(lessons()).toEqual(['eq', 'panning', 'limiting']);
    storage.full = false;
    expect(kept.changeProgress((progress) => heard(progress, 'balance'))).toBe('kept');
    expect(storage.texts.get(kept.PROGRESS_KEY)).toContain('"limiting"');
  });

  it('is kept in memory when storage is refused outright', () => {
    vi.stubGlobal('localStorage', undefined);
    expect(kept.changeProgress((progress) => heard(progress, 'eq'))).toBe('until this page is left');
    expect(lessons()).toEqual(['eq']);
    expect(kept.forgetProgress()).toBe(false);
    expect(lessons()).toEqual([]);
  });

  it('that cannot be read is told and never written over', () => {
    const future = '{"format":"bypass-progress","version":2}';
    storage.texts.set(kept.PROGRESS_KEY, future);
    expect(kept.keptProgress().unreadable?.text).toBe(future);
    expect(kept.changeProgress((progress) => heard(progress, 'eq'))).toBe('unreadable');
    expect(storage.texts.get(kept.PROGRESS_KEY)).toBe(future);
  });

  it('is forgotten when the learner says so', () => {
    kept.changeProgress((progress) => heard(progress, 'eq'));
    expect(kept.forgetProgress()).toBe(true);
    expect(storage.texts.size).toBe(0);
    expect(kept.keptProgress()).toEqual({ progress: NO_PROGRESS, unreadable: null });
  });

  it('asks the storage without leaving anything there', () => {
    expect(kept.storageIsOpen()).toBe(true);
    expect(storage.texts.size).toBe(0);
  });
});

it('Today is the learner’s day', () => {
  expect(kept.today(new Date(2026, 0, 2, 23, 59))).toBe('2026-01-02');
});
