import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright/test';
import { abxOrder, type Side } from '../../src/training/abx.ts';
import { abxVerdictText } from '../../src/training/abx-verdict.ts';
import { demoOf, expect, play, test } from './page-fixture.ts';

/** Every chance of the page comes out as this seed. */
async function fixChance(page: Page, seed: number): Promise<void> {
  await page.addInitScript((value) => {
    crypto.getRandomValues = (array) => {
      if (array instanceof Uint32Array) array.fill(value);
      return array;
    };
  }, seed);
}

async function openTest(demo: Locator): Promise<Locator> {
  const open = demo.getByRole('button', { name: 'Take it blind' });
  await expect(open).toBeEnabled();
  await open.click();
  const test = demo.getByRole('group', { name: 'Blind test' });
  await expect(test.getByRole('button', { name: 'Begin' })).toBeFocused();
  return test;
}

async function beginRun(demo: Locator, trials: number): Promise<Locator> {
  const test = await openTest(demo);
  await test.getByRole('combobox', { name: 'Trials' }).selectOption(String(trials));
  await test.getByRole('button', { name: 'Begin' }).click();
  await expect(demo.getByRole('button', { name: 'Stop' })).toBeVisible({ timeout: 60_000 });
  await expect(demo.locator('progress')).toHaveCount(0, { timeout: 60_000 });
  await expect(test.getByText(`Trial 1 of ${trials}`)).toBeVisible();
  await expect(test.getByText('Listen to X before you answer')).toBeVisible();
  return test;
}

