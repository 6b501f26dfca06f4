import { expect, it } from 'vitest';
import { sourceById } from '../../src/exercises/sources.ts';
import { levelled, rovingDb, ROVING_DB } from '../../src/training/level-rules.ts';
import { Draw } from '../../src/training/random.ts';

const { base } = sourceById('pink-noise');

it('Where level would tell, each sound goes up or down by up to 3 dB, evenly', () => {
  const draw = new Draw(1);
  const all = Array.from({ length: 2000 }, () => rovingDb('roved', draw));
  expect(Math.min(...all)).toBeGreaterThanOrEqual(-ROVING_DB);
  expect(Math.max(...all)).toBeLessThanOrEqual(ROVING_DB);
  expect(Math.abs(all.reduce((sum, db) => sum + db, 0) / all.length)).toBeLessThan(0.15);
});

it('Where levels are matched, a sound 4 LU above the quietest comes down by 4 dB more than it', () => {
  const quiet = levelled(base, 'matched', 0, 0).matchDb;
  expect(levelled(base, 'matched', 0, 4).matchDb - quiet).toBe(-4);
  expect(rovingDb('matched', new Draw(1))).toBe(0);
});

it('Where level is asked, all sounds play at one gain', () => {
  expect(levelled(base, 'equal', 0, 9).matchDb).toBe(levelled(base, 'equal', 0, 0).matchDb);
});

it('A boost of 12 dB has room: what is roved plays 9 dB or more below full level', () => {
  expect(levelled(base, 'roved', ROVING_DB, 0).matchDb).toBeLessThanOrEqual(-9);
});
