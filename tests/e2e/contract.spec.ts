import { demoById } from '../../src/demos/catalog.ts';
import { demoOf, expect, play, test } from './page-fixture.ts';

/** Where each demo stands. */
const PAGES: [string, string[]][] = [
  ['/', ['four-ways']],
  ['/lessons/eq/', ['lane-for-each', 'guitar-alone']],
  ['/lessons/compression/', ['even-vocal', 'punch']],
  ['/lessons/limiting/', ['ceiling']],
  ['/lessons/balance/', ['faders-only', 'how-far-in-front']],
  ['/lessons/panning/', ['stereo-picture', 'mono-check']],
  ['/lessons/too-sharp/', ['sharp-s', 'always-or-when-needed']],
  ['/lessons/saturation/', ['warm-to-wrecked', 'bass-on-a-laptop']],
  ['/songs/electronic/', ['electronic-four-ways']],
  ['/songs/acoustic/', ['acoustic-four-ways']],
];

for (const [path, ids] of PAGES) {
  test(`${path} serves its demos with named controls before any script has run`, async ({ request }) => {
    const html = await (await request.get(path)).text();
    for (const id of ids)
      expect(html).toMatch(new RegExp(`<section[^>]*data-demo="${id}"[^>]*aria-label="[^"]+"`));
  });

  for (const id of ids) {
    test(`The demo ${id} on ${path} keeps the contract: play, compare, switch each device, match, stop`, async ({
      page,
    }) => {
      await page.goto(path);
      const demo = demoOf(page, id);
      await play(demo);
      const compare = demo.getByRole('radiogroup', { name: 'Compare' });
      const radios = await compare.getByRole('radio').all();
      expect(radios.length).toBeGreaterThanOrEqual(2);
      for (const radio of radios) {
        await radio.check();
        await expect(radio).toBeChecked();
      }
      const switches = await demo.getByRole('switch').all();
      // One for each switch of the demo, and Level match.
      expect(switches).toHaveLength((await demoById(id)).switches.length + 1);
      for (const device of switches) {
        const before = await device.getAttribute('aria-checked');
        await device.click();
        await expect(device).toHaveAttribute('aria-checked', before === 'true' ? 'false' : 'true');
      }
      await expect(
        demo.getByRole('switch', { name: 'Level match', exact: true }),
      ).toHaveAccessibleDescription(/\d dB louder than matched|^off: this is as loud as matched/);
      await demo.getByRole('button', { name: 'Stop' }).click();
      await expect(demo.getByRole('button', { name: 'Play' })).toBeVisible();
    });
  }
}

test('A whole demo works by keyboard alone', async ({ page }) => {
  await page.goto('/');
  const demo = demoOf(page, 'four-ways');
  await expect(demo.getByRole('button', { name: 'Play' })).toBeEnabled();
  await demo.getByRole('button', { name: 'Play' }).focus();
  await page.keyboard.press('Enter');
  await expect(demo.getByRole('button', { name: 'Stop' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(demo.getByRole('radio', { name: 'Raw' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(demo.getByRole('radio', { name: 'Mixed only' })).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(demo.getByRole('switch', { name: 'Track EQ' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(demo.getByRole('switch', { name: 'Track EQ' })).toHaveAttribute('aria-checked', 'false');
  await page.keyboard.press('Escape');
  await expect(demo.getByRole('button', { name: 'Play' })).toBeVisible();
});

test('Starting one demo stops the other on the page', async ({ page }) => {
  await page.goto('/lessons/eq/');
  await play(demoOf(page, 'lane-for-each'));
  await play(demoOf(page, 'guitar-alone'));
  await expect(demoOf(page, 'lane-for-each').getByRole('button', { name: 'Play' })).toBeVisible();
});

test('Each variant keeps its own switch positions', async ({ page }) => {
  await page.goto('/lessons/eq/');
  const demo = demoOf(page, 'lane-for-each');
  const guitar = demo.getByRole('switch', { name: 'Guitar EQ' });
  await demo.getByRole('radio', { name: 'A lane for each' }).check();
  await expect(guitar).toHaveAttribute('aria-checked', 'true');
  await guitar.click();
  await demo.getByRole('radio', { name: 'No EQ' }).check();
  await expect(guitar).toHaveAttribute('aria-checked', 'false');
  await demo.getByRole('radio', { name: 'A lane for each' }).check();
  await expect(guitar).toHaveAttribute('aria-checked', 'false');
  await expect(demo.getByRole('switch', { name: 'Keys EQ' })).toHaveAttribute('aria-checked', 'true');
});
