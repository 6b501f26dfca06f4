import { readFile } from 'node:fs/promises';
import { captured, capturedSeconds, tapOutput } from './output-tap.ts';
import { demoOf, expect, play, test } from './page-fixture.ts';

test.describe('Bad weather', () => {
  const BASS = /\/stems\/indie-pop\/bass\.(opus|flac)/;

  test('A stem that does not arrive: says which, what to do, and plays when it comes', async ({
    page,
    complaints,
  }) => {
    await page.route(BASS, (route) => route.fulfill({ status: 503, body: '' }));
    await page.goto('/');
    const demo = demoOf(page, 'four-ways');
    await demo.getByRole('button', { name: 'Play' }).click();
    await expect(demo.getByRole('alert')).toContainText(
      'The bass stem could not be fetched: the server answered 503.',
    );
    await expect(demo.getByRole('alert')).toContainText('Press Play');
    await expect(demo.getByRole('button', { name: 'Play' })).toBeVisible();
    await page.unroute(BASS);
    await play(demo);
    await expect(demo.getByRole('alert')).toHaveCount(0);
    expect(complaints.splice(0).every((text) => text.includes('503'))).toBe(true);
  });

  test('A lost connection: says so, and plays when it is back', async ({ page, complaints }) => {
    await page.route(BASS, (route) => route.abort('internetdisconnected'));
    await page.goto('/');
    const demo = demoOf(page, 'four-ways');
    await demo.getByRole('button', { name: 'Play' }).click();
    await expect(demo.getByRole('alert')).toContainText('The bass stem could not be fetched.');
    await expect(demo.getByRole('alert')).toContainText('Check the connection');
    await page.unroute(BASS);
    await play(demo);
    expect(complaints.splice(0).every((text) => text.includes('ERR_INTERNET_DISCONNECTED'))).toBe(true);
  });

  test('A stem that does not decode: says that it is damaged; nothing is left playing', async ({ page }) => {
    await tapOutput(page);
    await page.route(BASS, (route) => route.fulfill({ status: 200, body: 'not audio' }));
    await page.goto('/');
    const demo = demoOf(page, 'four-ways');
    await demo.getByRole('button', { name: 'Play' }).click();
    await expect(demo.getByRole('alert')).toContainText('The bass stem arrived damaged', { timeout: 60_000 });
    const { left } = await captured(page);
    expect(left.every((value) => value === 0)).toBe(true);
  });

  test('An Opus stem of the wrong length: the FLAC is fetched instead and it plays', async ({ page }) => {
    const snare = await readFile('public/stems/probe.opus');
    await page.route(/bass\.opus/, (route) => route.fulfill({ status: 200, body: snare }));
    const flac = page.waitForRequest(/bass\.flac/);
    await page.goto('/');
    await play(demoOf(page, 'four-ways'));
    await flac;
  });

  test('A stem of the wrong length in both encodings: says that it is damaged', async ({ page }) => {
    const probe = await readFile('public/stems/probe.flac');
    await page.route(BASS, (route) => route.fulfill({ status: 200, body: probe }));
    await page.goto('/');
    const demo = demoOf(page, 'four-ways');
    await demo.getByRole('button', { name: 'Play' }).click();
    await expect(demo.getByRole('alert')).toContainText('does not decode to the length', { timeout: 60_000 });
  });

  test('No AudioWorklet: says what is missing and what to open the page with', async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, 'AudioWorkletNode');
    });
    await page.goto('/');
    const demo = demoOf(page, 'four-ways');
    await demo.getByRole('button', { name: 'Play' }).click();
    await expect(demo.getByRole('alert')).toContainText('no AudioWorklet');
    await expect(demo.getByRole('alert')).toContainText('https');
    await demo.getByRole('radio', { name: 'Mixed only' }).check();
    await expect(demo.getByText(/Whole loop/)).toBeVisible();
  });

  test('The audio engine cannot be fetched: says so, and plays when it can', async ({ page, complaints }) => {
    await page.route(/mix\.worklet/, (route) => route.abort());
    await page.goto('/');
    const demo = demoOf(page, 'four-ways');
    await demo.getByRole('button', { name: 'Play' }).click();
    await expect(demo.getByRole('alert')).toContainText('The audio engine did not load.');
    await page.unroute(/mix\.worklet/);
    await play(demo);
    complaints.splice(0);
  });

  test('Stopped while it loads: nothing plays, and Play starts again', async ({ page }) => {
    await tapOutput(page);
    await page.route(/\.opus/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue().catch(() => undefined);
    });
    await page.goto('/');
    const demo = demoOf(page, 'four-ways');
    await demo.getByRole('button', { name: 'Play' }).click();
    await expect(demo.getByRole('progressbar', { name: 'Loading the song' })).toBeVisible();
    await demo.getByRole('button', { name: 'Stop' }).click();
    await page.waitForTimeout(3000);
    expect((await captured(page)).left.every((value) => value === 0)).toBe(true);
    await expect(demo.getByRole('alert')).toHaveCount(0);
    await page.unroute(/\.opus/);
    await play(demo);
  });

  test('Pressed ten times in two seconds: ends as the last press said, without an error', async ({
    page,
  }) => {
    await tapOutput(page);
    await page.goto('/');
    const demo = demoOf(page, 'four-ways');
    await play(demo);
    const button = demo.locator('.demo-play');
    for (let i = 0; i < 9; i++) {
      await button.click();
      await page.waitForTimeout(200);
    }
    await expect(demo.getByRole('button', { name: 'Play' })).toBeVisible();
    const stopped = await capturedSeconds(page);
    await expect.poll(() => capturedSeconds(page)).toBeGreaterThan(stopped + 1);
    const { left } = await captured(page);
    expect(left.subarray(Math.round((stopped + 0.5) * 48000)).every((value) => value === 0)).toBe(true);
  });

  test('Storage refused: the page says what that means, and everything plays', async ({ page }) => {
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        });
    });
    await page.goto('/');
    await page
      .getByRole('radio', { name: 'Dark' })
      .or(page.getByRole('button', { name: 'Dark' }))
      .first()
      .click();
    await expect(page.getByText(/does not let .* remember/)).toBeVisible();
    await play(demoOf(page, 'four-ways'));
  });
});

test.describe('Blocked autoplay', () => {
  test('A start without a press: asks for one more press, which plays', async ({ page }) => {
    // A browser that never lets the context run until it is asked a second time, as a blocked one behaves.
    await page.addInitScript(() => {
      let asked = 0;
      const resume = AudioContext.prototype.resume;
      const state = Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, 'state');
      AudioContext.prototype.resume = function () {
        asked++;
        return asked < 2 ? new Promise<void>(() => undefined) : resume.call(this);
      };
      Object.defineProperty(BaseAudioContext.prototype, 'state', {
        get(this: BaseAudioContext): string {
          return asked < 2 ? 'suspended' : (state?.get?.call(this) as string);
        },
      });
    });
    await page.goto('/');
    const demo = demoOf(page, 'four-ways');
    await demo.getByRole('button', { name: 'Play' }).click();
    await expect(demo.getByRole('alert')).toContainText('Press Play once more');
    await play(demo);
  });
});
