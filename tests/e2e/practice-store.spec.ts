import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { someRecords } from '../practice-store/some-records.ts';
import { writePractice } from '../../src/practice-store/practice-file.ts';
import { expect, test } from './page-fixture.ts';
import { asked, openRow, startUnchecked } from './practice-page.ts';

const SETS = someRecords(6, 11);

/** Hand the page a file. */
async function give(page: Page, text: string, name = 'mine.json'): Promise<void> {
  await page
    .getByLabel('Add results from a file')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

/** Open the page where results are. */
async function visit(page: Page): Promise<void> {
  await page.goto('/practice/');
  await openRow(page, 'Your results');
}

const says = (page: Page, text: string) =>
  expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();

test('Results outlast the page, are added from a file once, and are saved as they were taken', async ({
  page,
}) => {
  await visit(page);
  await give(page, writePractice(SETS.slice(0, 4)));
  await says(page, 'From “mine.json”: 4 sets added.');
  await page.reload();
  await openRow(page, 'Your results');
  await expect(page.getByText('4 sets kept.')).toBeVisible();
  await give(page, writePractice(SETS));
  await says(page, 'From “mine.json”: 2 sets added, 4 sets known already.');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save results as a file' }).click();
  const saved = JSON.parse(await readFile(await (await download).path(), 'utf8')) as {
    records: { id: string }[];
  };
  const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id);
  expect(saved.records.sort(byId)).toEqual([...SETS].sort(byId));
});

test('Two tabs that take results at once lose none of them', async ({ page, context }) => {
  const other = await context.newPage();
  await Promise.all([visit(page), visit(other)]);
  await Promise.all([give(page, writePractice(SETS.slice(0, 3))), give(other, writePractice(SETS.slice(3)))]);
  await Promise.all([says(page, '3 sets added'), says(other, '3 sets added')]);
  await page.reload();
  await openRow(page, 'Your results');
  await expect(page.getByText('6 sets kept.')).toBeVisible();
});

test('A file that is cut off or of a future version is refused in words, and nothing is changed', async ({
  page,
}) => {
  await visit(page);
  await give(page, writePractice(SETS));
  await says(page, '6 sets added');
  await give(page, writePractice(SETS).slice(0, -20), 'cut.json');
  await says(
    page,
    '“cut.json” was not taken: it is no JSON, or a part of it is missing. Nothing was changed.',
  );
  await give(page, '{"format":"bypass-practice","version":2}', 'future.json');
  await says(page, 'which is newer than this page');
  await page.reload();
  await openRow(page, 'Your results');
  await expect(page.getByText('6 sets kept.')).toBeVisible();
});

test('Deleting asks first, by keyboard alone, and then all is gone', async ({ page }) => {
  await visit(page);
  await give(page, writePractice(SETS));
  await says(page, '6 sets added');
  await page.getByRole('button', { name: 'Delete all results' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: /^Delete 6 sets/ })).toBeFocused();
  await page.getByRole('button', { name: 'Cancel' }).press('Enter');
  await says(page, 'Nothing was changed.');
  await expect(page.getByText('6 sets kept.')).toBeVisible();
  await page.getByRole('button', { name: 'Delete all results' }).press('Enter');
  await page.getByRole('button', { name: 'Delete', exact: true }).press('Enter');
  await says(page, 'Your practice results are deleted.');
  await page.reload();
  await openRow(page, 'Your results');
  await expect(page.getByText('No results are kept.')).toBeVisible();
});

test('What was not heard is due again, the weakest first, and one press practises it', async ({ page }) => {
  const [record] = SETS;
  const about = {
    exercise: 'level-change',
    source: 'pink-noise',
    way: 'abx' as const,
    chance: 0.5,
    credit: 0,
  };
  const answers = Array.from({ length: 12 }, (_, i) => ({
    ...about,
    rung: 0,
    size: 6,
    right: i % 2 === 0,
    said: 'X is A',
    was: 'X is B',
  }));
  const set = {
    ...record.set,
    exercises: [{ id: 'level-change', way: 'abx' as const }],
    sources: ['pink-noise'],
  };
  await visit(page);
  await give(
    page,
    writePractice([{ ...record, day: '2026-10-01', endedEarly: false, thresholds: [], set, answers }]),
  );
  await says(page, '1 set added');
  const due = page.getByRole('region', { name: 'For today' });
  await expect(due).toContainText('Level, Pink noise: not heard yet on 2026-10-01.');
  await due.getByRole('button', { name: 'Practise these' }).click();
  await startUnchecked(page);
  await asked(page, 1);
  await expect(page.getByText('Level · Pink noise')).toBeVisible();
});

test('A database of a newer page is left as it is, and the page says so', async ({ page }) => {
  await page.goto('/progress/');
  await page.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('bypass-practice', 99);
        opening.onupgradeneeded = () => opening.result.createObjectStore('later').put('kept', 'here');
        opening.onerror = () => failed(opening.error!);
        opening.onsuccess = () => {
          opening.result.close();
          done();
        };
      }),
  );
  await visit(page);
  await expect(page.getByText('A newer version of this page has kept results here')).toBeVisible();
  await give(page, writePractice(SETS));
  await says(page, '6 sets added');
  const version = await page.evaluate(async () => (await indexedDB.databases())[0].version);
  expect(version).toBe(99);
});

test('Where the browser refuses, results last until the page is left, and the page says so', async ({
  page,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
  });
  await visit(page);
  await expect(page.getByText('This browser does not let the page keep your results.')).toBeVisible();
  await give(page, writePractice(SETS));
  await says(page, '6 sets added');
});

test('The chart and the table tell the same sets, and are found by name', async ({ page }) => {
  await visit(page);
  await give(page, writePractice(SETS));
  await says(page, '6 sets added');
  for (const source of await page.getByLabel('Heard on').locator('option').all()) {
    await page.getByLabel('Heard on').selectOption(await source.getAttribute('value'));
    const table = page.getByRole('table', { name: /the smallest difference heard, set by set/ });
    const thresholds = await table.locator('tbody td:nth-child(4)').filter({ hasNotText: 'none' }).count();
    await expect(page.locator('.threshold-interval')).toHaveCount(thresholds);
    await expect(page.getByRole('img', { name: /the smallest difference heard/ })).toHaveCount(
      thresholds ? 1 : 0,
    );
  }
});
