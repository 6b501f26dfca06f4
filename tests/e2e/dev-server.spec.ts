import { demoOf, expect, play, test } from './page-fixture.ts';

test('The development server plays too: its worklet registers', async ({ page, complaints }) => {
  test.setTimeout(180_000);
  await page.goto('/');
  await play(demoOf(page, 'four-ways'));
  // Only a development server reloads; its own chatter is not the visitor's.
  expect(complaints.splice(0).filter((text) => !text.includes('vite'))).toEqual([]);
});
