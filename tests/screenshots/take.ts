/**
 * `npm run screenshots`: every demo of the built site while it plays, in both themes, on a phone, a tablet and a desk,
 * to be looked at; `-- --keep` also renews those that the README shows. `npm run build` before it.
 */
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Locator, type Page } from 'playwright';
import { serveSite } from '../engines/site-server.ts';
import { CHROMIUM_ARGS, findChromium } from '../setup/chromium.ts';

const WIDTHS = [360, 768, 1440];
const THEMES = ['light', 'dark'] as const;
/** As high as the longest demo, because pictures out of sight are not drawn. */
const HEIGHT = 3200;
/** Long enough for meters and pictures to have something to show. */
const LISTEN_MS = 4000;

/** What the README shows: files in .github, each at most 150 kB. */
const KEPT_KB = 150;

const executablePath = findChromium();
if (!executablePath)
  throw new Error('No Chromium. Run `node tests/setup/chromium.ts`, which says what to do.');

const folder = await mkdtemp(join(tmpdir(), 'bypass-screenshots-'));
const site = await serveSite('dist', false);
const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
try {
  const page = await browser.newPage();
  for (const path of await pagesWithDemos('dist')) {
    await page.goto(site.url + path);
    for (const demo of await page.locator('section[data-demo]').all()) {
      await listen(demo);
      for (const theme of THEMES) for (const width of WIDTHS) await take(page, demo, width, theme);
      await demo.getByRole('button', { name: 'Stop' }).click();
    }
  }
  if (process.argv.includes('--keep')) {
    await keep(page, '', 'four-ways', 1100, 'light', 'screenshot.png');
    await keep(page, 'lessons/compression/', 'even-vocal', 1100, 'dark', 'screenshot-dark.png');
    await keep(page, 'lessons/eq/', 'lane-for-each', 390, 'dark', 'screenshot-phone.png');
  }
} finally {
  await browser.close();
  site.close();
}
console.log(`${(await readdir(folder)).length} screenshots are in ${folder}`);

/** The built pages that hold a demo, but for those that show one demo alone. */
async function pagesWithDemos(root: string): Promise<string[]> {
  const files = (await readdir(root, { recursive: true })).filter(
    (file) => file.endsWith('index.html') && !file.startsWith('embed'),
  );
  const texts = await Promise.all(files.map((file) => readFile(join(root, file), 'utf8')));
  return files
    .filter((_, i) => texts[i]!.includes('data-demo='))
    .map((file) => file.replace(/index\.html$/, ''));
}

/** Play a demo's last version until its meters move. */
async function listen(demo: Locator): Promise<void> {
  await demo.getByRole('button', { name: 'Play' }).click();
  await demo.getByRole('radiogroup', { name: 'Compare' }).getByRole('radio').last().check();
  await demo
    .locator('.demo-readouts dd', { hasText: /\d LUFS/ })
    .first()
    .waitFor({ timeout: 60_000 });
  await demo.page().waitForTimeout(LISTEN_MS);
}

async function take(page: Page, demo: Locator, width: number, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize({ width, height: HEIGHT });
  await page.waitForTimeout(400);
  const name = (await demo.getAttribute('data-demo')) ?? 'demo';
  await demo.screenshot({ path: join(folder, `${name}-${width}-${theme}.png`) });
}

/** The page around a playing demo, from its heading on. */
async function keep(
  page: Page,
  path: string,
  id: string,
  width: number,
  theme: 'light' | 'dark',
  file: string,
): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize({ width, height: 960 });
  await page.goto(site.url + path);
  await listen(page.locator(`section[data-demo="${id}"]`));
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  const image = await page.screenshot({ path: join('.github', file) });
  if (image.length > KEPT_KB * 1000) throw new Error(`.github/${file}: ${image.length} bytes`);
}
