import AxeBuilder from '@axe-core/playwright';
import { demoOf, expect, test } from './page-fixture.ts';

test('A whole demo by keyboard alone: play, choose, switch, turn, type, undo, reset, copy the link, silence', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/lessons/compression/');
  const demo = demoOf(page, 'even-vocal');
  const status = demo.getByRole('status');
  const press = (keys: string): Promise<void> => page.keyboard.press(keys);
  await expect(demo.getByRole('button', { name: 'Play' })).toBeEnabled();

  // Tab from the top of the page until the demo is reached.
  for (let i = 0; i < 30; i++) {
    await press('Tab');
    if (await demo.evaluate((section) => section.contains(document.activeElement))) break;
  }
  await expect(demo.getByRole('button', { name: 'Play' })).toBeFocused();
  await press('Space');
  await expect(demo.locator('.demo-readouts dd').first()).toHaveText(/−\d+\.\d LUFS/, { timeout: 60_000 });

  // Choose: Space on a radio stops and plays, arrows and digits choose.
  await press('Tab');
  await expect(demo.getByRole('radio', { name: 'No compression' })).toBeFocused();
  await press('ArrowRight');
  await expect(demo.getByRole('radio', { name: 'Compressed' })).toBeChecked();
  await press('Space');
  await expect(demo.getByRole('button', { name: 'Play' })).toBeVisible();
  await press('Space');
  await expect(demo.getByRole('button', { name: 'Stop' })).toBeVisible();
  await press('1');
  await expect(demo.getByRole('radio', { name: 'No compression' })).toBeChecked();
  await expect(status).toHaveText('No compression');
  await press('2');
  await expect(demo.getByRole('radio', { name: 'Compressed' })).toBeChecked();
  await press('3');
  await expect(demo.getByRole('radio', { name: 'Compressed' })).toBeChecked();

  // Switch: there Space is the switch's own.
  await press('Tab');
  const compressor = demo.getByRole('switch', { name: 'Vocal compressor' });
  await expect(compressor).toBeFocused();
  await press('Space');
  await expect(compressor).toHaveAttribute('aria-checked', 'false');
  await expect(demo.getByRole('button', { name: 'Stop' })).toBeVisible();
  await press('u');
  await expect(compressor).toHaveAttribute('aria-checked', 'true');
  await expect(status).toHaveText('Undone: Vocal compressor. 0 left to undo.');

  // Turn, on a linear and on a logarithmic scale.
  const threshold = demo.getByRole('slider', { name: 'Threshold' });
  const attack = demo.getByRole('slider', { name: 'Attack' });
  await press('Tab');
  await expect(demo.getByRole('switch', { name: 'Level match' })).toBeFocused();

  // Pictures: one stop, arrows choose which.
  await press('Tab');
  await expect(demo.getByRole('radio', { name: 'Compressor' })).toBeFocused();
  await press('ArrowRight');
  await expect(demo.getByRole('radio', { name: 'Spectrum' })).toBeChecked();
  await press('ArrowLeft');
  await expect(demo.locator('.dynamics .picture-words')).toHaveText(/Vocal compressor turns down/, {
    timeout: 60_000,
  });
  await press('Tab');
  const typed = demo.getByRole('textbox', { name: 'Threshold, typed' });
  await expect(typed).toBeFocused();
  const lessonsOwn = await typed.inputValue();
  await press('Tab');
  await expect(threshold).toBeFocused();
  await press('Home');
  await expect(threshold).toHaveAttribute('aria-valuetext', 'minus 60 decibels');
  await page.waitForTimeout(700);
  await press('PageUp');
  await expect(threshold).toHaveAttribute('aria-valuetext', 'minus 54 decibels');
  await page.waitForTimeout(700);
  await press('ArrowUp');
  await expect(threshold).toHaveAttribute('aria-valuetext', 'minus 53.9 decibels');
  await expect(typed).toHaveValue(/−53\.9/);

  // Undo, one step each.
  await press('Control+z');
  await expect(threshold).toHaveAttribute('aria-valuetext', 'minus 54 decibels');
  await press('Control+z');
  await press('Control+z');
  await expect(typed).toHaveValue(lessonsOwn);
  await press('Control+z');
  await expect(status).toHaveText('There is nothing to undo.');

  // Type: wrong input is told and gives the old value back; right input is clamped and moves the slider.
  await press('Shift+Tab');
  await expect(typed).toBeFocused();
  await page.keyboard.type('loud 2');
  await expect(demo.getByRole('radio', { name: 'Compressed' })).toBeChecked();
  await press('Enter');
  await expect(status).toHaveText(/Threshold takes a number from −60.dB to 0.dB\./);
  await expect(typed).toHaveValue(lessonsOwn);
  await press('Control+a');
  await page.keyboard.type('-42,5 dB');
  await press('Enter');
  await expect(threshold).toHaveAttribute('aria-valuetext', 'minus 42.5 decibels');
  await expect(typed).toHaveValue(/^−42\.5.dB$/);
  await press('Control+z');
  await expect(typed).toHaveValue(lessonsOwn);

  // An attack of 0.1 ms is where a logarithmic scale is finer than its decimals.
  await attack.focus();
  await press('Home');
  await expect(attack).toHaveAttribute('aria-valuetext', '0.1 milliseconds');
  await press('ArrowUp');
  await expect(attack).toHaveAttribute('aria-valuetext', '0.2 milliseconds');
  await press('End');
  await expect(attack).toHaveAttribute('aria-valuetext', '200 milliseconds');

  // The toolbar is one stop; arrows move inside.
  await demo.getByRole('slider', { name: 'Release' }).focus();
  await press('Tab');
  await expect(demo.getByRole('button', { name: 'Undo' })).toBeFocused();
  await press('ArrowRight');
  await expect(demo.getByRole('button', { name: 'Reset to the lesson' })).toBeFocused();
  await press('Enter');
  await expect(status).toHaveText('Everything is as the lesson has it.');
  await press('ArrowLeft');
  await press('Space');
  await expect(attack).toHaveAttribute('aria-valuetext', '200 milliseconds');
  await expect(status).toHaveText('Undone: reset. 1 left to undo.');
  await press('End');
  await expect(demo.getByRole('button', { name: 'Copy link to this sound' })).toBeFocused();
  await press('Enter');
  await expect(status).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${new URL(page.url()).origin}/lessons/compression/#v1;d=even-vocal;v=even;even:vocal-compressor.attackMs=200`,
  );
  await press('Tab');
  await press('Tab');
  await press('Enter');
  await expect(demo.getByText('silences everything on the page')).toBeVisible();
  await expect(demo.getByRole('button', { name: 'Stop' })).toBeVisible();
  await press('Escape');
  await expect(demo.getByRole('button', { name: 'Play' })).toBeVisible();
});

