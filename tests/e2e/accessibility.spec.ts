import AxeBuilder from '@axe-core/playwright';
import { demoOf, expect, play, test } from './page-fixture.ts';

const PATHS = [
  '/',
  '/lessons/eq/',
  '/lessons/compression/',
  '/lessons/limiting/',
  '/songs/electronic/',
  '/credits/',
  '/404.html',
];

for (const colorScheme of ['light', 'dark'] as const)
  for (const path of PATHS)
    test(`axe finds nothing on ${path} in the ${colorScheme} theme`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      for (const button of await page.locator('.demo-play').all()) {
        await button.scrollIntoViewIfNeeded();
        await expect(button).toBeEnabled();
      }
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });

test('axe finds nothing while a demo plays or is in trouble', async ({ page, complaints }) => {
  await page.goto('/');
  await play(demoOf(page, 'four-ways'));
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.route(/bass/, (route) => route.fulfill({ status: 503, body: '' }));
  await page.reload();
  await demoOf(page, 'four-ways').getByRole('button', { name: 'Play' }).click();
  await expect(demoOf(page, 'four-ways').getByRole('alert')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  complaints.splice(0);
});

for (const width of [320, 360, 768, 1440])
  test(`No page scrolls sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of PATHS) {
      await page.goto(path);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, path).toBe(0);
    }
  });

test('Every control of a demo is at least 44 px tall', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/');
  for (const control of await demoOf(page, 'four-ways').locator('button, label').all()) {
    const box = await control.boundingBox();
    expect(box!.height, await control.innerText()).toBeGreaterThanOrEqual(44);
  }
});
