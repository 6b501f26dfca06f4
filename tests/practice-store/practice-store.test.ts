import { describe, expect, it } from 'vitest';
import { openPracticeStore } from '../../src/practice-store/practice-store.ts';
import { someRecords } from './some-records.ts';

// Node has no IndexedDB: here the store does what it does in a browser that refuses it.
describe('Where the browser keeps nothing', () => {
  it('results last until the page is left, and the store says so', async () => {
    const store = await openPracticeStore();
    expect(store.kept).toBe('until this page is left');
    expect(store.trouble).toContain('save them as a file');
  });

  it('sets that were taken are all there, the oldest day first, and a set that is added again is not doubled', async () => {
    const store = await openPracticeStore();
    const records = someRecords(5, 3);
    for (const record of records) await store.add(record);
    await store.add(records[2]);
    const days = (await store.records()).map(({ day }) => day);
    expect(days).toEqual(records.map(({ day }) => day).sort());
  });

  it('a file of 5 sets, 2 of them known, adds 3', async () => {
    const store = await openPracticeStore();
    const records = someRecords(5, 4);
    for (const record of records.slice(0, 2)) await store.add(record);
    expect(await store.addNew(records)).toBe(3);
    expect(await store.records()).toHaveLength(5);
  });

  it('the playback check comes back, and deleting takes all of it', async () => {
    const store = await openPracticeStore();
    const [record] = someRecords(1, 5);
    const check = {
      day: '2026-11-27',
      sides: 'mono',
      listeningOn: 'speakers',
      lowestHz: 80,
      highestHz: 12_000,
    } as const;
    await store.add(record);
    await store.keepPlayback(check);
    expect(await store.playback()).toEqual(check);
    await store.clear();
    expect(await store.playback()).toBeNull();
    expect(await store.records()).toEqual([]);
  });

  it('what no file could hold is not taken: an interval without an end', async () => {
    const store = await openPracticeStore();
    const record = someRecords(20, 6).find(({ thresholds }) => thresholds.length > 0)!;
    const endless = { ...record, thresholds: [{ ...record.thresholds[0], high: Infinity }] };
    await expect(store.add(endless)).rejects.toThrow(RangeError);
    expect(await store.records()).toEqual([]);
  });
});
