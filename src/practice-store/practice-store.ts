import type { PlaybackCheck } from '../training/playback-check.ts';
import type { PracticeRecord } from '../training/practice-record.ts';
import { newRecords } from './practice-file.ts';
import { isPracticeRecord } from './practice-record-form.ts';
import { openPracticeDatabase, type PracticeDatabase } from './practice-database.ts';

export type KeptFor = 'kept' | 'until this page is left';

/**
 * What a learner's practice leaves behind, in this browser only. Nothing here throws for what a browser does: what it
 * will not keep is kept in memory until the page is left, and `kept` and `trouble` say so.
 */
export class PracticeStore {
  private readonly unkept = new Map<string, PracticeRecord>();
  private check: PlaybackCheck | null = null;
  private lastRead: readonly PracticeRecord[] = [];

  private database: PracticeDatabase | null;
  private why: string | null;

  constructor(database: PracticeDatabase | null, why: string | null) {
    this.database = database;
    this.why = why;
  }

  get kept(): KeptFor {
    return this.why === null ? 'kept' : 'until this page is left';
  }

  /** Why nothing outlasts this page, in a sentence or two; null where all is kept. */
  get trouble(): string | null {
    return this.why;
  }

  /** All sets, the oldest day first. */
  async records(): Promise<readonly PracticeRecord[]> {
    const read = await this.tried((database) => database.getAll('records'));
    if (read) this.lastRead = read;
    const all = new Map([...this.lastRead.map((record) => [record.id, record] as const), ...this.unkept]);
    return [...all.values()].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  }

  /** Keep a set. @throws RangeError where it is no record that a file could hold, for example with an endless interval */
  async add(record: PracticeRecord): Promise<void> {
    if (!isPracticeRecord(record)) throw new RangeError(`no practice record: ${JSON.stringify(record)}`);
    const done = await this.tried((database) => database.put('records', record));
    if (done === null) this.unkept.set(record.id, record);
  }

  /** Keep those that are not kept yet, all or none, and say how many these were. */
  async addNew(records: readonly PracticeRecord[]): Promise<number> {
    const added = newRecords(await this.records(), records);
    const done = await this.tried(async (database) => {
      const writing = database.transaction('records', 'readwrite');
      // Putting is safe beside another tab: the same id is the same set.
      await Promise.all([...added.map((record) => writing.store.put(record)), writing.done]);
      return true;
    });
    if (done === null) for (const record of added) this.unkept.set(record.id, record);
    return added.length;
  }

  /** Forget everything. False where the browser did not let go of what it keeps. */
  async clear(): Promise<boolean> {
    this.unkept.clear();
    this.check = null;
    this.lastRead = [];
    const done = await this.tried(async (database) => {
      const writing = database.transaction(['records', 'single'], 'readwrite');
      await Promise.all([
        writing.objectStore('records').clear(),
        writing.objectStore('single').clear(),
        writing.done,
      ]);
      return true;
    });
    return done === true;
  }

  /** The last playback check. */
  async playback(): Promise<PlaybackCheck | null> {
    return this.check ?? (await this.tried((database) => database.get('single', 'playback'))) ?? null;
  }

  async keepPlayback(check: PlaybackCheck): Promise<void> {
    const done = await this.tried((database) => database.put('single', check, 'playback'));
    this.check = done === null ? check : null;
  }

  /** The database is gone; go on without. */
  lose(why: string): void {
    this.database = null;
    this.why ??= why;
  }

  /** Null where there is no database, or it breaks: from then on memory stands in. */
  private async tried<Result>(how: (database: PracticeDatabase) => Promise<Result>): Promise<Result | null> {
    if (!this.database) return null;
    try {
      return await how(this.database);
    } catch {
      this.lose(REFUSED);
      return null;
    }
  }
}

export const REFUSED =
  'This browser does not let the page keep your results. They last until you leave or close this page; save them as a file to keep them.';
const NEWER =
  'A newer version of this page has kept results here, and they are left as they are. Reload the page to see them. Until then, results last until you leave or close it.';

/** Open what this browser keeps, or memory where it refuses. Never rejects. */
export async function openPracticeStore(): Promise<PracticeStore> {
  let store: PracticeStore | null = null;
  try {
    store = new PracticeStore(
      await openPracticeDatabase((by) => store?.lose(by === 'browser' ? REFUSED : NEWER)),
      null,
    );
    return store;
  } catch (error) {
    const newer = error instanceof DOMException && error.name === 'VersionError';
    return new PracticeStore(null, newer ? NEWER : REFUSED);
  }
}
