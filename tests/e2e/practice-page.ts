import type { Locator, Page } from 'playwright/test';
import { writeSet } from '../../src/training/set-link.ts';
import type { PracticeSet } from '../../src/training/practice-set.ts';
import { expect } from './page-fixture.ts';

/** Open the practice page and wait until it can be used. */
export async function openPractice(page: Page, hash = ''): Promise<void> {
  await page.goto(`/practice/${hash}`);
  if (!hash) await expect(page.getByRole('button', { name: 'Practise: Level' })).toBeEnabled();
}

/** Open one of the page's rows. */
export async function openRow(page: Page, summary: RegExp | string): Promise<void> {
  await page.locator('.practice-section > summary').filter({ hasText: summary }).click();
}

/** Open a link and start its set. @param checked whether this visitor has done the playback check */
export async function startLink(page: Page, set: PracticeSet, checked = false): Promise<void> {
  await openPractice(page, `#${writeSet(set)}`);
  await page.getByRole('button', { name: 'Start' }).click();
  if (!checked) await startUnchecked(page);
}

/** Pass by the playback check that stands before a first set. */
export async function startUnchecked(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start without the check' }).click();
}

export function listenTo(page: Page): Locator {
  return page.getByRole('radiogroup', { name: 'Listen to' });
}

/** Wait for a question's sounds. */
export async function asked(page: Page, number: number): Promise<void> {
  await expect(page.getByText(new RegExp(`^Question ${number} of `))).toBeVisible({ timeout: 60_000 });
  await expect(listenTo(page)).toBeVisible({ timeout: 60_000 });
}

/** Listen to every sound of a question, so that it may be answered. */
export async function hearAll(page: Page): Promise<void> {
  const hint = page.getByText('Go back and forth as often as you like.');
  // The radios of the question before may still be there for a moment.
  await expect(async () => {
    for (const radio of await listenTo(page).getByRole('radio').all()) await radio.check({ timeout: 2000 });
    await expect(hint).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 60_000 });
}
