import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright/test';
import { demoOf, expect, play, test } from './page-fixture.ts';

const KEY = 'bypass.progress';
const DAY = '2026-11-27';

/** A progress as it is kept and saved. */
function progress(lessons: object, last: string | null = null): string {
  return JSON.stringify({ format: 'bypass-progress', version: 1, last, lessons });
}

const SOME = progress({ balance: { heard: DAY, read: DAY }, eq: { heard: DAY } }, 'eq');

/** Keep a progress in the browser before any page is opened. */
async function keep(page: Page, text: string): Promise<void> {
  await page.goto('/404.html');
  await page.evaluate(([key, kept]) => localStorage.setItem(key, kept), [KEY, text] as const);
}

const kept = (page: Page): Promise<string | null> => page.evaluate((key) => localStorage.getItem(key), KEY);
const station = (page: Page, id: string): Locator => page.locator(`.stations > [data-lesson="${id}"]`);
const doneBox = (page: Page): Locator => page.getByRole('checkbox', { name: 'Done with this lesson' });
const goOn = (page: Page): Locator => page.getByRole('link', { name: /^Continue with/ });

/** Hand the page a file. */
async function give(page: Page, text: string, name = 'mine.json'): Promise<void> {
  const input = page.getByLabel('Take from a file');
  await expect(input).toBeEnabled();
  await input.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

test('A lesson counts as done when a demo was played and its end was in view, and home says where to go on', async ({
  page,
}) => {
  await page.goto('/lessons/compression/');
  await expect(demoOf(page, 'even-vocal').getByRole('button', { name: 'Play' })).toBeEnabled();
  expect(await kept(page)).toBeNull();
  await play(demoOf(page, 'even-vocal'));
  await expect.poll(() => kept(page)).toContain('heard');
  await page.goto('/');
  await expect(station(page, 'compression')).toContainText('Begun');
  await expect(goOn(page)).toHaveText('Continue with Compression, a steady hand');
  await goOn(page).click();
  await page.locator('.lesson-terms').scrollIntoViewIfNeeded();
  await expect(doneBox(page)).toBeChecked();
  // Back to the page as the browser has kept it.
  await page.goBack();
  await expect(station(page, 'compression')).toContainText('Done');
  await expect(goOn(page)).toHaveText('Continue with Too sharp, and only sometimes');
  await expect(page.locator('[aria-labelledby="unit-mixing"]')).toContainText(/1 of \d+ done/);
});

test('A lesson can be ticked and taken back by hand; what happens by itself does not tick it again', async ({
  page,
}) => {
  await page.goto('/lessons/eq/');
  // What keeps it may still be on its way.
  await doneBox(page).check();
  await expect.poll(() => kept(page)).toContain('done');
  await page.reload();
  await page.locator('.lesson-terms').scrollIntoViewIfNeeded();
  await expect(doneBox(page)).toBeChecked();
  await doneBox(page).uncheck();
  await page.evaluate(() => scrollTo(0, 0));
  await page.locator('.lesson-terms').scrollIntoViewIfNeeded();
  await expect(doneBox(page)).not.toBeChecked();
  expect(await kept(page)).not.toContain('"eq": {');
});

test('The line that says where to go on moves nothing', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/');
  const heading = page.getByRole('heading', { level: 1 });
  const before = await heading.boundingBox();
  await expect(goOn(page)).toBeHidden();
  await keep(page, SOME);
  await page.goto('/');
  await expect(goOn(page)).toBeVisible();
  expect((await heading.boundingBox())!.y).toBe(before!.y);
});

