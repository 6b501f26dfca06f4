import { demoOf, expect, play, test } from './page-fixture.ts';

test('What changed is on the page before any script has run, for the version that is chosen first', async ({
  request,
}) => {
  const html = await (await request.get('/lessons/compression/')).text();
  const [, words] = /<div class="demo-words">(.*?)<\/div>/.exec(html)!;
  expect(words).toContain('What changed');
  expect(words).toContain('Compared with “Compressed”, the vocal compressor is off.');
});

test('Before Play, choosing another version tells of that one without fetching what forms sentences', async ({
  page,
}) => {
  await page.goto('/lessons/compression/', { waitUntil: 'networkidle' });
  const demo = demoOf(page, 'even-vocal');
  await expect(demo.getByRole('button', { name: 'Play' })).toBeEnabled();
  const fetched: string[] = [];
  page.on('request', (request) => request.url().endsWith('favicon.svg') || fetched.push(request.url()));
  await demo.getByRole('radio', { name: 'Compressed', exact: true }).check();
  await expect(demo.locator('.demo-words')).toContainText('the vocal compressor is on (7:1 above −38 dB');
  expect(fetched.filter((url) => url.includes('live-words'))).toEqual([]);
});

test('The words follow switches and knobs while it plays', async ({ page }) => {
  await page.goto('/lessons/compression/');
  const demo = demoOf(page, 'even-vocal');
  const words = demo.locator('.demo-words');
  await demo.getByRole('radio', { name: 'Compressed', exact: true }).check();
  await play(demo);
  await demo.getByRole('slider', { name: /Ratio/ }).press('Home');
  await expect(words).toContainText('the vocal compressor is on (1:1 above −38 dB');
  await demo.getByRole('switch', { name: 'Vocal compressor' }).click();
  await expect(words).toContainText('are set the same now');
});

test('With level match off, it says by how many decibels the louder one wins', async ({ page }) => {
  await page.goto('/lessons/limiting/');
  const demo = demoOf(page, 'ceiling');
  const match = demo.getByRole('switch', { name: 'Level match' });
  await demo.getByRole('radio', { name: 'Crushed' }).check();
  await expect(match).toHaveAccessibleDescription(
    /turns this down \d+\.\d dB; off turns it up as much, so turn your volume down first/,
  );
  await match.click();
  await expect(demo.locator('.demo-words')).toContainText(
    /“Crushed” is now \d+\.\d dB louder than the quietest\. Louder nearly always seems better/,
  );
  await demo.getByRole('radio', { name: 'No limiter' }).check();
  await expect(demo.locator('.demo-words')).toContainText(/Turn your volume down before you choose another/);
});
