import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright/test';
import { demoOf, expect, play, test } from './page-fixture.ts';

declare global {
  interface Window {
    /** Times that each canvas of the page has been drawn, by its label. */
    draws: Record<string, number>;
    /** Whether the browser holds back frames, as it does for a hidden page. */
    framesHeld: boolean;
  }
}

const OVERVIEW = 'Waveform of the loop, one lane for each stem';

/** Installed before the page's scripts: counts drawings (each begins with an empty canvas) and can hold frames back. */
function installCounter(): void {
  window.draws = {};
  window.framesHeld = false;
  const clear = Object.getOwnPropertyDescriptor(CanvasRenderingContext2D.prototype, 'clearRect')!
    .value as CanvasRenderingContext2D['clearRect'];
  CanvasRenderingContext2D.prototype.clearRect = function (...area) {
    const label = this.canvas.isConnected ? this.canvas.getAttribute('aria-label') : null;
    if (label !== null) window.draws[label] = (window.draws[label] ?? 0) + 1;
    clear.apply(this, area);
  };
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    request((now) => {
      if (window.framesHeld) window.requestAnimationFrame(callback);
      else callback(now);
    });
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(installCounter);
});

/** How often the overview is drawn in so many milliseconds. */
async function drawsIn(page: Page, ms: number): Promise<number> {
  const count = (): Promise<number> => page.evaluate((label) => window.draws[label] ?? 0, OVERVIEW);
  const before = await count();
  await page.waitForTimeout(ms);
  return (await count()) - before;
}

/** The overview's words, and the second that they say. */
function wordsOf(demo: Locator): Locator {
  return demo.locator('.picture-overview .picture-words');
}
async function saidSecond(demo: Locator): Promise<number> {
  return Number(/^Second (\d+\.\d) of 36, bar \d+ of 16; .+ now/.exec(await wordsOf(demo).innerText())?.[1]);
}

test('While it plays, the overview’s words and its drawing advance with the sound', async ({ page }) => {
  await page.goto('/lessons/compression/');
  const demo = demoOf(page, 'even-vocal');
  await play(demo);
  await expect(wordsOf(demo)).toHaveText(/^Second \d+\.\d of 36, bar \d+ of 16; loudest now: /, {
    timeout: 60_000,
  });
  await demo.locator('.picture-overview').scrollIntoViewIfNeeded();
  const [second, clock] = [await saidSecond(demo), Date.now()];
  const draws = await drawsIn(page, 3000);
  const moved = (await saidSecond(demo)) - second;
  expect(Math.abs(moved - (Date.now() - clock) / 1000)).toBeLessThan(0.6);
  console.log(`${(draws / 3).toFixed(1)} frames a second`);
  expect(draws).toBeGreaterThan(30);
});

test('Stopped, out of sight or on a hidden page nothing is drawn', async ({ page }) => {
  await page.goto('/lessons/compression/');
  const demo = demoOf(page, 'even-vocal');
  await play(demo);
  await expect(wordsOf(demo)).toHaveText(/^Second/, { timeout: 60_000 });

  await page.locator('.site-footer').scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  expect(await drawsIn(page, 1000)).toBe(0);
  await demo.locator('.picture-overview').scrollIntoViewIfNeeded();
  expect(await drawsIn(page, 1000)).toBeGreaterThan(5);

  await page.evaluate(() => (window.framesHeld = true));
  const words = await wordsOf(demo).innerText();
  expect(await drawsIn(page, 1000)).toBe(0);
  expect(await wordsOf(demo).innerText()).toBe(words);
  await page.evaluate(() => (window.framesHeld = false));

  await demo.getByRole('button', { name: 'Stop' }).click();
  await expect(wordsOf(demo)).toHaveText(/^One lap: 36 seconds, 16 bars/);
  // Until the other versions' laps have come, each is drawn once.
  await expect.poll(() => drawsIn(page, 1000), { timeout: 60_000 }).toBe(0);
});

test('Where reduced motion is asked for, pictures are drawn four times a second', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/lessons/compression/');
  const demo = demoOf(page, 'even-vocal');
  await play(demo);
  await expect(wordsOf(demo)).toHaveText(/^Second/, { timeout: 60_000 });
  await demo.locator('.picture-overview').scrollIntoViewIfNeeded();
  await page.waitForTimeout(3000);
  const draws = await drawsIn(page, 3000);
  expect(draws).toBeGreaterThanOrEqual(6);
  expect(draws).toBeLessThanOrEqual(15);
});

test('Every version’s loudness is shown, and a turned knob’s new lap takes the place of the last', async ({
  page,
}) => {
  await page.goto('/lessons/compression/');
  const demo = demoOf(page, 'even-vocal');
  await play(demo);
  const loudness = demo.getByRole('radio', { name: 'Loudness' });
  if (await loudness.isVisible()) await loudness.check();
  const words = demo.locator('.picture-words').last();
  await expect(words).toHaveText(/“No compression” −\d+\.\d/, { timeout: 60_000 });
  // A machine that measured itself as slow analyses only what is heard.
  await demo.getByRole('radio', { name: 'Compressed' }).check();
  await expect(words).toHaveText(/“No compression” −\d+\.\d, “Compressed” −\d+\.\d LUFS\./, {
    timeout: 60_000,
  });
  const before = /Over the whole loop.*/.exec(await words.innerText())![0];
  await demo.getByRole('switch', { name: 'Level match' }).click();
  await demo.getByRole('slider', { name: /threshold/i }).fill('-50');
  await expect(words).not.toContainText(before, { timeout: 60_000 });
});

for (const width of [360, 1280])
  test(`At ${width} px nothing below moves when the pictures come, or while they play`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/lessons/compression/');
    const demo = demoOf(page, 'even-vocal');
    await expect(demo.getByRole('button', { name: 'Play' })).toBeEnabled();
    const heightOf = async (): Promise<number> =>
      (await demo.locator('.demo-pictures').boundingBox())!.height;
    const before = await heightOf();
    await demo.hover({ position: { x: 20, y: 20 } });
    await expect(demo.getByRole('img', { name: OVERVIEW })).toBeVisible();
    expect(await heightOf()).toBe(before);
    await play(demo);
    await expect(wordsOf(demo)).toHaveText(/^Second/, { timeout: 60_000 });
    expect(await heightOf()).toBe(before);
  });

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in any picture while it plays, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const [path, id] of [
      ['/', 'four-ways'],
      ['/lessons/compression/', 'even-vocal'],
    ] as const) {
      await page.goto(path);
      const demo = demoOf(page, id);
      await play(demo);
      await expect(wordsOf(demo)).toHaveText(/^Second/, { timeout: 60_000 });
      const pictures = demo.getByRole('radiogroup', { name: 'Picture' }).getByRole('radio');
      expect(await pictures.count()).toBeGreaterThanOrEqual(4);
      for (const picture of await pictures.all()) {
        await picture.check();
        const { violations } = await new AxeBuilder({ page })
          .include(`[data-demo="${id}"] .pictures`)
          .analyze();
        expect(violations.map(({ id: rule, help }) => `${rule}: ${help}`)).toEqual([]);
      }
    }
  });
