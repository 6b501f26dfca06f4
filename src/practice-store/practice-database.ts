import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { PlaybackCheck } from '../training/playback-check.ts';
import type { PracticeRecord } from '../training/practice-record.ts';

export const PRACTICE_DATABASE = 'bypass-practice';
/** Raised with every change of the stores, with a step for it in `upgrade`. */
export const DATABASE_VERSION = 1;
/** Some browsers neither open a database nor say why not. */
const OPENING_MS = 4000;

/** Each set is a row of its own, so that two tabs cannot write over each other. */
export interface PracticeSchema extends DBSchema {
  records: { key: string; value: PracticeRecord };
  single: { key: 'playback'; value: PlaybackCheck };
}

export type PracticeDatabase = IDBPDatabase<PracticeSchema>;

/**
 * Open what this browser keeps; an older version is brought up to ours.
 *
 * @param onClosed nothing more can be kept: a newer page needs the database, or the browser closed it
 * @throws DOMException "VersionError" where a newer page has made it, which is left alone; Error where the browser
 *   refuses, does not answer, or another tab holds an older version open
 */
export async function openPracticeDatabase(
  onClosed: (by: 'newer page' | 'browser') => void,
): Promise<PracticeDatabase> {
  let late = false;
  let giveUp: (reason: Error) => void = () => undefined;
  const givenUp = new Promise<never>((_, reject) => (giveUp = reject));
  const timer = setTimeout(() => giveUp(new Error('the database does not answer')), OPENING_MS);
  const opening = openDB<PracticeSchema>(PRACTICE_DATABASE, DATABASE_VERSION, {
    upgrade(database, oldVersion) {
      if (oldVersion < 1) {
        database.createObjectStore('records', { keyPath: 'id' });
        database.createObjectStore('single');
      }
    },
    blocked: () => giveUp(new Error('another tab holds an older version open')),
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onClosed('newer page');
    },
    terminated: () => onClosed('browser'),
  });
  // One that opens after all must not stand in the way of other tabs.
  opening.then(
    (database) => late && database.close(),
    () => undefined,
  );
  try {
    return await Promise.race([opening, givenUp]);
  } catch (error) {
    late = true;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
