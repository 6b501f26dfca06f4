import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { PlaybackCheck } from '../training/playback-check.ts';
import type { PracticeRecord } from '../training/practice-record.ts';

/** Where results are: in the browser, or only until the page is left, because the browser keeps nothing. */
export type KeptWhere =
  'browser' | 'until this page is left' | 'until this page is left: a newer page wrote there';

/** The learner's results on this device. Nothing here throws: what the browser refuses is held in memory instead. */
export interface PracticeStore {
  readonly where: KeptWhere;
  /** Oldest first. */
  records(): Promise<readonly PracticeRecord[]>;
  /** Keep a record; one of the same id is replaced. */
  add(record: PracticeRecord): Promise<void>;
  /** Add what is not there yet; what is there stays. Returns how many were added. */
  merge(records: readonly PracticeRecord[]): Promise<number>;
  clear(): Promise<void>;
  playback(): Promise<PlaybackCheck | null>;
  keepPlayback(check: PlaybackCheck): Promise<void>;
}

const NAME = 'bypass-practice';
const VERSION = 1;
const PLAYBACK = 'playback';

interface Schema extends DBSchema {
  records: { key: string; value: PracticeRecord };
  kept: { key: string; value: PlaybackCheck };
}

/** Open the results of this browser, or an empty store in memory where it refuses. */
export async function openPracticeStore(): Promise<PracticeStore> {
  try {
    const database = await openDB<Schema>(NAME, VERSION, {
      upgrade(opened) {
        opened.createObjectStore('records', { keyPath: 'id' });
        opened.createObjectStore('kept');
      },
      // Another tab wants a newer version: let it, rather than keep it waiting.
      blocking: (_, __, event) => (event.target as IDBDatabase).close(),
    });
    return new BrowserStore(database);
  } catch (error) {
    const newer = error instanceof DOMException && error.name === 'VersionError';
    return new MemoryStore(
      newer ? 'until this page is left: a newer page wrote there' : 'until this page is left',
    );
  }
}

/** Results while the page is open. */
export class MemoryStore implements PracticeStore {
  readonly where: KeptWhere;
  private readonly byId = new Map<string, PracticeRecord>();
  private check: PlaybackCheck | null = null;

  constructor(where: KeptWhere = 'until this page is left') {
    this.where = where;
  }

  records(): Promise<readonly PracticeRecord[]> {
    return Promise.resolve(inOrder([...this.byId.values()]));
  }

  add(record: PracticeRecord): Promise<void> {
    this.byId.set(record.id, record);
    return Promise.resolve();
  }

  merge(records: readonly PracticeRecord[]): Promise<number> {
    const added = records.filter(({ id }) => !this.byId.has(id));
    for (const record of added) this.byId.set(record.id, record);
    return Promise.resolve(added.length);
  }

  clear(): Promise<void> {
    this.byId.clear();
    this.check = null;
    return Promise.resolve();
  }

  playback(): Promise<PlaybackCheck | null> {
    return Promise.resolve(this.check);
  }

  keepPlayback(check: PlaybackCheck): Promise<void> {
    this.check = check;
    return Promise.resolve();
  }
}

/** Results in IndexedDB; from its first failure on, in memory as well, with all that could still be read. */
class BrowserStore implements PracticeStore {
  where: KeptWhere = 'browser';
  private readonly database: IDBPDatabase<Schema>;
  /** Holds what the database did not take. */
  private readonly memory = new MemoryStore();

  constructor(database: IDBPDatabase<Schema>) {
    this.database = database;
  }

  async records(): Promise<readonly PracticeRecord[]> {
    const held = await this.memory.records();
    const kept = await this.tried(() => this.database.getAll('records'), []);
    const newer = new Set(held.map(({ id }) => id));
    return inOrder([...kept.filter(({ id }) => !newer.has(id)), ...held]);
  }

  async add(record: PracticeRecord): Promise<void> {
    const kept = await this.tried(() => this.database.put('records', record).then(() => true), false);
    if (!kept) await this.memory.add(record);
  }

  async merge(records: readonly PracticeRecord[]): Promise<number> {
    const known = new Set((await this.records()).map(({ id }) => id));
    const added = records.filter(({ id }) => !known.has(id));
    const kept = await this.tried(async () => {
      // All of them or none.
      const change = this.database.transaction('records', 'readwrite');
      await Promise.all([...added.map((record) => change.store.put(record)), change.done]);
      return true;
    }, false);
    if (!kept) await this.memory.merge(added);
    return added.length;
  }

  async clear(): Promise<void> {
    await this.memory.clear();
    await this.tried(async () => {
      const change = this.database.transaction(['records', 'kept'], 'readwrite');
      await Promise.all([
        change.objectStore('records').clear(),
        change.objectStore('kept').clear(),
        change.done,
      ]);
    }, undefined);
  }

  async playback(): Promise<PlaybackCheck | null> {
    const held = await this.memory.playback();
    return held ?? (await this.tried(() => this.database.get('kept', PLAYBACK), undefined)) ?? null;
  }

  async keepPlayback(check: PlaybackCheck): Promise<void> {
    const kept = await this.tried(() => this.database.put('kept', check, PLAYBACK).then(() => true), false);
    if (!kept) await this.memory.keepPlayback(check);
  }

  private async tried<Result>(use: () => Promise<Result>, otherwise: Result): Promise<Result> {
    try {
      return await use();
    } catch {
      // Full, cleared under way, or closed for a newer page.
      this.where = 'until this page is left';
      return otherwise;
    }
  }
}

/** Ids begin with the time at which a set was begun. */
function inOrder(records: readonly PracticeRecord[]): PracticeRecord[] {
  return [...records].sort((one, other) => (one.id < other.id ? -1 : 1));
}
