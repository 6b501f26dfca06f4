import type { Locator, Page } from 'playwright/test';
import { demoOf, expect, play, test } from './page-fixture.ts';

/** The lesson's guitar, carved, playing, once both versions have been measured. */
async function carvedGuitar(page: Page): Promise<{ demo: Locator; words: Locator }> {
  await page.goto('/lessons/eq/');
  const demo = demoOf(page, 'guitar-alone');
  await demo.getByRole('radio', { name: 'Carved' }).check();
  await play(demo);
  const words = demo.locator('.spectrum .picture-words');
  await expect(words).toContainText('where the two differ most', { timeout: 60_000 });
  await expect(words).not.toContainText('being measured', { timeout: 60_000 });
  return { demo, words };
}

/** Take hold of a point's middle and move it by so many pixels. */
async function drag(page: Page, point: Locator, acrossPx: number, downPx: number): Promise<void> {
  await point.scrollIntoViewIfNeeded();
  const box = (await point.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + acrossPx, y + downPx, { steps: 8 });
  await page.mouse.up();
}

const eqPoint = (demo: Locator, band: string): Locator => demo.locator(`.eq-point[data-band="${band}"]`);
const spoken = (demo: Locator, name: string): Promise<string | null> =>
  demo.getByRole('slider', { name, exact: true }).getAttribute('aria-valuetext');

test('Dragging a point of the EQ’s curve turns the knobs beside it, and the words follow; a double click brings both back', async ({
  page,
}) => {
  const { demo, words } = await carvedGuitar(page);
  const before = [await spoken(demo, 'High bell'), await spoken(demo, 'High bell frequency')];
  expect(before).toEqual(['minus 10 decibels', '3 kilohertz']);
  const said = (await words.textContent())!.split(' Right now')[0];

  const canvas = demo.locator('.spectrum canvas');
  await eqPoint(demo, 'highBell').scrollIntoViewIfNeeded();
  const stood = await canvas.boundingBox();
  await drag(page, eqPoint(demo, 'highBell'), -60, -120);
  const gain = demo.getByRole('slider', { name: 'High bell', exact: true });
  await expect(gain).toHaveAttribute('aria-valuetext', /^\d+(\.\d)? decibels$/);
  expect(await spoken(demo, 'High bell frequency')).not.toBe(before[1]);
  await expect(words).toContainText('being measured');
  // The words above lose what was measured, yet the picture stays under the hand.
  expect((await canvas.boundingBox())!.y).toBe(stood!.y);
  await expect(words).not.toContainText('being measured', { timeout: 60_000 });
  expect((await words.textContent())!.split(' Right now')[0]).not.toBe(said);

  await eqPoint(demo, 'highBell').dblclick();
  await expect(gain).toHaveAttribute('aria-valuetext', 'minus 10 decibels');
  expect(await spoken(demo, 'High bell frequency')).toBe(before[1]);
});

test('A point without a gain moves along frequencies only, and stops at its knob’s end', async ({ page }) => {
  const { demo } = await carvedGuitar(page);
  const pass = eqPoint(demo, 'highPass');
  await drag(page, pass, 2000, -60);
  expect(await spoken(demo, 'High-pass')).toBe('1 kilohertz');
});

test.describe('With a finger', () => {
  test.use({ hasTouch: true });

  test('a point is dragged while the page stays, and beside the points the page scrolls', async ({
    page,
  }) => {
    const { demo } = await carvedGuitar(page);
    const session = await page.context().newCDPSession(page);
    const swipe = async (x: number, y: number, downPx: number): Promise<void> => {
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
      for (let i = 1; i <= 8; i++)
        await session.send('Input.dispatchTouchEvent', {
          type: 'touchMove',
          touchPoints: [{ x, y: y + (downPx * i) / 8 }],
        });
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    const point = eqPoint(demo, 'lowBell');
    await point.scrollIntoViewIfNeeded();
    const before = await spoken(demo, 'Low bell');
    const scrolled = await page.evaluate(() => scrollY);
    const hold = (await point.boundingBox())!;
    await swipe(hold.x + hold.width / 2, hold.y + hold.height / 2, -60);
    await expect.poll(() => spoken(demo, 'Low bell')).not.toBe(before);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);

    const untouched = await spoken(demo, 'High bell');
    const canvas = (await demo.locator('.spectrum canvas').boundingBox())!;
    await swipe(canvas.x + canvas.width * 0.75, canvas.y + 40, -120);
    await expect.poll(() => page.evaluate(() => scrollY)).not.toBe(scrolled);
    expect(await spoken(demo, 'High bell')).toBe(untouched);
  });
});

test('Points are large enough for a finger, and hidden from assistive technology, which has the sliders', async ({
  page,
}) => {
  const { demo } = await carvedGuitar(page);
  await expect(demo.locator('.eq-points')).toHaveAttribute('aria-hidden', 'true');
  for (const point of await demo.locator('.eq-point').all()) {
    const { width, height } = (await point.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    expect(await point.evaluate((element) => getComputedStyle(element).touchAction)).toBe('none');
  }
});

test('The words tell what the picture shows at this spot of the song', async ({ page }) => {
  const { words } = await carvedGuitar(page);
  const heard = new Set<string>();
  await expect
    .poll(async () => heard.add((await words.textContent())!.split('Right now')[1] ?? '').size, {
      timeout: 15_000,
    })
    .toBeGreaterThan(3);
});

test('Levels at one frequency are told by a slider for the keyboard and by the pointer', async ({ page }) => {
  const { demo } = await carvedGuitar(page);
  const look = demo.getByRole('slider', { name: 'Look at' });
  await look.focus();
  await page.keyboard.press('Home');
  await expect(look).toHaveAttribute('aria-valuetext', /^20 hertz: As recorded .+, Carved .+$/);
  await page.keyboard.press('PageUp');
  const levels = demo.locator('.spectrum-levels');
  await expect(levels).not.toContainText(/^20/);

  const canvas = demo.locator('.spectrum canvas');
  await canvas.scrollIntoViewIfNeeded();
  const { width, height } = (await canvas.boundingBox())!;
  await canvas.hover({ position: { x: width / 2, y: height - 40 } });
  await expect(levels).toContainText(/\d\sHz, near [A-G]♯?\d/);
  await expect(look).toHaveAttribute(
    'aria-valuetext',
    /^\d+ hertz: As recorded minus \d+ decibels, Carved minus \d+ decibels$/,
  );
});
