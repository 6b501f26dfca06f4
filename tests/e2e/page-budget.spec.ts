import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { LESSON_PATHS } from './lesson-paths.ts';
import { expect, test } from './page-fixture.ts';

const KB = 1000;

interface Loaded {
  readonly url: string;
  readonly type: string;
  readonly body: Buffer;
}

/** Brotli 11 and gzip 9 of a body: what hosts send; the larger one counts. */
function compressedBytes(body: Buffer): number {
  const brotli = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  return Math.max(brotli, gzipSync(body, { level: 9 }).length);
}

/** The practice page draws its list of exercises, and opens what is kept, by script as well. */
const PRACTICE_KB = 29;
const LESSON_KB = 20;

for (const [path, javaScriptKb] of [
  ...['/', ...LESSON_PATHS, '/songs/acoustic/'].map((path) => [path, LESSON_KB] as const),
  ['/practice/', PRACTICE_KB] as const,
])
  test(`${path} before Play: ≤ ${javaScriptKb} kB JavaScript, ≤ 48 kB HTML + CSS + JavaScript, ≤ 60 kB fonts, no audio`, async ({
    page,
  }) => {
    const loading: Promise<Loaded>[] = [];
    page.on('response', (response) =>
      loading.push(
        response.body().then((body) => ({
          url: response.url(),
          type: response.headers()['content-type'] ?? '',
          body,
        })),
      ),
    );
    await page.goto(path, { waitUntil: 'networkidle' });
    // Everything that scrolling to the end would hydrate counts too.
    for (const button of await page.locator('.demo-play').all()) {
      await button.scrollIntoViewIfNeeded();
      await expect(button).toBeEnabled();
    }
    await page.waitForLoadState('networkidle');
    const loaded = await Promise.all(loading);
    const sum = (matches: (entry: Loaded) => boolean, size: (body: Buffer) => number): number =>
      loaded.filter(matches).reduce((total, { body }) => total + size(body), 0);
    const javaScript = sum(({ type }) => type.includes('javascript'), compressedBytes);
    const markup = sum(({ type }) => type.includes('html') || type.includes('css'), compressedBytes);
    const fonts = sum(
      ({ url }) => url.includes('.woff'),
      (body) => body.length,
    );
    console.log(`${path}: JavaScript ${javaScript} B, HTML + CSS ${markup} B, fonts ${fonts} B`);
    expect(javaScript).toBeLessThanOrEqual(javaScriptKb * KB);
    expect(javaScript + markup).toBeLessThanOrEqual(48 * KB);
    expect(fonts).toBeLessThanOrEqual(60 * KB);
    expect(loaded.filter(({ url }) => url.includes('/stems/')).map(({ url }) => url)).toEqual([]);
  });
