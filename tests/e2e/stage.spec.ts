import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright/test';
import { demoOf, expect, play, test } from './page-fixture.ts';

/** Choose a picture of a demo by its name in the frame. */
async function look(demo: Locator, name: string): Promise<void> {
  await demo.getByRole('radio', { name, exact: true }).check();
}

async function open(page: Page, picture: string): Promise<Locator> {
  await page.goto('/');
  const demo = demoOf(page, 'four-ways');
  await expect(demo.getByRole('button', { name: 'Play' })).toBeEnabled();
  // Pictures are fetched when somebody comes near.
  await demo.getByRole('button', { name: 'Play' }).focus();
  await look(demo, picture);
  return demo;
}

const words = (demo: Locator): Locator => demo.locator(':is(.stage, .chain) .picture-words');
/** The part of the words that changes from moment to moment. */
const moment = async (demo: Locator, part: RegExp): Promise<string> =>
  part.exec((await words(demo).textContent()) ?? '')?.[0] ?? '';

test('The stage says who is loudest while the song plays, and who moved where against the raw mix', async ({
  page,
}) => {
  const demo = await open(page, 'Stage');
  await demo.getByRole('radio', { name: 'Mixed only' }).check();
  await expect(words(demo)).toContainText(/Left: Guitar \(first take\) 75\s%\./);
  await expect(words(demo)).not.toContainText('Loudest now');
  await play(demo);
  const loudest = /Loudest now: [^.]+\./;
  await expect(words(demo)).toContainText(loudest, { timeout: 60_000 });
  const heard = new Set<string>();
  await expect
    .poll(async () => heard.add(await moment(demo, loudest)).size, { timeout: 20_000, intervals: [200] })
    .toBeGreaterThan(2);
  await expect(words(demo)).toContainText('Against “Raw”: to the left Guitar (first take)', {
    timeout: 60_000,
  });
  await demo.getByRole('radio', { name: 'Raw' }).check();
  await expect(words(demo)).not.toContainText('Left:');
});

test('The goniometer’s numbers move with the sound and stop with it', async ({ page }) => {
  const demo = await open(page, 'Stereo');
  await play(demo);
  const now = /Correlation now [^.]+\.\d+/;
  await expect(words(demo)).toContainText(now, { timeout: 60_000 });
  const seen = new Set<string>();
  await expect
    .poll(async () => seen.add(await moment(demo, now)).size, { timeout: 20_000, intervals: [200] })
    .toBeGreaterThan(2);
  await demo.getByRole('button', { name: 'Stop' }).click();
  await expect(words(demo)).not.toContainText('now');
  await expect(words(demo)).toContainText('Over the loop “Raw” averages +0.9');
});

test('A chip of the chain flips the demo’s own switch, by keyboard and before Play', async ({ page }) => {
  const demo = await open(page, 'Chain');
  await demo.getByRole('radio', { name: 'Mixed and mastered' }).check();
  const own = demo.locator('.demo-switches').getByRole('switch', { name: 'Limiter' });
  const chip = demo.locator('.chain').getByRole('switch', { name: 'Limiter', exact: true });
  await expect(own).toHaveAttribute('aria-checked', 'true');
  await expect(chip).toHaveAttribute('aria-checked', 'true');
  await chip.press('Space');
  await expect(own).toHaveAttribute('aria-checked', 'false');
  await expect(chip).toContainText('bypassed');
  await expect(words(demo)).toContainText('bypassed: Limiter.');
  await own.click();
  await expect(chip).toHaveAttribute('aria-checked', 'true');
  await expect(chip).not.toContainText('bypassed');
});

test('One chip of a switch for many bypasses all of its devices', async ({ page }) => {
  const demo = await open(page, 'Chain');
  await demo.getByRole('radio', { name: 'Mixed only' }).check();
  const chain = demo.locator('.chain');
  await expect(chain.getByRole('switch', { name: 'Kick EQ' })).toHaveAccessibleDescription(
    /“Track EQ” switches 9 devices together/,
  );
  await chain.getByRole('switch', { name: 'Kick EQ' }).click();
  await expect(chain.getByRole('switch', { name: 'Vocal EQ' })).toHaveAttribute('aria-checked', 'false');
  await expect(chain.getByRole('switch', { name: 'Vocal compressor' })).toHaveAttribute(
    'aria-checked',
    'true',
  );
});

test('The chain’s bars follow the channels while the song plays', async ({ page }) => {
  const demo = await open(page, 'Chain');
  await demo.getByRole('radio', { name: 'Mixed only' }).check();
  await play(demo);
  const bar = demo.locator('[data-channel="vocal"]');
  const widths = new Set<string>();
  await expect
    .poll(async () => widths.add(await bar.evaluate((element) => element.style.transform)).size, {
      timeout: 60_000,
      intervals: [100],
    })
    .toBeGreaterThan(5);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in stage, stereo and chain while they play, ${colorScheme}, at 320 px`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 800 });
    const demo = await open(page, 'Stage');
    await demo.getByRole('radio', { name: 'Mixed only' }).check();
    await play(demo);
    for (const picture of ['Stage', 'Stereo', 'Chain']) {
      await look(demo, picture);
      await expect(words(demo)).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations, picture).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, picture).toBe(0);
    }
    for (const chip of await demo.locator('.chain').getByRole('switch').all())
      if (await chip.isVisible()) expect((await chip.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  });
