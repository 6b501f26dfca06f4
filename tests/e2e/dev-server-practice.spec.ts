import { EXERCISES } from '../../src/exercises/all.ts';
import { SOURCES } from '../../src/exercises/sources.ts';
import { setDigest } from '../training/set-digest.ts';
import { expect, test } from './page-fixture.ts';

test('A seed asks the same questions in a browser as in Node: 60 sets, every exercise', async ({
  page,
  complaints,
}) => {
  let inBrowser: string[] = [];
  // A development server that meets a new import reloads the page under it.
  await expect(async () => {
    await page.goto('/credits/');
    inBrowser = await page.evaluate(async () => {
      const at = (path: string): Promise<Record<string, unknown>> => import(/* @vite-ignore */ path);
      const { EXERCISES: exercises } = await at('/src/exercises/all.ts');
      const { SOURCES: sources } = await at('/src/exercises/sources.ts');
      const digest = (await at('/tests/training/set-digest.ts')).setDigest as (...args: unknown[]) => string;
      return Array.from({ length: 60 }, (_, seed) => digest(seed, exercises, sources));
    });
  }).toPass({ timeout: 90_000 });
  const inNode = Array.from({ length: 60 }, (_, seed) => setDigest(seed, EXERCISES, SOURCES));
  expect(inBrowser).toEqual(inNode);
  expect(new Set(inNode).size).toBe(60);
  // Only a development server reloads; its own chatter is not the visitor's.
  complaints.splice(0);
});
