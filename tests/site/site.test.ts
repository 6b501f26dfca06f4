import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CARD_SIZE } from '../../src/cards/card.ts';
import { BASE_PATH, buildSite, SITE_URL, type BuiltPage, type BuiltSite } from './built-site.ts';

let site: BuiltSite;
beforeAll(async () => {
  site = await buildSite();
});
afterAll(() => rm(site.folder, { recursive: true, force: true }));

const lessons = (): BuiltPage[] => site.pages.filter(({ path }) => /\/lessons\/[^/]+\/$/.test(path));
/** What a visitor finds: everything but pages for frames. */
const listed = (): BuiltPage[] =>
  site.pages.filter(({ root }) => !root.querySelector('meta[name="robots"][content="noindex"]'));
const meta = ({ root }: BuiltPage, name: string): string | undefined =>
  (
    root.querySelector(`meta[property="${name}"]`) ?? root.querySelector(`meta[name="${name}"]`)
  )?.getAttribute('content');

describe('Links of the built site, under a base path', () => {
  it('lead to a page or file that exists, and a fragment to its place', () => {
    const byPath = new Map(site.pages.map((page) => [page.path, page]));
    const broken: string[] = [];
    for (const page of site.pages)
      for (const { attribute, address } of addressesOf(page)) {
        const url = new URL(address, SITE_URL + page.path);
        if (url.origin !== SITE_URL) continue;
        const target = byPath.get(url.pathname);
        const problem =
          target || site.files.has(url.pathname)
            ? target && fragmentProblem(target, decodeURIComponent(url.hash.slice(1)))
            : 'nothing there';
        if (problem) broken.push(`${page.path}: ${attribute}="${address}": ${problem}`);
      }
    expect(broken).toEqual([]);
  });

  it('go elsewhere only where somebody clicks', () => {
    for (const page of site.pages)
      for (const { tag, attribute, address } of addressesOf(page)) {
        const url = new URL(address, SITE_URL + page.path);
        if (url.origin === SITE_URL || url.protocol === 'data:') continue;
        expect([tag, attribute], `${page.path}: ${address}`).toEqual(['a', 'href']);
        // Some sources stand where nothing is encrypted.
        expect(url.protocol).toMatch(/^https?:$/);
      }
  });

  it('reach every listed page from the start', () => {
    const reached = new Set([BASE_PATH]);
    for (const path of reached)
      for (const { tag, address } of addressesOf(site.pages.find((page) => page.path === path)!)) {
        const { origin, pathname } = new URL(address, SITE_URL + path);
        if (tag === 'a' && origin === SITE_URL && site.pages.some((page) => page.path === pathname))
          reached.add(pathname);
      }
    expect(
      listed()
        .filter(({ path }) => !reached.has(path))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});

describe('What search engines and link previews read', () => {
  it('is on every listed page: a title and a description of its own, its canonical address, a card that exists', async () => {
    const titles = listed().map((page) => page.root.querySelector('title')!.text);
    expect(new Set(titles).size, 'titles').toBe(titles.length);
    for (const page of listed()) {
      const canonical = page.root.querySelector('link[rel="canonical"]')?.getAttribute('href');
      expect(canonical).toBe(SITE_URL + page.path);
      expect(meta(page, 'og:url')).toBe(canonical);
      expect(meta(page, 'description')!.length, page.path).toBeGreaterThanOrEqual(40);
      expect(meta(page, 'description')).toBe(meta(page, 'og:description'));
      const card = new URL(meta(page, 'og:image')!);
      expect(site.files, page.path).toContain(card.pathname);
      expect(await pngSize(card.pathname)).toEqual(CARD_SIZE);
    }
    const descriptions = listed().map((page) => meta(page, 'description'));
    expect(new Set(descriptions).size, 'descriptions').toBe(descriptions.length);
  });

  it('shows each lesson’s own card; where one has other words, run npm run build and npm run cards', () => {
    for (const page of lessons())
      expect(meta(page, 'og:image'), page.path).toBe(`${SITE_URL}${BASE_PATH}cards/${slugOf(page)}.png`);
  });

  it('describes the course and each lesson after schema.org, with whole addresses', () => {
    const course = structured(site.pages.find(({ path }) => path === BASE_PATH)!);
    expect(course['@type']).toBe('Course');
    expect(course.hasPart).toHaveLength(lessons().length);
    for (const page of lessons()) {
      const lesson = structured(page);
      expect(lesson['@type']).toBe('LearningResource');
      expect(lesson.url).toBe(SITE_URL + page.path);
      expect(lesson.name).toBe(page.root.querySelector('h1')!.text);
      expect(lesson.timeRequired).toMatch(/^PT\d+M$/);
      expect(lesson.teaches).not.toEqual([]);
    }
  });

  it('maps every listed page, and no page that is not to be found', async () => {
    const map = await site.read('sitemap-0.xml');
    const mapped = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1]!).sort();
    expect(mapped).toEqual(
      listed()
        .map(({ path }) => SITE_URL + path)
        .sort(),
    );
    expect(await site.read('robots.txt')).toContain(`Sitemap: ${SITE_URL}${BASE_PATH}sitemap-index.xml`);
  });

  it('tells the lessons in the course’s order to feed readers and to language models', async () => {
    const order = (text: string): string[] =>
      [...text.matchAll(/https:\/\/course\.example\/hear\/lessons\/([a-z0-9-]+)\/(?=<\/link>|\))/g)].map(
        (match) => match[1]!,
      );
    const feed = order(await site.read('rss.xml'));
    const positions = lessons().map((page) => [structured(page).position as number, slugOf(page)] as const);
    const course = positions.sort(([one], [other]) => one - other).map(([, slug]) => slug);
    expect(feed).toEqual(course);
    expect(order(await site.read('llms.txt'))).toEqual(course);
  });
});

describe('The search index', () => {
  it('knows every listed page, and no other', async () => {
    const entry = JSON.parse(await site.read('pagefind/pagefind-entry.json')) as {
      languages: Record<string, { page_count: number }>;
    };
    expect(Object.keys(entry.languages)).toEqual(['en']);
    expect(entry.languages.en!.page_count).toBe(listed().length);
  });
});

/** Every address in a page. */
function addressesOf({ root }: BuiltPage): { tag: string; attribute: string; address: string }[] {
  return root.querySelectorAll('[href], [src], [action]').flatMap((element) =>
    ['href', 'src', 'action'].flatMap((attribute) => {
      const address = element.getAttribute(attribute);
      return address ? [{ tag: element.rawTagName.toLowerCase(), attribute, address }] : [];
    }),
  );
}

/** What is wrong with a fragment of a page; null where it leads somewhere. */
function fragmentProblem({ root }: BuiltPage, fragment: string): string | null {
  if (fragment === '') return null;
  if (fragment.startsWith('v1;')) {
    const demo = /;d=([^;]+)/.exec(fragment)?.[1];
    return root.querySelector(`[data-demo="${demo}"]`) ? null : `no demo "${demo}" there`;
  }
  return root.getElementById(fragment) ? null : 'no such place there';
}

function slugOf({ path }: BuiltPage): string {
  return path.split('/').at(-2)!;
}

function structured({ root }: BuiltPage): Record<string, unknown> {
  return JSON.parse(root.querySelector('script[type="application/ld+json"]')!.text) as Record<
    string,
    unknown
  >;
}

/** Width and height from a PNG's header: W3C PNG, 11.2.1. */
async function pngSize(path: string): Promise<{ width: number; height: number }> {
  const bytes = await readFile(join(site.folder, path.slice(BASE_PATH.length)));
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
