import AxeBuilder from '@axe-core/playwright';
import type { Locator } from 'playwright/test';
import { demoOf, expect, play, test } from './page-fixture.ts';

const wordsOf = (demo: Locator): Locator => demo.locator('.dynamics .picture-words');

test('The compressor’s words agree with the gain-reduction meter, and move with the sound', async ({
  page,
}) => {
  await page.goto('/lessons/compression/');
  const demo = demoOf(page, 'even-vocal');
  await demo.getByRole('radio', { name: 'Compressed' }).check();
  await play(demo);
  await expect(wordsOf(demo)).toHaveText(/^In .*Vocal compressor turns down/, { timeout: 60_000 });
  const pairs: [told: number, metered: number][] = [];
  for (let i = 0; i < 20; i++) {
    const told = /turns down (\d+\.\d) dB now/.exec(await wordsOf(demo).innerText());
    const metered = await demo.getByRole('meter').getAttribute('aria-valuenow');
    pairs.push([Number(told?.[1]), Number(metered)]);
    await page.waitForTimeout(300);
  }
  expect(new Set(pairs.map(([told]) => told)).size).toBeGreaterThan(5);
  const mean = (side: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  // The meter shows the deepest of the last 50 ms, the words a moment within a quarter of a second.
  expect(Math.abs(mean(0) - mean(1))).toBeLessThan(3);
});

test('A threshold that is dragged on the curve turns its slider; a double click brings it back', async ({
  page,
}) => {
  await page.goto('/lessons/compression/');
  const demo = demoOf(page, 'even-vocal');
  await demo.hover({ position: { x: 20, y: 20 } });
  const slider = demo.getByRole('slider', { name: 'Threshold' });
  const before = await slider.inputValue();
  const handle = demo.locator('.threshold-handle');
  await handle.scrollIntoViewIfNeeded();
  const box = (await handle.boundingBox())!;
  expect(box.width).toBeGreaterThanOrEqual(44);
  const [x, y] = [box.x + box.width / 2, box.y + 10];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 30, y, { steps: 5 });
  await page.mouse.up();
  expect(Number(await slider.inputValue())).toBeGreaterThan(Number(before) + 3);
  await handle.dblclick({ position: { x: box.width / 2, y: 10 } });
  await expect(slider).toHaveValue(before);
});

test('Where a limiter is bypassed its picture says so, and axe finds nothing while it plays', async ({
  page,
}) => {
  await page.goto('/lessons/limiting/');
  const demo = demoOf(page, 'ceiling');
  await play(demo);
  await expect(wordsOf(demo)).toHaveText(/Limiter is bypassed: what goes in comes out\./, {
    timeout: 60_000,
  });
  await demo.getByRole('radio', { name: 'Crushed' }).check();
  await expect(wordsOf(demo)).toHaveText(/Limiter turns down \d+\.\d dB now/, { timeout: 60_000 });
  const { violations } = await new AxeBuilder({ page }).include('.pictures').analyze();
  expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
});
