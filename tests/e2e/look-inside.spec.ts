import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright/test';
import { demoOf, expect, play, test } from './page-fixture.ts';

/** Open the panel of a demo by keyboard and wait for its code. */
async function lookInside(page: Page, demoId: string): Promise<Locator> {
  const demo = demoOf(page, demoId);
  await expect(demo.getByRole('button', { name: 'Play' })).toBeEnabled();
  const summary = demo.locator('summary', { hasText: 'Look inside' });
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(demo.locator('.excerpt').first()).toBeVisible();
  await expect(summary).toBeFocused();
  return demo.locator('.inside');
}

const valueOf = (inside: Locator, label: string): Locator =>
  inside
    .locator('.excerpt-values div')
    .filter({ has: inside.page().locator('dt', { hasText: label }) })
    .locator('dd');

test('The code of the vocal compressor stands beside its settings, which follow the slider and the version', async ({
  page,
}) => {
  await page.goto('/lessons/compression/');
  const inside = await lookInside(page, 'even-vocal');
  const demo = demoOf(page, 'even-vocal');
  await expect(inside.locator('.code').nth(1)).toContainText('threshold');
  await expect(inside.getByText(/^src\/dsp\/compressor-gain\.ts, lines \d+–\d+$/).first()).toBeVisible();

  const colours = await inside
    .locator('.code-keyword, .code-constant, .code-function, .code')
    .evaluateAll((pieces) => new Set(pieces.map((piece) => getComputedStyle(piece).color)).size);
  expect(colours).toBe(4);

  await expect(inside.getByText('Here it is switched off')).toBeVisible();
  await demo.getByRole('radio', { name: 'Compressed', exact: true }).check();
  await expect(inside.getByText('Here it is switched off')).toHaveCount(0);

  const threshold = valueOf(inside, 'Threshold');
  const before = await threshold.innerText();
  expect(before).toMatch(/^−\d+(\.\d)?\sdB$/);
  await demo.getByRole('slider', { name: 'Threshold' }).press('Home');
  await expect(threshold).toHaveText(/^−60\sdB$/);
  expect(before).not.toMatch(/^−60/);
});

test('How far the compressor turns down is read from the kernel that plays', async ({ page }) => {
  await page.goto('/lessons/compression/');
  const inside = await lookInside(page, 'even-vocal');
  await demoOf(page, 'even-vocal').getByRole('radio', { name: 'Compressed', exact: true }).check();
  await expect(valueOf(inside, 'Turned down now')).toHaveText('–');
  await play(demoOf(page, 'even-vocal'));
  await expect(valueOf(inside, 'Turned down now')).toHaveText(/^−\d+\.\d dB$/, { timeout: 30_000 });
});

test('Another device is a choice away, by keyboard', async ({ page }) => {
  await page.goto('/lessons/eq/');
  const inside = await lookInside(page, 'lane-for-each');
  const choice = inside.getByRole('combobox', { name: 'Device' });
  await expect(choice.locator('option')).toHaveText([
    'Bass EQ',
    'Guitar EQ, left',
    'Guitar EQ, right',
    'Keys EQ',
    'Vocal EQ',
    'Level match',
  ]);
  await page.keyboard.press('Tab');
  await expect(choice).toBeFocused();
  await choice.selectOption('Level match');
  await expect(inside.locator('.code').first()).toContainText('new LoudnessMeter()');
  await expect(valueOf(inside, 'This version')).toHaveText(/LUFS/);
  await expect(choice).toBeFocused();
});

test('Nothing of it is loaded before it is opened', async ({ page }) => {
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  await page.goto('/lessons/compression/', { waitUntil: 'networkidle' });
  expect(urls.filter((url) => /inside/i.test(url))).toEqual([]);
  await lookInside(page, 'even-vocal');
  expect(urls.filter((url) => url.endsWith('/inside/compressor.json'))).toHaveLength(1);
});

test('Code that does not load is said, with a way to its page, and tried again', async ({
  page,
  complaints,
}) => {
  await page.route('**/inside/limiter.json', (route) => route.fulfill({ status: 503, body: '' }));
  await page.goto('/lessons/limiting/');
  const demo = demoOf(page, 'ceiling');
  await expect(demo.getByRole('button', { name: 'Play' })).toBeEnabled();
  await demo.locator('summary', { hasText: 'Look inside' }).click();
  await expect(demo.getByRole('alert')).toContainText('The code did not load');
  await expect(demo.getByRole('link', { name: 'page about it' })).toHaveAttribute('href', '/inside/limiter/');
  complaints.splice(0);
  await page.unroute('**/inside/limiter.json');
  await demo.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(demo.locator('.excerpt').first()).toBeVisible();
  await expect(demo.locator('.inside-device')).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on opened panels and device pages in the ${colorScheme} theme, and nothing scrolls sideways`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto('/lessons/compression/');
    await lookInside(page, 'even-vocal');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await overflow(page)).toBe(0);
    for (const path of ['/inside/', '/inside/eq/', '/inside/reverb/', '/inside/level-match/']) {
      await page.goto(path);
      for (const summary of await page.locator('main summary').all()) await summary.click();
      expect((await new AxeBuilder({ page }).analyze()).violations, path).toEqual([]);
      expect(await overflow(page), path).toBe(0);
    }
  });

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

test('Opened before the page is alive, it gets its inside all the same', async ({ page }) => {
  // A slow line: the page stands there long before its script.
  await page.route('**/_astro/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'commit' });
  const demo = page.locator('section.demo').first();
  await demo.locator('summary', { hasText: 'Look inside' }).click();
  await expect(demo.getByRole('button', { name: 'Play' })).toBeDisabled();
  await expect(demo.locator('.demo-inside pre').first()).toBeVisible();
});
