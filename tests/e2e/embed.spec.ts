import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { test as plain, type FrameLocator, type Page } from 'playwright/test';
import { demoCatalog } from '../../src/demos/catalog.ts';
import { expect, play, test } from './page-fixture.ts';

const ids = [...(await demoCatalog()).keys()];

for (const id of ids)
  test(`/embed/${id}/ shows that demo alone, and leads to the page of the course that has it`, async ({
    page,
  }) => {
    await page.goto(`/embed/${id}/`);
    await expect(page.locator('section[data-demo]')).toHaveCount(1);
    const demo = page.locator(`section[data-demo="${id}"]`);
    await expect(demo.getByRole('button', { name: 'Play' })).toBeEnabled();
    await expect(page.locator('header, footer, nav')).toHaveCount(0);
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
    await demo.getByRole('radio').nth(1).check();
    const link = page.getByRole('link', { name: /^From Bypass: open the/ });
    await expect(link).toHaveAttribute('target', '_top');
    await expect(link).toHaveAttribute('href', /#v1;/);
    await link.click();
    await page.waitForURL(/#v1;/);
    await expect(page.locator(`section[data-demo="${id}"]`).getByRole('status')).toHaveText(
      /^This link’s sound is set: /,
    );
    await expect(page.locator(`section[data-demo="${id}"]`).getByRole('radio').nth(1)).toBeChecked();
  });

test('An embedded demo weighs at most 48 kB before Play, and axe finds nothing', async ({ page }) => {
  const bodies: Promise<{ type: string; bytes: number }>[] = [];
  page.on('response', (response) =>
    bodies.push(
      response.body().then((body) => ({
        type: response.headers()['content-type'] ?? '',
        bytes: Math.max(gzipSync(body, { level: 9 }).length, brotliCompressSync(body).length),
      })),
    ),
  );
  await page.goto('/embed/even-vocal/', { waitUntil: 'networkidle' });
  const loaded = await Promise.all(bodies);
  const sum = (kind: RegExp): number =>
    loaded.filter(({ type }) => kind.test(type)).reduce((total, { bytes }) => total + bytes, 0);
  console.log(`/embed/even-vocal/: JavaScript ${sum(/javascript/)} B, HTML + CSS ${sum(/html|css/)} B`);
  expect(sum(/javascript|html|css/)).toBeLessThanOrEqual(48_000);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
});

test('?theme= chooses the theme before anything is drawn; anything else is the system’s', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).colorScheme);
  for (const [query, scheme] of [
    ['?theme=light', 'light'],
    ['?theme=dark', 'dark'],
    ['?theme=<b>', 'light dark'],
    ['', 'light dark'],
  ]) {
    await page.goto(`/embed/punch/${query}`);
    expect(await ground(), query).toBe(scheme);
  }
});

test('No embedded demo scrolls sideways at 280 px', async ({ page }) => {
  await page.setViewportSize({ width: 280, height: 700 });
  for (const id of ids) {
    await page.goto(`/embed/${id}/`);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      id,
    ).toBe(0);
  }
});

/** A page of somebody else's, on another origin, with a demo in a frame. */
async function hostPage(iframe: string): Promise<{ server: Server; url: string }> {
  const html = `<!doctype html><title>Somebody's page</title><h1>Our course</h1>${iframe}
<script>
  window.heights = [];
  addEventListener('message', (event) => {
    if (event.data?.type !== 'bypass:height') return;
    heights.push({ height: event.data.height, origin: event.origin });
    document.querySelector('iframe').style.height = event.data.height + 'px';
  });
</script>`;
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

/** What a visitor's console should not show, in the frame or around it. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('favicon')) complaints.push(message.text());
  });
  return complaints;
}

const FRAGMENT = 'v1;d=even-vocal;v=even;even:vocal-compressor.thresholdDb=-40';
const demoIn = (frame: FrameLocator) => frame.locator('section[data-demo="even-vocal"]');

plain(
  'In a sandboxed frame of another origin, with storage refused, a demo plays, tells its height and hands its sound on',
  async ({ page, baseURL }) => {
    const complaints = complaintsOf(page);
    await page.addInitScript(() => {
      if (window.parent !== window)
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('Storage is refused.', 'SecurityError');
          },
        });
    });
    const { server, url } = await hostPage(
      `<iframe title="A demo" style="width: 100%; border: 0" allow="autoplay"
        sandbox="allow-scripts allow-same-origin allow-popups allow-top-navigation-by-user-activation"
        src="${baseURL}/embed/even-vocal/#${FRAGMENT}"></iframe>`,
    );
    try {
      await page.goto(url);
      const frame = page.frameLocator('iframe');
      const demo = demoIn(frame);
      await expect(demo.getByRole('status')).toHaveText(
        /^This link’s sound is set: Compressed, Threshold −40/,
      );

      // The frame follows the told height, and the height does not follow the frame: it settles.
      const tall = await demo.evaluate((section) => section.getBoundingClientRect().height);
      const heights = () =>
        page.evaluate(() => (window as unknown as { heights: { height: number; origin: string }[] }).heights);
      await expect.poll(async () => (await heights()).at(-1)?.height).toBeGreaterThan(tall);
      expect((await heights()).at(-1)!.height).toBeLessThan(tall + 250);
      expect((await heights()).every(({ origin }) => origin === baseURL)).toBe(true);
      const before = (await heights()).at(-1)!.height;
      await demo.getByText('Keys', { exact: true }).click();
      await expect.poll(async () => (await heights()).at(-1)!.height).toBeGreaterThan(before);
      expect((await heights()).length).toBeLessThan(20);

      await play(demo);
      await demo.getByRole('radio', { name: 'No compression' }).check();
      await demo.getByRole('button', { name: 'Stop' }).click();

      await frame.getByRole('link', { name: 'From Bypass: open the lesson' }).click();
      await page.waitForURL(`${baseURL}/lessons/compression/#**`);
      const lesson = page.locator('section[data-demo="even-vocal"]');
      await expect(lesson.getByRole('radio', { name: 'No compression' })).toBeChecked();
      await lesson.getByRole('radio', { name: 'Compressed' }).check();
      await expect(lesson.getByRole('slider', { name: 'Threshold' })).toHaveAttribute(
        'aria-valuetext',
        'minus 40 decibels',
      );
      expect(complaints).toEqual([]);
    } finally {
      server.close();
    }
  },
);

plain(
  'The HTML that “Embed this” gives works as it is, with the sound as it was set',
  async ({ page, baseURL }) => {
    const complaints = complaintsOf(page);
    await page.goto(`${baseURL}/lessons/compression/#${FRAGMENT}`);
    const lesson = page.locator('section[data-demo="even-vocal"]');
    await expect(lesson.getByRole('status')).toHaveText(/Threshold −40/);
    await lesson.getByText('Embed this').click();
    const snippet = await lesson.getByRole('textbox', { name: /HTML for your page/ }).inputValue();
    expect(snippet).toMatch(
      /^<iframe src="http:\/\/localhost:\d+\/embed\/even-vocal\/#v1;[^"<>]+" title="An even vocal"/,
    );
    const { server, url } = await hostPage(snippet);
    try {
      await page.goto(url);
      const demo = demoIn(page.frameLocator('iframe'));
      await expect(demo.getByRole('slider', { name: 'Threshold' })).toHaveAttribute(
        'aria-valuetext',
        'minus 40 decibels',
      );
      await play(demo);
      expect(complaints).toEqual([]);
    } finally {
      server.close();
    }
  },
);
