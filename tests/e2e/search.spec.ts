import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright/test';
import { expect, test } from './page-fixture.ts';

const told = (page: Page): Locator => page.getByRole('main').getByRole('status');

test('A word is found as it is typed, in its lesson and at its place, and the address holds the search', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Course' }).getByRole('link', { name: 'Search' }).click();
  const box = page.getByRole('searchbox', { name: 'Find in lessons, songs and glossary' });
  await expect(box).toBeFocused();
  await page.keyboard.type('sibilance');
  await expect(told(page)).toHaveText(/^(One page|\d+ pages) for “sibilance”/);
  const first = page.locator('.search-found > li').first();
  await expect(first.locator('mark').first()).toHaveText(/sibilance/i);
  await expect(page).toHaveURL(/\/search\/\?q=sibilance$/);

  await page.reload();
  await expect(box).toHaveValue('sibilance');
  await page.getByRole('link', { name: 'Too sharp, and only sometimes' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Too sharp, and only sometimes');
});

test('Markup that is typed stays text', async ({ page }) => {
  await page.goto(`/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>zzqx')}`);
  await expect(told(page)).toContainText('for “<img src=x onerror=alert(1)>zzqx”');
  await expect(page.locator('main img')).toHaveCount(0);
});

test('When the index does not load, the page says what to do, and the next search tries again', async ({
  page,
  complaints,
}) => {
  await page.route('**/pagefind.js*', (route) => route.abort());
  await page.goto('/search/?q=kick');
  await expect(told(page)).toContainText('The search index did not load.');
  await page.unroute('**/pagefind.js*');
  await page.getByRole('searchbox').fill('reverb');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(told(page)).toContainText('for “reverb”');
  // What we cut off on purpose.
  complaints.splice(0);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing among search results in the ${colorScheme} theme at 360 and 1440 px`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/search/?q=compressor');
    await expect(page.locator('.search-found > li').first()).toBeVisible();
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect((await new AxeBuilder({ page }).analyze()).violations, `${width} px`).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        `no sideways scroll at ${width} px`,
      ).toBe(true);
    }
  });
