import { readFile } from 'node:fs/promises';
import { bounceSpec } from '../../src/demos/bounce-spec.ts';
import { demoById } from '../../src/demos/catalog.ts';
import { authoredBypasses, matchDb, stateKey, stateSpec } from '../../src/demos/demo.ts';
import { measureDemo, measuredLoudness } from '../../src/demos/measure.ts';
import { wavFile } from '../../src/dsp/wav-file.ts';
import { retuned } from '../../src/demos/variation.ts';
import { withMatch } from '../../src/dsp/mix-spec.ts';
import { demoOf, expect, play, test } from './page-fixture.ts';

/** The page picks FLAC when the probe fails: then it holds the very samples that Node reads. */
test.beforeEach(async ({ page }) => {
  await page.route('**/probe.opus', (route) => route.fulfill({ status: 200, body: 'no probe' }));
});

test('A turned knob is measured beside the page while it plays: pending at first, then matched within 0.1 LU', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto('/lessons/compression/');
  const demo = demoOf(page, 'even-vocal');
  await demo.getByRole('radio', { name: 'Compressed' }).check();
  await play(demo);
  const threshold = demo.getByRole('slider', { name: /threshold/i });
  await threshold.fill('-45');
  await expect(threshold).toHaveAttribute('aria-valuetext', 'minus 45 decibels');
  const match = demo.locator('.demo-match-db');
  await expect(match).toHaveText('measuring this setting…');
  const pressed = Date.now();
  await expect(match).toHaveText(/turns this down \d+\.\d dB|leaves this as it is/, { timeout: 30_000 });
  console.log(`level match after ${Date.now() - pressed} ms`);

  const told = Number(/(\d+\.\d) dB/.exec(await match.innerText())?.[1] ?? 0);
  const source = await demoById('even-vocal');
  const measured = await measureDemo(source);
  const variant = source.variants.find(({ id }) => id === 'even')!;
  const spec = retuned(variant.spec, 'vocal-compressor', { thresholdDb: -45 });
  const lufs = await measuredLoudness(spec);
  expect(Math.abs(told + matchDb(measured, lufs))).toBeLessThan(0.1);
});

test('The present state can be bounced to a 24-bit WAV: the file is the Node bounce, byte for byte', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto('/lessons/eq/');
  const demo = demoOf(page, 'guitar-alone');
  await demo.getByText('Keep this sound as a file').click();
  await demo.getByRole('button', { name: 'Bounce' }).click();
  const link = demo.getByRole('link', { name: /^Save / });
  await expect(link).toBeVisible({ timeout: 60_000 });
  await expect(demo.locator('.demo-bounce > p')).toHaveText(/LUFS, true peak −\d+\.\d dBTP/);
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const file = await readFile(await download.path());

  const source = await demoById('guitar-alone');
  const measured = await measureDemo(source);
  const [variant] = source.variants;
  const bypassed = authoredBypasses(variant);
  const lufs = measured.loudnessLufs[stateKey(source, variant, bypassed)];
  const bounce = await bounceSpec(withMatch(stateSpec(variant, bypassed), matchDb(measured, lufs)));
  expect(file.equals(Buffer.from(wavFile(bounce, 48000, 'int24')))).toBe(true);
});

test('A bounce can be cancelled, and started again', async ({ page }) => {
  await page.goto('/');
  const demo = demoOf(page, 'four-ways');
  await demo.getByText('Keep this sound as a file').click();
  await demo.getByRole('button', { name: 'Bounce' }).click();
  await demo.getByRole('button', { name: 'Cancel' }).click();
  await expect(demo.getByRole('button', { name: 'Bounce' })).toBeVisible();
  await demo.getByRole('combobox', { name: 'Format' }).selectOption('float32');
  await demo.getByRole('button', { name: 'Bounce' }).click();
  await expect(demo.getByRole('link', { name: /^Save / })).toBeVisible({ timeout: 60_000 });
});
