import AxeBuilder from '@axe-core/playwright';
import { LESSON_PATHS } from './lesson-paths.ts';
import { demoOf, expect, play, test } from './page-fixture.ts';

const PATHS = [
  '/',
  '/lessons/',
  '/glossary/',
  '/progress/',
  '/practice/',
  ...LESSON_PATHS,
  '/songs/electronic/',
  '/credits/',
  '/404.html',
];

for (const colorScheme of ['light', 'dark'] as const)
  for (const path of PATHS)
    test(`axe finds nothing on ${path} in the ${colorScheme} theme at 360 and 1440 px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      for (const width of [360, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(path);
        for (const button of await page.locator('.demo-play').all()) {
          await button.scrollIntoViewIfNeeded();
          await expect(button).toBeEnabled();
        }
        expect((await new AxeBuilder({ page }).analyze()).violations, `${width} px`).toEqual([]);
      }
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

for (const width of [320, 360, 768, 1440, 3840])
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
  for (const control of await demoOf(page, 'four-ways').locator('button, label, summary').all()) {
    const box = await control.boundingBox();
    expect(box!.height, await control.innerText()).toBeGreaterThanOrEqual(44);
  }
});

test('The letters on the pads are for the eye: a radio is named after its version and nothing else', async ({
  page,
}) => {
  await page.goto('/');
  const compare = demoOf(page, 'four-ways').getByRole('radiogroup', { name: 'Compare' });
  for (const name of ['Raw', 'Mixed only', 'Mastered only', 'Mixed and mastered'])
    await expect(compare.getByRole('radio', { name, exact: true })).toHaveCount(1);
  const letters = await compare
    .getByRole('radio')
    .evaluateAll((radios) => radios.map((radio) => getComputedStyle(radio, '::before').content.slice(1, 2)));
  expect(letters).toEqual(['A', 'B', 'C', 'D']);
});

test('With forced colours the chosen pad still stands out by its frame, and its letter stays', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/');
  const pads = demoOf(page, 'four-ways').locator('.demo-variant');
  const frames = await pads.evaluateAll((found) =>
    found.map((pad) => Number.parseFloat(getComputedStyle(pad).borderTopWidth)),
  );
  expect(frames).toEqual([3, 1, 1, 1]);
  await expect(pads.first().locator('input')).toHaveCSS('appearance', 'none');
});

test('On a phone, Stop stays in view while the rest of a playing demo is scrolled', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/lessons/compression/');
  const demo = demoOf(page, 'even-vocal');
  await play(demo);
  await demo
    .locator('.demo-readouts')
    .evaluate((readouts) => readouts.scrollIntoView({ behavior: 'instant' }));
  await expect(demo.getByRole('button', { name: 'Stop' })).toBeInViewport({ ratio: 1 });
});

test('Home asks one question, and its demo can be played and compared without scrolling on a desk', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  const demo = demoOf(page, 'four-ways');
  await expect(demo.getByRole('button', { name: 'Play' })).toBeInViewport({ ratio: 1 });
  await expect(demo.getByRole('radiogroup')).toBeInViewport({ ratio: 1 });
  await expect(demo.getByRole('switch', { name: 'Level match' })).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(demo.getByRole('button', { name: 'Play' })).toBeInViewport({ ratio: 1 });
});

test('The theme that is chosen at the foot is there on the next page too', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  await page.getByRole('group', { name: 'Theme' }).getByRole('radio', { name: 'Dark' }).check();
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.goto('/credits/');
  expect(await ground()).toBe(dark);
});