test('A run of 10 trials is taken by keyboard alone, and its verdict agrees with the answers', async ({
  page,
}) => {
  const seed = 20;
  await fixChance(page, seed);
  await page.goto('/lessons/eq/');
  const demo = demoOf(page, 'lane-for-each');
  await expect(demo.getByRole('button', { name: 'Take it blind' })).toBeEnabled();
  await demo.getByRole('button', { name: 'Take it blind' }).focus();
  await page.keyboard.press('Enter');
  await expect(demo.getByRole('button', { name: 'Begin' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(demo.getByRole('combobox', { name: 'Trials' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(demo.getByRole('combobox', { name: 'Trials' })).toHaveValue('10');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(demo.getByRole('radio', { name: /^A/ })).toBeFocused();
  await expect(demo.getByText('Listen to X before you answer')).toBeVisible({ timeout: 60_000 });

  const order = abxOrder(10, seed);
  // Right but for trials 3 and 8.
  const said = order.map((side, i): Side => (i === 2 || i === 7 ? (side === 'A' ? 'B' : 'A') : side));
  for (const [i, side] of said.entries()) {
    await expect(demo.getByText(`Trial ${i + 1} of 10`)).toBeVisible();
    await expect(demo.getByRole('radio', { name: /^A/ })).toBeChecked();
    await page.keyboard.press('b');
    await expect(demo.getByRole('radio', { name: /^B/ })).toBeChecked();
    await page.keyboard.press('x');
    await expect(demo.getByRole('radio', { name: /^X/ })).toBeFocused();
    await page.keyboard.press('Tab');
    if (side === 'B') await page.keyboard.press('Tab');
    await expect(demo.getByRole('button', { name: `X is ${side}` })).toBeFocused();
    await page.keyboard.press('Enter');
  }
  const test = demo.getByRole('group', { name: 'Blind test' });
  await expect(test.getByRole('status')).toHaveText(abxVerdictText(8, 10));
  await expect(test.getByRole('button', { name: 'Take it again' })).toBeFocused();
  await expect(demo.getByRole('button', { name: 'Play' })).toBeVisible();
  await test.getByText('Trial by trial').click();
  const rows = await test.locator('tbody tr').allInnerTexts();
  expect(rows.map((row) => row.replace(/\s+/g, ' '))).toEqual(
    order.map((was, i) => `${i + 1} ${was} ${said[i]} ${was === said[i] ? '✓ right' : '✗ wrong'}`),
  );
  await expect(demo.getByRole('radiogroup', { name: 'Compare' })).toBeVisible();
});

test('During a run the page, its storage and the network say the same whatever X is', async ({ browser }) => {
  // In the trials that are looked at, X is A in one run and B in the other, both ways round (asserted below).
  const runs: { seen: string[]; order: Side[] }[] = [];
  for (const seed of [1, 9]) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const requests: string[] = [];
    await fixChance(page, seed);
    // What the machine's speed was measured to be is remembered, and is never the same twice.
    await page.addInitScript(() => localStorage.setItem('bypass.power-measured', '5'));
    await page.goto('/lessons/compression/');
    const demo = demoOf(page, 'even-vocal');
    const test = await beginRun(demo, 10);
    // The browser asks for the icon when it likes.
    page.on('request', (request) => request.url().endsWith('favicon.svg') || requests.push(request.url()));
    const seen: string[] = [];
    for (let trial = 1; trial <= 6; trial++) {
      for (const key of ['x', 'a', 'x', 'b', 'x']) {
        await page.keyboard.press(key);
        await expect(test.getByRole('radio', { name: new RegExp(`^${key}`, 'i') })).toBeChecked();
        // Long enough for meters to report.
        await page.waitForTimeout(120);
        seen.push(await everythingSaid(page));
      }
      await test.getByRole('button', { name: 'X is A' }).click();
    }
    seen.push(`requests: ${requests.join(' ')}`);
    runs.push({ seen, order: abxOrder(10, seed).slice(0, 6) });
    await context.close();
  }
  const [one, other] = runs;
  const differing = one.order.filter((side, i) => side !== other.order[i]);
  expect(new Set(differing)).toEqual(new Set(['A', 'B']));
  expect(one.seen.length).toBe(other.seen.length);
  for (const [i, said] of one.seen.entries()) expect(firstDifference(said, other.seen[i])).toBe('');
  expect(one.seen.at(-1)).toBe('requests: ');
});

/** The page's markup and title, what has the focus, what is stored, and how many files were fetched. */
function everythingSaid(page: Page): Promise<string> {
  return page.evaluate(() =>
    JSON.stringify({
      markup: document.documentElement.outerHTML,
      focus: document.activeElement?.outerHTML,
      address: location.href,
      cookies: document.cookie,
      local: { ...localStorage },
      session: { ...sessionStorage },
      fetched: performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => !name.endsWith('favicon.svg'))
        .sort(),
    }),
  );
}

/** Where two texts part, with what surrounds it; '' when they are the same. */
function firstDifference(one: string, other: string): string {
  const at = [...one].findIndex((letter, i) => letter !== other[i]);
  if (at < 0) return one.length === other.length ? '' : other.slice(one.length);
  return `${one.slice(Math.max(0, at - 80), at + 40)} | ${other.slice(at, at + 40)}`;
}

test('During a run only the test is there: no switch, knob, meter or other comparison', async ({ page }) => {
  await page.goto('/lessons/compression/');
  const demo = demoOf(page, 'even-vocal');
  await play(demo);
  const test = await beginRun(demo, 12);
  await expect(demo.getByRole('radiogroup')).toHaveCount(1);
  for (const role of ['switch', 'slider', 'meter', 'combobox'] as const)
    await expect(demo.getByRole(role)).toHaveCount(0);
  await expect(demo.getByText(/LUFS/).filter({ visible: true })).toHaveCount(0);
  expect((await new AxeBuilder({ page }).include('.blind').analyze()).violations).toEqual([]);
  // Escape silences; the run waits.
  await page.keyboard.press('Escape');
  await expect(demo.getByRole('button', { name: 'Play' })).toBeVisible();
  await expect(test.getByText('Press Play to go on')).toBeVisible();
  await test.getByRole('button', { name: 'End the test' }).click();
  await expect(test.getByRole('status')).toHaveText('Ended early: not counted.');
  await expect(demo.getByRole('switch', { name: 'Level match' })).toBeVisible();
  await test.getByRole('button', { name: 'Close' }).click();
  await expect(demo.getByRole('button', { name: 'Take it blind' })).toBeFocused();
});

test('X cannot be named before it has been heard in that trial', async ({ page }) => {
  await page.goto('/lessons/eq/');
  const test = await beginRun(demoOf(page, 'lane-for-each'), 10);
  const answer = test.getByRole('button', { name: 'X is B' });
  await expect(answer).toHaveAttribute('aria-disabled', 'true');
  await answer.click({ force: true });
  await expect(test.getByText('Trial 1 of 10')).toBeVisible();
  await page.keyboard.press('x');
  await answer.click();
  await expect(test.getByText('Trial 2 of 10')).toBeVisible();
  await expect(answer).toHaveAttribute('aria-disabled', 'true');
});

test('Of four versions two are picked, never one twice, and leaving the level match out warns first', async ({
  page,
}) => {
  await page.goto('/');
  const test = await openTest(demoOf(page, 'four-ways'));
  const [a, b] = [
    test.getByRole('combobox', { name: 'A', exact: true }),
    test.getByRole('combobox', { name: 'B', exact: true }),
  ];
  await expect(a).toHaveValue('raw');
  await expect(b).toHaveValue('both');
  await b.selectOption('raw');
  await expect(a).toHaveValue('both');
  await a.selectOption('mixed');
  await test.getByRole('checkbox', { name: 'Without level match, on purpose' }).check();
  await expect(test.getByText(/will be \d+\.\d\sdB louder than the other/)).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in the blind test, set up or taken, in the ${colorScheme} theme at 320 px, and nothing scrolls sideways`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 800 });
    await fixChance(page, 5);
    await page.goto('/');
    const demo = demoOf(page, 'four-ways');
    const fits = async (): Promise<void> => {
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      for (const control of await demo.locator('button, label, select').filter({ visible: true }).all())
        expect((await control.boundingBox())!.height, await control.innerText()).toBeGreaterThanOrEqual(44);
      expect((await new AxeBuilder({ page }).include('.demo').analyze()).violations).toEqual([]);
    };
    const test = await openTest(demo);
    await fits();
    await test.getByRole('combobox', { name: 'Trials' }).selectOption('10');
    await test.getByRole('button', { name: 'Begin' }).click();
    await expect(test.getByText('Listen to X before you answer')).toBeVisible({ timeout: 60_000 });
    await fits();
    for (let trial = 1; trial <= 10; trial++) {
      await page.keyboard.press('x');
      await test.getByRole('button', { name: 'X is A' }).click();
    }
    await test.getByText('Trial by trial').click();
    await fits();
  });
