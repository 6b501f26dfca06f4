import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright/test';
import { demoOf, expect, play, test } from './page-fixture.ts';

const WITH_TERM = '/lessons/balance/';
const term = (page: Page): Locator => page.getByRole('link', { name: 'masking', exact: true });
const card = (page: Page): Locator => page.getByRole('tooltip');

/** The word away from the edges of the window, and the pointer away from it. */
async function openWithTerm(page: Page): Promise<void> {
  await page.goto(WITH_TERM);
  await expect(page.locator('.demo-play').first()).toBeEnabled();
  await page.mouse.move(0, 0);
  await term(page).evaluate((link) => link.scrollIntoView({ block: 'center', behavior: 'instant' }));
}

test('Every word has its anchor, its lesson and, where it can be heard, a link that opens the demo', async ({
  page,
}) => {
  await page.goto('/glossary/');
  const word = page.locator('#sibilance');
  await expect(word).toContainText('also esses');
  await expect(word.getByRole('link', { name: 'Too sharp, and only sometimes' })).toHaveAttribute(
    'href',
    '/lessons/too-sharp/',
  );
  await word.getByRole('link', { name: 'Hear it: sibilance' }).click();
  const demo = demoOf(page, 'sharp-s');
  await expect(demo).toBeFocused();
  await expect(demo).toBeInViewport();
  await expect(demo.getByRole('status')).toContainText('This link’s sound is set');
});

test('Letters, other names and the words at a lesson’s end lead to words that are there', async ({
  page,
}) => {
  await page.goto('/glossary/');
  const deadEnds = (): Promise<(string | null)[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('.letters a, .glossary-other a')]
        .map((link) => link.getAttribute('href'))
        .filter((href) => !document.querySelector(CSS.escape(href!).replace('\\#', '#'))),
    );
  expect(await deadEnds()).toEqual([]);
  const anchors = await page.locator('.glossary-word[id]').evaluateAll((words) => words.map(({ id }) => id));
  expect(new Set(anchors).size).toBe(anchors.length);
  await page.goto('/lessons/compression/');
  const linked = await page
    .locator('.terms a, .term')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')!.split('#')[1]!));
  expect(linked.filter((id) => !anchors.includes(id))).toEqual([]);
});

test('A pointer on a word shows what it means, may move onto the card, and loses it when it leaves', async ({
  page,
}) => {
  await openWithTerm(page);
  await expect(card(page)).toBeHidden();
  await term(page).hover();
  await expect(card(page)).toBeVisible();
  await expect(card(page)).toContainText('masking: What happens when two sounds share a region of pitch');
  const box = (await card(page).boundingBox())!;
  const word = (await term(page).boundingBox())!;
  for (const share of [0.3, 0.6, 1])
    await page.mouse.move(word.x + 5, word.y + word.height / 2 + share * (box.y + 10 - word.y));
  await page.mouse.move(box.x + box.width - 10, box.y + box.height - 10, { steps: 5 });
  await page.waitForTimeout(400);
  await expect(card(page)).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(card(page)).toBeHidden();
});

test('By keyboard the card comes with the focus; Escape hides it until the word is left, and then silences', async ({
  page,
}) => {
  await openWithTerm(page);
  const demo = demoOf(page, 'how-far-in-front');
  await play(demo);
  await term(page).focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(term(page)).toBeFocused();
  await expect(card(page)).toBeVisible();
  await expect(term(page)).toHaveAccessibleDescription(/^masking: What happens/);
  await page.keyboard.press('Escape');
  await expect(card(page)).toBeHidden();
  await expect(demo.getByRole('button', { name: 'Stop' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(demo.getByRole('button', { name: 'Play' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(card(page)).toBeVisible();
});

test('Escape hides the card from a pointer that stays, and it comes back when the pointer does', async ({
  page,
}) => {
  await openWithTerm(page);
  await term(page).hover();
  await expect(card(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card(page)).toBeHidden();
  await page.mouse.move(0, 0);
  await term(page).hover();
  await expect(card(page)).toBeVisible();
});

for (const [width, place] of [
  [1440, 'start'],
  [1440, 'end'],
  [360, 'end'],
] as const)
  test(`The card stays inside the window at ${width} px with its word at the ${place}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await openWithTerm(page);
    await term(page).evaluate((link, block) => link.scrollIntoView({ block, behavior: 'instant' }), place);
    await term(page).hover();
    await expect(card(page)).toBeVisible();
    const box = (await card(page).boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(8);
    expect(box.x + box.width).toBeLessThanOrEqual(width - 8);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(700);
  });

test('A card is not printed, but the words at the lesson’s end are', async ({ page }) => {
  await openWithTerm(page);
  await term(page).hover();
  await page.emulateMedia({ media: 'print' });
  await expect(card(page)).toBeHidden();
  await expect(page.locator('.terms')).toContainText('The control that says how loud a part is');
  await expect(page.locator('.lesson-contents')).toBeHidden();
});

test.describe('On a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test('a word is a plain link', async ({ page }) => {
    await openWithTerm(page);
    await term(page).tap();
    await page.waitForURL('**/glossary/#masking');
    await expect(page.locator('#masking')).toBeInViewport();
  });
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on the glossary, nor on a lesson with a card and its contents open, in the ${colorScheme} theme at 360 and 1440 px`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/glossary/#masking');
      expect((await new AxeBuilder({ page }).analyze()).violations, `glossary, ${width} px`).toEqual([]);
      await openWithTerm(page);
      await page.getByText('On this page').click();
      await term(page).hover();
      await expect(card(page)).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations, `lesson, ${width} px`).toEqual([]);
    }
  });

test('A lesson’s contents lead to its sections, and a heading is a link to itself', async ({ page }) => {
  await page.goto('/lessons/eq/');
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await expect(contents.getByRole('link')).toHaveCount(0);
  await contents.getByText('On this page').click();
  await contents.getByRole('link', { name: 'Why parts hide each other' }).click();
  const heading = page.getByRole('heading', { name: 'Why parts hide each other', exact: true });
  await expect(heading).toBeInViewport();
  await expect(heading.getByRole('link')).toHaveAttribute('href', '#why-parts-hide-each-other');
  await expect(demoOf(page, 'lane-for-each').getByRole('status')).toHaveText('');
});

test('A page that is not there says where to go', async ({ page }) => {
  await page.goto('/404.html');
  for (const [name, path] of [
    ['Contents', '/lessons/'],
    ['Glossary', '/glossary/'],
    ['Search', '/search/'],
  ] as const)
    await expect(page.getByRole('main').getByRole('link', { name })).toHaveAttribute('href', path);
});
