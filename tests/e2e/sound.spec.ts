import { demos } from '../../src/demos/songs.ts';
import { measureLoudness } from '../../src/dsp/loudness.ts';
import { truePeakDbtp } from '../../src/dsp/true-peak.ts';
import { residualDb } from './alignment.ts';
import { loopStart, matchedBounce } from './expected-sound.ts';
import { captured, capturedSeconds, tapOutput } from './output-tap.ts';
import { demoOf, expect, play, test } from './page-fixture.ts';

const RATE = 48000;
const [fourWays] = demos;

const placeOf = (id: string): number => fourWays.variants.findIndex((variant) => variant.id === id);

test.describe('What reaches the destination', () => {
  test.beforeEach(async ({ page }) => {
    await tapOutput(page);
    // FLAC decodes to the samples that the bounce reads, so that the two can be compared bit by bit.
    await page.route('**/probe.opus', (route) => route.fulfill({ status: 200, body: 'no probe' }));
    await page.goto('/');
  });

  test('is the bounce of the chosen variant within −80 dB, before and after a switch at the same spot', async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const demo = demoOf(page, 'four-ways');
    await demo.getByRole('radio', { name: 'Mixed only' }).check();
    await play(demo);
    const started = await capturedSeconds(page);
    await expect.poll(() => capturedSeconds(page), { timeout: 60_000 }).toBeGreaterThan(started + 6);
    const switchedAt = await capturedSeconds(page);
    await demo.getByRole('radio', { name: 'Mixed and mastered' }).check();
    await expect.poll(() => capturedSeconds(page), { timeout: 60_000 }).toBeGreaterThan(switchedAt + 6);
    const capture = await captured(page);

    const mixed = await matchedBounce(fourWays, placeOf('mixed'));
    const both = await matchedBounce(fourWays, placeOf('both'));
    const start = loopStart(capture, mixed);
    const switched = Math.round(switchedAt * RATE) - start;
    expect(residualDb(capture.left, mixed, start, switched - 2 * RATE, switched - RATE)).toBeLessThan(-80);
    expect(residualDb(capture.left, both, start, switched + 4 * RATE, switched + 5 * RATE)).toBeLessThan(-80);
  });

  test('never exceeds −1 dBTP, matched or not, and stops within 0.2 s of Stop', async ({ page }) => {
    const demo = demoOf(page, 'four-ways');
    await play(demo);
    await demo.getByRole('switch', { name: 'Level match' }).click();
    for (const name of ['Mixed only', 'Mastered only', 'Mixed and mastered', 'Raw']) {
      await demo.getByRole('radio', { name, exact: true }).check();
      await page.waitForTimeout(700);
    }
    await demo.getByRole('button', { name: 'Stop' }).click();
    const stopped = await capturedSeconds(page);
    await expect.poll(() => capturedSeconds(page)).toBeGreaterThan(stopped + 1);
    const { left, right } = await captured(page);
    expect(truePeakDbtp([left, right], 16)).toBeLessThanOrEqual(-1);
    const after = Math.round((stopped + 0.2) * RATE);
    expect(left.subarray(after).every((value) => value === 0)).toBe(true);
  });

  test('starts with a fade: the first 2 ms stay below −40 dBFS', async ({ page }) => {
    const demo = demoOf(page, 'four-ways');
    await play(demo);
    await page.waitForTimeout(1500);
    const { left } = await captured(page);
    const first = left.findIndex((value) => value !== 0);
    expect(Math.max(...left.subarray(first, first + 96).map(Math.abs))).toBeLessThan(0.01);
    expect(
      measureLoudness([left.subarray(first), left.subarray(first)], RATE).integratedLufs,
    ).toBeGreaterThan(-40);
  });
});

test('The Opus loop comes round after exactly 36 s, without a seam', async ({ page }) => {
  test.setTimeout(180_000);
  await tapOutput(page);
  await page.goto('/');
  const demo = demoOf(page, 'four-ways');
  await demo.getByRole('radio', { name: 'Mixed only' }).check();
  await play(demo);
  const started = await capturedSeconds(page);
  await expect.poll(() => capturedSeconds(page), { timeout: 120_000 }).toBeGreaterThan(started + 41);
  const capture = await captured(page);
  const { left } = capture;
  const start = loopStart(capture, await matchedBounce(fourWays, placeOf('mixed')));
  const loop = 36 * RATE;
  // Away from the start, where the first lap's filters and envelopes came from silence.
  expect(residualDb(left.subarray(loop), left, 0, start + 3 * RATE, start + 4 * RATE)).toBeLessThan(-80);

  const bend = (i: number): number => Math.abs(left[i - 1] - 2 * left[i] + left[i + 1]);
  const sharpest = (from: number, to: number): number => {
    let sharp = 0;
    for (let i = from; i < to; i++) sharp = Math.max(sharp, bend(i));
    return sharp;
  };
  const seam = start + loop;
  const around = Math.max(sharpest(seam - 192, seam - 1), sharpest(seam + 2, seam + 192));
  expect(sharpest(seam - 1, seam + 2)).toBeLessThanOrEqual(around);
});

test('With Opus the same song arrives: the page picks it because it decodes sample-exactly here', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/');
  await play(demoOf(page, 'four-ways'));
  expect(asked.some((url) => url.includes('/stems/indie-pop/vocal.opus'))).toBe(true);
  expect(asked.some((url) => url.includes('.flac'))).toBe(false);
});

test('The readouts move with the sound', async ({ page }) => {
  await page.goto('/');
  const demo = demoOf(page, 'four-ways');
  await demo.getByRole('radio', { name: 'Mixed and mastered' }).check();
  await play(demo);
  const readings = new Set<string>();
  for (let i = 0; i < 12; i++) {
    readings.add(await demo.locator('.demo-readouts').innerText());
    await page.waitForTimeout(250);
  }
  expect(readings.size).toBeGreaterThan(3);
  await expect(demo.getByRole('meter')).toHaveAttribute('aria-valuetext', /dB|off/);
});
