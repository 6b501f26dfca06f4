/**
 * `npm run cards`: draws the cards for link previews whose words have changed, from the built site (`npm run build`
 * before it). They are committed, because a browser takes longer over one than Astro over ten pages.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { chromium, type Page } from 'playwright';
import { findChromium } from '../../tests/setup/chromium.ts';
import { CARD_SIZE, cardFile, type CardText } from './card.ts';
import { cardPage } from './card-page.ts';

const FONT = 'node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2';
const DRAWN = 'src/cards/drawn-cards.json';
const COURSE: CardText = {
  title: 'Mixing, mastering: do you need both?',
  line: 'A course you can hear',
  youWillHear: 'what each one does to the same song, at the same loudness',
};

const executablePath = findChromium();
if (!executablePath)
  throw new Error('No Chromium. Run `node tests/setup/chromium.ts`, which says what to do.');

const drawn = JSON.parse(await readFile(DRAWN, 'utf8')) as Record<string, CardText>;
const font = `data:font/woff2;base64,${(await readFile(FONT)).toString('base64')}`;
await mkdir('public/cards', { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const card = await browser.newPage({ viewport: CARD_SIZE });
  // As it comes, without script: all that is read is text.
  const lesson = await browser.newPage({ javaScriptEnabled: false });
  const wanted = new Map([['course', COURSE]]);
  const folders = (await readdir('dist/lessons', { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  );
  for (const { name } of folders.sort((one, other) => (one.name < other.name ? -1 : 1)))
    wanted.set(name, await lessonText(lesson, name));
  for (const [slug, text] of wanted) {
    if (JSON.stringify(drawn[slug]) === JSON.stringify(text)) continue;
    await card.setContent(cardPage(text, font), { waitUntil: 'load' });
    await card.evaluate(() => document.fonts.ready);
    await card.screenshot({ path: `public/${cardFile(slug)}` });
    console.log(`drawn: ${slug}`);
  }
  for (const slug of Object.keys(drawn))
    if (!wanted.has(slug)) await rm(`public/${cardFile(slug)}`, { force: true });
  await writeFile(DRAWN, `${JSON.stringify(Object.fromEntries(wanted), null, 2)}\n`);
} finally {
  await browser.close();
}

/** The words of a lesson's card, from its built page. */
async function lessonText(page: Page, slug: string): Promise<CardText> {
  await page.goto(new URL(`../../dist/lessons/${slug}/index.html`, import.meta.url).href);
  const text = async (selector: string): Promise<string> =>
    ((await page.locator(selector).textContent()) ?? '').trim();
  return {
    title: await text('h1'),
    line: await text('.lesson-line'),
    youWillHear: await text('.you-will-hear span'),
  };
}