test('Progress is saved as a file and merged from it, or replaced by it', async ({ page }) => {
  await keep(page, SOME);
  await page.goto('/progress/');
  await expect(page.getByText(/^1 of \d+ lessons done, 1 begun\.$/)).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^bypass-progress-20\d{2}-\d{2}-\d{2}\.json$/);
  const saved = await readFile(await download.path(), 'utf8');
  expect(JSON.parse(saved)).toEqual(JSON.parse(SOME));

  await keep(page, progress({ limiting: { done: DAY } }, 'limiting'));
  await page.goto('/progress/');
  await give(page, saved);
  const asks = page.getByRole('group', { name: /^In “mine.json”: 1 of \d+ lessons done, 1 begun\./ });
  await expect(asks).toBeFocused();
  expect(await kept(page)).not.toContain('balance');
  await asks.getByRole('button', { name: 'Merge the two' }).click();
  await expect(page.getByText(/^2 of \d+ lessons done, 1 begun\.$/)).toBeVisible();
  await expect(page.getByText('Your progress is taken from the file.')).toBeFocused();
  await expect(station(page, 'limiting')).toContainText('Done');
  await expect(station(page, 'eq')).toContainText('Begun');

  await give(page, saved);
  await asks.getByRole('button', { name: 'Replace mine' }).click();
  await expect(station(page, 'limiting')).not.toContainText('Done');
  expect(JSON.parse((await kept(page))!)).toEqual(JSON.parse(SOME));
});

for (const [what, text, why] of [
  ['a torn file', SOME.slice(0, -9), 'it is no JSON, or a part of it is missing'],
  ['another program’s file', '{"theme":"dark"}', 'it is not a progress of this course'],
  ['a newer page’s file', SOME.replace('"version":1', '"version":2'), 'it is of version 2'],
  ['a file with one wrong day', SOME.replace(DAY, '2026-02-30'), 'what it says of the lesson “balance”'],
  ['a file of 2 MB', ' '.repeat(2e6), 'it is far too long'],
] as const)
  test(`Of ${what} nothing is taken and nothing is lost: ${why}`, async ({ page }) => {
    await keep(page, SOME);
    await page.goto('/progress/');
    await give(page, text);
    await expect(page.getByText(`“mine.json” was not taken: ${why}`)).toBeVisible();
    await expect(page.getByText('Your progress is as it was.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Replace mine' })).toHaveCount(0);
    expect(await kept(page)).toBe(SOME);
  });

test('Deleting asks first; Cancel changes nothing', async ({ page }) => {
  await keep(page, SOME);
  await page.goto('/progress/');
  await page.getByRole('button', { name: 'Delete my progress' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await kept(page)).toBe(SOME);
  await page.getByRole('button', { name: 'Delete my progress' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByText('Your progress is deleted.')).toBeVisible();
  expect(await kept(page)).toBeNull();
  await expect(station(page, 'balance')).not.toContainText('Done');
  await expect(page.getByRole('button', { name: 'Save as a file' })).toBeDisabled();
});

test('What cannot be read is left as it is, told, and can be saved', async ({ page }) => {
  const future = SOME.replace('"version":1', '"version":9');
  await keep(page, future);
  await page.goto('/lessons/eq/');
  await page.locator('.lesson-terms').scrollIntoViewIfNeeded();
  await expect(page.getByText('cannot be read, and is left as it is')).toBeVisible();
  await expect(doneBox(page)).toBeDisabled();
  await page.goto('/progress/');
  await expect(page.getByText('cannot be read: it is of version 9')).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toBe(future);
  expect(await kept(page)).toBe(future);
});

test('Where storage is refused, progress lasts as long as the page, and both pages say so', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.goto('/lessons/eq/');
  await page.locator('.lesson-terms').scrollIntoViewIfNeeded();
  await expect(page.getByText('it lasts until you leave or close this page')).toBeVisible();
  await doneBox(page).check();
  await expect(doneBox(page)).toBeChecked();
  await page.goto('/progress/');
  await expect(page.getByText('does not let the page remember anything')).toBeVisible();
  await give(page, SOME);
  await page.getByRole('button', { name: 'Take it' }).click();
  await expect(page.getByText(/^1 of \d+ lessons done, 1 begun\.$/)).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on the contents and on progress, in the ${colorScheme} theme at 360 and 1440 px`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await keep(page, SOME);
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/lessons/');
      await expect(goOn(page)).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations, `contents, ${width} px`).toEqual([]);
      await page.goto('/progress/');
      await give(page, SOME);
      await expect(page.getByRole('button', { name: 'Merge the two' })).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations, `progress, ${width} px`).toEqual([]);
    }
  });

for (const width of [320, 3840])
  test(`Neither the contents nor progress scrolls sideways at ${width} px`, async ({ page }) => {
    await keep(page, SOME);
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['/', '/lessons/', '/progress/', '/glossary/']) {
      await page.goto(path);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, path).toBe(0);
    }
  });
