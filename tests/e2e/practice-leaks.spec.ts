import type { Page } from 'playwright/test';
import { guessingChance } from '../../src/training/binomial.ts';
import { expect, test } from './page-fixture.ts';
import { asked, hearAll, startLink } from './practice-page.ts';

const QUESTIONS = 24;

/** Everything that a page's visitor could read without listening, as one text. */
async function readable(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const stored: unknown[] = [];
    for (const { name } of databases) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name!);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error!);
      });
      for (const store of database.objectStoreNames)
        stored.push(
          await new Promise((resolve) => {
            const all = database.transaction(store).objectStore(store).getAll();
            all.onsuccess = () => resolve(all.result);
          }),
        );
      database.close();
    }
    const attributes = [...document.querySelectorAll('*')].map((element) =>
      [...element.attributes].map(({ name, value }) => `${name}=${value}`).join(' '),
    );
    return JSON.stringify([
      document.querySelector('.practice')!.outerHTML,
      attributes,
      document.title,
      { ...localStorage },
      { ...sessionStorage },
      stored,
      location.search,
      performance.getEntriesByType('resource').map(({ name }) => name),
    ]);
  });
}

/** What cannot be helped to differ: the number of the question, and what has been answered before. */
function withoutPast(text: string, number: number): string {
  return text
    .replaceAll(`Question ${number} of`, 'Question of')
    .replaceAll(`value=\\"${number - 1}\\"`, 'value')
    .replaceAll(`value=${number - 1}`, 'value');
}

for (const [what, ask, source] of [
  ['level', 'level-change', 'pink-noise'],
  ['compression at matched loudness', 'compression-amount', 'electronic-drums'],
] as const)
  test(`Nothing that can be read, stored, requested or timed tells what X is in questions about ${what}`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    const requests: string[] = [];
    page.on('request', (request) => {
      // Workers that are made on the device are no requests to anybody.
      if (request.url().startsWith('http')) requests.push(request.url());
    });
    await startLink(page, {
      exercises: [{ id: ask, way: 'abx' }],
      sources: [source],
      length: QUESTIONS,
      difficulty: { kind: 'fixed', percent: 40 },
      seed: 20_261_127,
    });
    const seen: { answer: string; text: string; requests: readonly string[]; tookMs: number }[] = [];
    let pressedAt = Date.now();
    for (let number = 1; number <= QUESTIONS; number++) {
      await asked(page, number);
      const tookMs = Date.now() - pressedAt;
      await hearAll(page);
      await expect(page.locator('.demo-play')).toHaveAttribute('data-phase', 'playing');
      const text = await readable(page);
      const fresh = requests.splice(0);
      await page.getByRole('button', { name: 'X is A' }).click();
      const answer = (await page.getByRole('radio', { name: /^X, which was/ }).getAttribute('value')) ?? '';
      const label = await page.locator('.trainer-pad', { hasText: 'X, which was' }).innerText();
      const was = /which was ([AB])/.exec(label)![1];
      expect(answer).toBe('x');
      seen.push({ answer: was, text: withoutPast(text, number), requests: fresh, tookMs });
      pressedAt = Date.now();
      await page.getByRole('button', { name: 'Next' }).click();
    }

    // The page itself: one and the same text, whatever X is. What is stored is of questions before.
    const pages = new Set(
      seen.slice(1).map(({ text }) => {
        const [html, attributes, title, local, session, , search] = JSON.parse(text) as unknown[];
        return JSON.stringify([html, attributes, title, local, session, search]);
      }),
    );
    expect([...pages].slice(1)).toEqual([]);
    // With the first question come the song and what plays it; then nothing.
    expect(seen.slice(2).flatMap((entry) => entry.requests)).toEqual([]);

    // What is stored, guessed from in every way a reader could: its length and each of its digits, by parity.
    const stored = seen.map(({ text }) => JSON.stringify((JSON.parse(text) as unknown[])[5]));
    expect(stored.every((entry) => !entry.includes('20261127'))).toBe(true);
    const features: number[][] = seen.map(({ tookMs }, i) => [tookMs, stored[i].length]);
    for (const feature of [0, 1]) {
      // The best threshold of the first half has to do for the second.
      const half = QUESTIONS / 2;
      const values = features.map((entry) => entry[feature]);
      let best = { right: 0, rule: (value: number): string => (value > 0 ? 'A' : 'B') };
      for (const threshold of values.slice(0, half))
        for (const [above, below] of [
          ['A', 'B'],
          ['B', 'A'],
        ]) {
          const rule = (value: number): string => (value > threshold ? above : below);
          const right = seen.slice(0, half).filter(({ answer }, i) => rule(values[i]) === answer).length;
          if (right > best.right) best = { right, rule };
        }
      const right = seen.slice(half).filter(({ answer }, i) => best.rule(values[half + i]) === answer).length;
      expect(guessingChance(right, half), `feature ${feature}: ${right} of ${half}`).toBeGreaterThan(0.0005);
    }
  });
