import type { Page } from 'playwright/test';
import { captured, capturedSeconds, tapOutput } from './output-tap.ts';
import { demoOf, expect, play, test } from './page-fixture.ts';

declare global {
  interface Window {
    /** Every audio context that the page has made, in order. */
    contexts: AudioContext[];
  }
}

/** Keep hold of the page's contexts; `freezeFirst` lets the first one say that it runs while its clock stands still. */
async function watchContexts(page: Page, freezeFirst: boolean): Promise<void> {
  await page.addInitScript((freeze) => {
    window.contexts = [];
    const state = Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, 'state')!;
    const resume = AudioContext.prototype.resume;
    const frozen = (context: unknown): boolean => freeze && context === window.contexts[0];
    window.AudioContext = new Proxy(AudioContext, {
      construct(target, args: [AudioContextOptions?]) {
        const context = new target(...args);
        // Tone makes one of its own on import; the page's is the one that asks for a rate.
        if (args[0]?.sampleRate) window.contexts.push(context);
        if (frozen(context)) void context.suspend();
        return context;
      },
    });
    Object.defineProperty(BaseAudioContext.prototype, 'state', {
      get(this: BaseAudioContext) {
        return frozen(this) ? 'running' : (state.get!.call(this) as AudioContextState);
      },
    });
    AudioContext.prototype.resume = function () {
      return frozen(this) ? Promise.resolve() : resume.call(this);
    };
  }, freezeFirst);
}

test('A sound device that says it runs but stands still is opened anew, without a second press', async ({
  page,
}) => {
  await watchContexts(page, true);
  await tapOutput(page);
  await page.goto('/');
  await play(demoOf(page, 'four-ways'));
  expect(await page.evaluate(() => window.contexts.length)).toBe(2);
  await expect.poll(async () => (await captured(page)).left.some((value) => value !== 0)).toBe(true);
});

test('When the system stops the sound, the page says so, and the next press anywhere goes on', async ({
  page,
}) => {
  await watchContexts(page, false);
  await tapOutput(page);
  await page.goto('/');
  const demo = demoOf(page, 'four-ways');
  await play(demo);
  await page.evaluate(() => window.contexts[0].suspend());
  await expect(demo.getByRole('status').first()).toHaveText(/paused the sound/);
  await page.locator('h1').click();
  await expect(demo.getByRole('status').first()).not.toHaveText(/paused the sound/);
  const resumed = await capturedSeconds(page);
  await expect.poll(() => capturedSeconds(page)).toBeGreaterThan(resumed + 0.5);
});

test('The first Play measures the machine, the footer tells the figure, and light mode can be chosen', async ({
  page,
}) => {
  await page.goto('/');
  const demo = demoOf(page, 'four-ways');
  await play(demo);
  await page.reload();
  const power = page.getByRole('group', { name: 'Sound engine' });
  await expect(power.getByRole('status')).toHaveText(/renders a mix \d+ times as fast/);
  await power.getByRole('radio', { name: 'Light' }).check();
  await page.reload();
  await expect(power.getByRole('radio', { name: 'Light' })).toBeChecked();
  await play(demo);
  await demo.getByRole('radio', { name: 'Mixed and mastered' }).check();
  await demo.getByRole('switch', { name: 'Limiter' }).click();
  await demo.getByRole('switch', { name: 'Limiter' }).click();
  await expect(demo.getByRole('meter')).toHaveAttribute('aria-valuetext', /dB/);
});

test('An iPhone whose mute switch we cannot override is told to look at it', async ({ browser }) => {
  const phone = await browser.newContext({
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 15_6 like Mac OS X) AppleWebKit/605.1.15 Version/15.6 Safari/604.1',
  });
  const page = await phone.newPage();
  await page.goto('/');
  const demo = demoOf(page, 'four-ways');
  await play(demo);
  await expect(demo.getByRole('status').first()).toHaveText(/mute switch/);
  await phone.close();
});
