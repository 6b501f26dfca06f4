import { describe, expect, it } from 'vitest';
import {
  newRecords,
  PRACTICE_FILE_LENGTH,
  readPractice,
  writePractice,
} from '../../src/practice-store/practice-file.ts';
import { Draw } from '../../src/training/random.ts';
import { someRecords } from './some-records.ts';

/** A file of version 1, as people have saved it. Never edited: what it holds is read for ever. */
const GOLDEN =
  '{"format":"bypass-practice","version":1,"records":[{"id":"1795819080000-7","day":"2026-11-27","set":{"exercises":[{"id":"level-change","way":"abx"}],"sources":["pink-noise"],"length":2,"difficulty":{"kind":"adaptive","rule":2,"start":"own"},"seed":7},"answers":[{"exercise":"level-change","source":"pink-noise","way":"abx","rung":3,"size":2,"chance":0.5,"right":true,"credit":1,"said":"X is A","was":"X is A"}],"thresholds":[{"exercise":"level-change","source":"pink-noise","way":"abx","rule":2,"unit":"dB","size":1.1,"low":0.8,"high":1.5,"reversals":6}],"withdrawn":[{"exercise":"pan","source":"pink-noise","reason":"needs left and right to differ"}],"endedEarly":true,"playback":{"day":"2026-11-26","sides":"stereo","listeningOn":"headphones","lowestHz":40,"highestHz":14000}}]}';

describe('Practice results as a file', () => {
  it('are read as they were written, whatever 60 draws of sets hold', () => {
    for (let seed = 0; seed < 60; seed++) {
      const records = someRecords(seed % 7, seed);
      expect(readPractice(writePractice(records))).toEqual({ ok: true, records });
    }
  });

  it('of version 1 are read for ever', () => {
    const read = readPractice(GOLDEN);
    expect(read.ok && JSON.parse(writePractice(read.records))).toEqual(JSON.parse(GOLDEN));
  });

  it('add only what is new: a set that is kept stays as it is', () => {
    const [one, two, three] = someRecords(3, 1);
    expect(newRecords([one, two], [{ ...two, day: '2026-01-01' }, three])).toEqual([three]);
  });
});

describe('A file of results that is not wholly understood is refused whole', () => {
  /** The golden file with something of its record changed. */
  const withRecord = (fields: object): string => {
    const file = JSON.parse(GOLDEN) as { records: object[] };
    return JSON.stringify({ ...file, records: [{ ...file.records[0], ...fields }] });
  };
  const withFile = (fields: object): string =>
    JSON.stringify({ ...(JSON.parse(GOLDEN) as object), ...fields });
  const twice = (JSON.parse(GOLDEN) as { records: object[] }).records;

  it.each([
    ['', 'it is no JSON, or a part of it is missing'],
    [GOLDEN.slice(0, -3), 'it is no JSON, or a part of it is missing'],
    ['null', 'it does not hold practice results of this course'],
    ['{"format":"bypass-progress","version":1}', 'it does not hold practice results of this course'],
    [withFile({ version: '1' }), 'it does not say of which version it is'],
    [
      withFile({ version: 2 }),
      'it is of version 2, which is newer than this page; reload the page and try again',
    ],
    [withFile({ stars: 5 }), 'it holds “stars”, which no file of results has'],
    [withFile({ records: {} }), 'its list of sets is missing'],
    [withFile({ records: [...twice, ...twice] }), 'it holds the same set twice'],
    [withRecord({ day: '2026-02-30' }), 'set 1 of 1 in it is not understood'],
    [withRecord({ id: '' }), 'set 1 of 1 in it is not understood'],
    [withRecord({ playback: undefined }), 'set 1 of 1 in it is not understood'],
    [withRecord({ thresholds: [{ size: 1 }] }), 'set 1 of 1 in it is not understood'],
    [withRecord({ praise: 'well done' }), 'set 1 of 1 in it is not understood'],
    [' '.repeat(PRACTICE_FILE_LENGTH + 1), 'it is far too long to hold results of this course'],
  ])('%.60s', (text, reason) => {
    expect(readPractice(text)).toEqual({ ok: false, reason });
  });

  it('cut off anywhere', () => {
    for (let length = 0; length < GOLDEN.length; length++)
      expect(readPractice(GOLDEN.slice(0, length)).ok, `after ${length} characters`).toBe(false);
  });

  it('with any one field missing, or null where it may not be', () => {
    for (const path of pathsIn(JSON.parse(GOLDEN))) {
      for (const to of [undefined, null]) {
        const isNullPlayback = to === null && path.join('.') === 'records.0.playback';
        const read = readPractice(JSON.stringify(changedAt(JSON.parse(GOLDEN), path, to)));
        // A place in a list that is gone reads as null.
        expect(read.ok, `${path.join('.')} ${String(to)}`).toBe(isNullPlayback);
      }
    }
  });

  it('and 500 files with random characters written over never throw', () => {
    const draw = new Draw(20261127);
    let refused = 0;
    for (let i = 0; i < 500; i++) {
      const at = draw.below(GOLDEN.length);
      const text =
        GOLDEN.slice(0, at) + String.fromCharCode(draw.below(128)) + GOLDEN.slice(at + 1 + draw.below(4));
      const read = readPractice(text);
      if (!read.ok) {
        refused++;
        expect(read.reason).toMatch(/^(it|its|set) /);
      } else expect(readPractice(writePractice(read.records))).toEqual(read);
    }
    expect(refused).toBeGreaterThan(300);
  });
});

type Path = readonly (string | number)[];

function pathsIn(value: unknown, from: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) => {
    const path = [...from, Array.isArray(value) ? Number(name) : name];
    return [path, ...pathsIn(inside, path)];
  });
}

function changedAt(value: unknown, [name, ...rest]: Path, to: unknown): unknown {
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  copy[name] = rest.length === 0 ? to : changedAt(copy[name], rest, to);
  return copy;
}
