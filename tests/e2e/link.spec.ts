import { demoOf, expect, test } from './page-fixture.ts';

test('A link sets its demo’s sound, says so, brings it into view and gives it the focus', async ({
  page,
}) => {
  await page.goto(
    '/lessons/compression/#v1;d=punch;v=fast;m=0;fast:kick-compressor=0;slow:snare-compressor=0',
  );
  const demo = demoOf(page, 'punch');
  await expect(demo.getByRole('status')).toHaveText(
    'This link’s sound is set: Fast attack, Kick compressor off, not matched; other versions are changed too.',
  );
  await expect(demo).toBeFocused();
  await expect(demo).toBeInViewport();
  await expect(demo.getByRole('radio', { name: 'Fast attack' })).toBeChecked();
  await expect(demo.getByRole('switch', { name: 'Kick compressor' })).toHaveAttribute(
    'aria-checked',
    'false',
  );
  await expect(demo.getByRole('switch', { name: 'Snare compressor' })).toHaveAttribute(
    'aria-checked',
    'true',
  );
  await expect(demo.getByRole('switch', { name: 'Level match' })).toHaveAttribute('aria-checked', 'false');
  await page.keyboard.press('2');
  await expect(demo.getByRole('switch', { name: 'Snare compressor' })).toHaveAttribute(
    'aria-checked',
    'false',
  );
  await expect(demoOf(page, 'even-vocal').getByRole('status')).toHaveText('');
  await page.keyboard.press('u');
  await expect(demo.getByRole('radio', { name: 'No compression' })).toBeChecked();
});

test('A link that comes while the page is open is followed; numbers outside their range come inside it', async ({
  page,
}) => {
  await page.goto('/lessons/compression/');
  const demo = demoOf(page, 'even-vocal');
  await expect(demo.getByRole('button', { name: 'Play' })).toBeEnabled();
  await page.evaluate(() => {
    location.hash =
      'v1;d=even-vocal;v=even;even:vocal-compressor.thresholdDb=-99;even:vocal-compressor.ratio=99';
  });
  await expect(demo.getByRole('slider', { name: 'Threshold' })).toHaveAttribute(
    'aria-valuetext',
    'minus 60 decibels',
  );
  await expect(demo.getByRole('slider', { name: 'Ratio' })).toHaveAttribute('aria-valuetext', '20 to 1');
  await expect(demo.getByRole('status')).toHaveText(/Compressed, Threshold −60.dB, Ratio 20:1, matched\.$/);
});

for (const [fragment, id, why] of [
  ['v2;d=punch;v=fast', 'punch', 'it is of a version that this page does not know (v2)'],
  ['v1;d=punch;v=fast;fast:reverb=1', 'punch', 'it sets something that this demo does not have (reverb)'],
  ['v1;d=four-ways;v=raw', 'even-vocal', 'it is for a demo that is not on this page'],
  ['v1;d=<img src=x onerror=alert(1)>', 'even-vocal', 'it holds characters that no link of ours has'],
] as const)
  test(`A bad link changes nothing and says why: ${why}`, async ({ page }) => {
    await page.goto(`/lessons/compression/#${fragment}`);
    const demo = demoOf(page, id);
    await expect(demo.getByRole('status')).toHaveText(
      `This link cannot be opened: ${why}. The demo is as it was.`,
    );
    await expect(demo).toBeInViewport();
    await expect(demo.getByRole('radio').first()).toBeChecked();
    await expect(demo.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
  });

test('Ordinary anchors stay what they are', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/#songs');
  const demo = demoOf(page, 'four-ways');
  await expect(demo.getByRole('button', { name: 'Play' })).toBeEnabled();
  await page.goto('/#content');
  await expect(demo.getByRole('status')).toHaveText('');
  expect(asked.filter((url) => url.includes('link'))).toEqual([]);
});

test('A copied link brings the same sound back on another visit', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/?from=mail#songs');
  const demo = demoOf(page, 'four-ways');
  await demo.getByRole('radio', { name: 'Mixed only' }).check();
  await demo.getByRole('switch', { name: 'Track EQ' }).click();
  await demo.getByRole('switch', { name: 'Level match' }).click();
  await demo.getByRole('button', { name: 'Copy link to this sound' }).click();
  await expect(demo.getByRole('status')).toHaveText('Copied.');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${new URL(page.url()).origin}/#v1;d=four-ways;v=mixed;m=0;mixed:track-eq=0`);
  const visit = await context.newPage();
  await visit.goto(link);
  await expect(demoOf(visit, 'four-ways').getByRole('status')).toHaveText(
    'This link’s sound is set: Mixed only, Track EQ off, not matched.',
  );
});

test('Where the browser does not let the page copy, the link is shown, marked, to be copied by hand', async ({
  page,
}) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('no')) },
    }),
  );
  await page.goto('/');
  const demo = demoOf(page, 'four-ways');
  await demo.getByRole('button', { name: 'Copy link to this sound' }).click();
  const field = demo.getByRole('textbox', { name: 'Link to this sound' });
  await expect(field).toHaveValue(/\/#v1;d=four-ways;v=raw$/);
  await expect(demo.getByRole('status')).toHaveText(/copy it yourself/);
  expect(await page.evaluate(() => getSelection()?.toString())).toMatch(/#v1;d=four-ways;v=raw$/);
});