test('A drag of a slider is one step, however long it takes; a double click brings the lesson’s value back', async ({
  page,
}) => {
  await page.goto('/lessons/compression/');
  const demo = demoOf(page, 'even-vocal');
  const threshold = demo.getByRole('slider', { name: 'Threshold' });
  await expect(threshold).toBeEnabled();
  await threshold.hover();
  const before = await threshold.getAttribute('aria-valuetext');
  const { x, y, width, height } = (await threshold.boundingBox())!;
  const seen = new Set<string | null>();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  for (let i = 1; i <= 4; i++) {
    await page.mouse.move(x + width * (0.5 - i * 0.1), y + height / 2);
    await page.waitForTimeout(700);
    seen.add(await threshold.getAttribute('aria-valuetext'));
  }
  await page.mouse.up();
  expect(seen.size).toBe(4);
  await demo.getByRole('button', { name: 'Undo' }).click();
  await expect(threshold).toHaveAttribute('aria-valuetext', before!);
  await expect(demo.getByRole('status')).toHaveText('Undone: Threshold. 0 left to undo.');

  await threshold.dblclick({ position: { x: width * 0.9, y: height / 2 } });
  await expect(threshold).toHaveAttribute('aria-valuetext', before!);
});

test('Undo goes back 20 changes and returns to the version in which each was made', async ({ page }) => {
  await page.goto('/');
  const demo = demoOf(page, 'four-ways');
  const limiter = demo.getByRole('switch', { name: 'Limiter' });
  await demo.getByRole('radio', { name: 'Mixed and mastered' }).check();
  for (let i = 0; i < 20; i++) await limiter.click();
  await demo.getByRole('radio', { name: 'Raw' }).check();
  const undo = demo.getByRole('button', { name: 'Undo' });
  for (let i = 0; i < 20; i++) {
    await undo.click();
    await expect(limiter).toHaveAttribute('aria-checked', i % 2 === 0 ? 'false' : 'true');
    await expect(demo.getByRole('radio', { name: 'Mixed and mastered' })).toBeChecked();
  }
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
});

test('A finger gets steppers of 44 px, a mouse none', async ({ page, browser }) => {
  await page.goto('/lessons/compression/');
  await expect(demoOf(page, 'even-vocal').getByRole('button', { name: 'Threshold up' })).toBeHidden();
  const phone = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 360, height: 800 },
  });
  const touched = await phone.newPage();
  await touched.goto('/lessons/compression/');
  const demo = demoOf(touched, 'even-vocal');
  const up = demo.getByRole('button', { name: 'Threshold up' });
  await expect(up).toBeEnabled();
  const { width, height } = (await up.boundingBox())!;
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  const slider = demo.getByRole('slider', { name: 'Threshold' });
  const before = Number(await slider.inputValue());
  await up.tap();
  await expect.poll(async () => Number(await slider.inputValue())).toBeCloseTo(before + 0.1, 5);
  await phone.close();
});

test('With all that opens open, a demo has one polite live region, targets of 44 px, and axe finds nothing', async ({
  page,
}) => {
  await page.goto('/lessons/compression/');
  const demo = demoOf(page, 'even-vocal');
  await expect(demo.getByRole('button', { name: 'Play' })).toBeEnabled();
  for (const summary of await demo.locator('summary').all()) await summary.click();
  await expect(demo.getByRole('button', { name: 'Bounce' })).toBeVisible();
  await expect(demo.getByRole('button', { name: 'Copy the HTML' })).toBeVisible();
  await expect(demo.locator('[role=status], [aria-live], output')).toHaveCount(1);
  for (const control of await demo
    .locator('button, summary, input:not([type=radio]), select, textarea')
    .all())
    if (await control.isVisible())
      expect((await control.boundingBox())!.height, await control.innerHTML()).toBeGreaterThanOrEqual(44);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
});
