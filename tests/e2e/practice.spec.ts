import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import type { PracticeSet } from '../../src/training/practice-set.ts';
import { expect, test } from './page-fixture.ts';
import {
  asked,
  hearAll,
  listenTo,
  openPractice,
  openRow,
  startLink,
  startUnchecked,
} from './practice-page.ts';

const LEVELS: PracticeSet = {
  exercises: [{ id: 'level-change', way: 'abx' }],
  sources: ['pink-noise'],
  length: 12,
  difficulty: { kind: 'adaptive', rule: 2, start: 'same' },
  seed: 7,
};

test('A whole set is taken by keyboard alone, and says what a guesser would have reached', async ({
  page,
}) => {
  await startLink(page, LEVELS);
  for (let number = 1; number <= 12; number++) {
    await asked(page, number);
    // The focus waits on the first sound; arrows go through them all.
    await expect(listenTo(page).getByRole('radio').first()).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(listenTo(page).getByRole('radio', { name: 'X' })).toBeChecked();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'X is A' })).toBeFocused();
    if (number % 2) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Next' })).toBeFocused();
    await expect(page.getByText(/^[AB] was \d.* dB louder\.$/)).toBeVisible();
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('heading', { name: 'What you heard' })).toBeFocused();
  await expect(
    page.getByText(/^\d+ of 12 right.*a guesser gets this far in|^\d+ of 12 right/i).first(),
  ).toBeVisible();
  await page.getByText('Every answer').click();
  await expect(page.getByRole('row')).toHaveCount(13);
});

test('An answer waits until each sound has been heard; number keys choose them, Escape silences', async ({
  page,
}) => {
  await startLink(page, LEVELS);
  await asked(page, 1);
  const answer = page.getByRole('button', { name: 'X is B' });
  await expect(answer).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText('Listen to “B” and “X” before you answer.')).toBeVisible();
  await page.keyboard.press('2');
  await page.keyboard.press('3');
  await expect(answer).toHaveAttribute('aria-disabled', 'false');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await answer.click();
  await expect(page.getByRole('button', { name: 'Next' })).toBeVisible();
});

test('After a wrong name yours, the true one and the untouched one can be heard on the same loop', async ({
  page,
}) => {
  await startLink(page, {
    ...LEVELS,
    exercises: [{ id: 'eq-boost', way: 'name' }],
    sources: ['electronic-voice'],
    difficulty: { kind: 'fixed', percent: 0 },
  });
  await asked(page, 1);
  await page.keyboard.press('2');
  // Whichever is right, one of the first two is wrong.
  await page.getByRole('radio', { name: '250 Hz' }).check();
  await page.getByRole('button', { name: 'Answer' }).click();
  if (await page.getByText('Right.').isVisible()) {
    await page.getByRole('button', { name: 'Next' }).click();
    await asked(page, 2);
    await page.keyboard.press('2');
    await page.getByRole('radio', { name: '500 Hz' }).check();
    await page.getByRole('button', { name: 'Answer' }).click();
  }
  await expect(page.getByText(/was turned up by 12 dB\./)).toBeVisible();
  for (const name of ['Untouched', 'Changed', 'Yours']) {
    await listenTo(page).getByRole('radio', { name }).check();
    await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  }
});

test('A level is matched with a control, by typing as well, and the page says how far it was off', async ({
  page,
}) => {
  await startLink(page, { ...LEVELS, exercises: [{ id: 'level-change', way: 'match' }] });
  await asked(page, 1);
  const slider = page.getByRole('slider', { name: 'Level' });
  await slider.press('ArrowRight');
  await slider.press('ArrowLeft');
  await expect(listenTo(page).getByRole('radio', { name: 'Yours' })).toBeChecked();
  await page.getByLabel('Level, typed').fill('-9');
  await page.getByLabel('Level, typed').press('Enter');
  await page.getByRole('button', { name: 'That is it' }).click();
  await expect(page.getByText(/^Level: (right|\d+\.\d dB too (loud|quiet))\.$/)).toBeVisible();
});

test('Where the target is to be remembered, it cannot be listened to again once yours was', async ({
  page,
}) => {
  await startLink(page, {
    ...LEVELS,
    exercises: [{ id: 'balance-memory', way: 'match' }],
    sources: ['electronic-drums'],
  });
  await asked(page, 1);
  await expect(listenTo(page).getByRole('radio')).toHaveCount(2);
  await listenTo(page).getByRole('radio', { name: 'Yours' }).check();
  await expect(listenTo(page).getByRole('radio')).toHaveCount(1);
  await page.getByRole('button', { name: 'That is it' }).click();
  await expect(listenTo(page).getByRole('radio', { name: 'Original' })).toBeVisible();
});

test('Everybody who opens a link is asked the same', async ({ page, context }) => {
  const other = await context.newPage();
  const tells: string[][] = [];
  for (const one of [page, other]) {
    // A page in the background is not drawn.
    await one.bringToFront();
    await startLink(one, { ...LEVELS, length: 3, seed: 99 });
    const said: string[] = [];
    for (let number = 1; number <= 3; number++) {
      await asked(one, number);
      await hearAll(one);
      await one.getByRole('button', { name: 'X is A' }).click();
      said.push(await one.locator('.trainer-feedback [role=status]').innerText());
      await one.getByRole('button', { name: 'Next' }).click();
    }
    tells.push(said);
  }
  expect(tells[0]).toEqual(tells[1]);
});

test('A broken link is told in a sentence, and the page can be used all the same', async ({ page }) => {
  await page.goto(
    '/practice/#set=1&ask=nothing.abx&on=pink-noise&length=12&difficulty=adaptive-2-own&seed=1',
  );
  await expect(
    page.getByText('The link could not be opened: there is no exercise “nothing.abx”.'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Practise: Level' })).toBeEnabled();
});

test('A set is put together and its link copied; the link tells what it asks before it starts', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPractice(page);
  await openRow(page, 'Put a set together');
  await page.getByRole('button', { name: 'Start this set' }).click();
  await expect(page.getByText('Tick at least one exercise.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Pan: where it stands' }).check();
  await page.getByRole('checkbox', { name: 'Whole mix, acoustic' }).check();
  await page.getByRole('button', { name: 'Start this set' }).click();
  await expect(page.getByText('None of these exercises can be asked on these sounds.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Pink noise' }).check();
  await page.getByRole('button', { name: 'Copy a link to this set' }).click();
  await expect(page.getByText('Link copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByText('It asks 32 questions: Pan: where it stands (name it).')).toBeVisible();
});

test('Results of a set stand in a table afterwards, and outlast the page', async ({ page }) => {
  await startLink(page, { ...LEVELS, length: 8 });
  for (let number = 1; number <= 8; number++) {
    await asked(page, number);
    await hearAll(page);
    await page.getByRole('button', { name: 'X is A' }).click();
    await page.getByRole('button', { name: 'Next' }).click();
  }
  await page.getByRole('button', { name: 'Back to all exercises' }).click();
  await page.reload();
  await expect(page.getByText('1 set', { exact: true })).toBeVisible();
  await openRow(page, 'Your results');
  await expect(page.getByRole('table')).toContainText('of 8');
});

test('A tour names everything and scores nothing; “See it” shows pictures of the same', async ({ page }) => {
  await openPractice(page);
  await page.getByRole('button', { name: 'Tour: Name the word' }).click();
  await expect(page.getByText('Tour · nothing is scored')).toBeVisible();
  await listenTo(page).getByRole('radio', { name: 'Nasal' }).check();
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Back to all exercises' }).click();
  await page.getByRole('button', { name: 'See it: EQ: which octave was boosted?' }).click();
  await expect(page.getByText(/was turned up by 12 dB/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Play' }).click();
  await page.getByRole('radio', { name: 'Changed' }).check();
  await expect(page.locator('.picture-words').first()).toHaveText(/\S/, { timeout: 60_000 });
});

test('A row that is opened before the page is alive gets its inside all the same', async ({ page }) => {
  // A slow line: the page stands there long before its script.
  await page.route('**/_astro/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await page.goto('/practice/', { waitUntil: 'commit' });
  await openRow(page, 'Your results');
  await expect(page.getByRole('button', { name: 'Practise: Level' })).toBeDisabled();
  await expect(page.getByText('No results are kept.')).toBeVisible();
});

test('Before the first set stands the playback check; who goes on without it is not asked again', async ({
  page,
}) => {
  await openPractice(page);
  const practise = page.getByRole('button', { name: 'Practise: Level' });
  await practise.click();
  await expect(page.getByRole('heading', { name: 'What can your playback play?' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Begin, with soft noise' })).toBeVisible();
  await startUnchecked(page);
  await asked(page, 1);
  await page.getByRole('button', { name: 'End the set here' }).click();
  await page.getByRole('button', { name: 'Back to all exercises' }).click();
  await practise.click();
  await asked(page, 1);
});

test('The check before the first set can be done there, and the set follows', async ({ page }) => {
  await openPractice(page);
  await page.getByRole('button', { name: 'Practise: Level' }).click();
  await answerCheck(page);
  await expect(page.getByText('It reaches down to 200 Hz')).toBeVisible();
  await page.getByRole('button', { name: 'Start the set' }).click();
  await asked(page, 1);
});

/** Answer the playback check as its sounds were made, as far as told. */
async function checkPlayback(page: Page): Promise<void> {
  await openRow(page, 'Check your playback first');
  await answerCheck(page);
}

async function answerCheck(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Begin, with soft noise' }).click();
  await page.getByRole('button', { name: 'It is comfortable' }).click();
  for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'I cannot tell' }).click();
  // In mono, headphones cannot be told from speakers: that part is left out.
  await expect(page.getByText('How low it reaches · question 1')).toBeVisible();
  await page.getByRole('button', { name: 'I hear none' }).click();
  await page.getByRole('button', { name: 'Skip this part' }).click();
}

test('What the playback check found is not asked, is told after the set, and is remembered', async ({
  page,
}) => {
  await openPractice(page);
  await checkPlayback(page);
  await expect(page.getByText('Left and right could not be told apart')).toBeVisible();
  await expect(page.getByText('It reaches down to 200 Hz')).toBeVisible();
  await page.reload();
  await expect(page.getByText(/one ear or mono, 200 Hz to 20 kHz/)).toBeVisible();
  await page.goto('about:blank');
  await startLink(page, { ...LEVELS, exercises: [{ id: 'eq-boost', way: 'name' }], length: 3 }, true);
  await asked(page, 1);
  await page.getByRole('button', { name: 'End the set here' }).click();
  await expect(page.getByRole('heading', { name: 'Not asked' })).toBeVisible();
  await expect(page.getByText('your playback begins at 200 Hz').first()).toBeVisible();
});

/** A second of 16-bit mono PCM at 48 kHz, so many times over. */
function wav(seconds: number, sample: (i: number) => number): Buffer {
  const frames = seconds * 48000;
  const bytes = Buffer.alloc(44 + 2 * frames);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + 2 * frames, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(48000, 24);
  bytes.writeUInt32LE(96000, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(2 * frames, 40);
  for (let i = 0; i < frames; i++) bytes.writeInt16LE(Math.round(20_000 * sample(i)), 44 + 2 * i);
  return bytes;
}

test('Own audio is read on the device and practised on; what is no sound, or silent, is told in words', async ({
  page,
}) => {
  await openPractice(page);
  await openRow(page, 'Practise on your own audio');
  const input = page.getByLabel('Choose audio files, or drop them here');
  await input.setInputFiles([
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('not a sound') },
    { name: 'empty.wav', mimeType: 'audio/wav', buffer: Buffer.alloc(0) },
    { name: 'silent.wav', mimeType: 'audio/wav', buffer: wav(2, () => 0) },
    {
      name: 'My Song.wav',
      mimeType: 'audio/wav',
      buffer: wav(14, (i) => Math.sin(i / (9 + (i % 4800) / 900)) * ((i % 24_000) / 24_000)),
    },
  ]);
  await expect(page.getByText('“notes.txt” could not be read as sound by this browser.')).toBeVisible();
  await expect(page.getByText('“empty.wav” is empty.')).toBeVisible();
  await expect(page.getByText('“silent.wav” is silent.')).toBeVisible();
  await expect(page.getByText('Ready. Your own audio is now among the sounds')).toBeVisible({
    timeout: 60_000,
  });
  await openRow(page, 'Put a set together');
  await page.getByRole('checkbox', { name: 'Filter: where it cuts off' }).check();
  await page.getByRole('checkbox', { name: 'Your own: My Song.wav' }).check();
  await page.getByRole('button', { name: 'Start this set' }).click();
  await startUnchecked(page);
  await asked(page, 1);
  await expect(page.getByText('Your own: My Song.wav')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in the ${colorScheme} theme while a set is put together, asked, answered and read`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    const clean = async (): Promise<void> => {
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    };
    await openPractice(page);
    for (const row of [
      'Check your playback first',
      'Put a set together',
      'Practise on your own audio',
      'Replays and time',
      'Your results',
    ])
      await openRow(page, row);
    await expect(page.getByRole('button', { name: 'Start this set' })).toBeVisible();
    await clean();
    await startLink(page, { ...LEVELS, length: 1 });
    await asked(page, 1);
    await clean();
    await hearAll(page);
    await page.getByRole('button', { name: 'X is A' }).click();
    await clean();
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByRole('heading', { name: 'What you heard' })).toBeVisible();
    await clean();
  });

test('A question that may be heard once falls silent after one lap and is answered from memory', async ({
  page,
}) => {
  await openPractice(page);
  await openRow(page, 'Replays and time');
  await page.getByLabel('Each question plays').selectOption('1');
  await page.getByLabel('Time to answer').selectOption('15');
  await page.getByRole('button', { name: 'Practise: Level' }).click();
  await startUnchecked(page);
  await asked(page, 1);
  await page.keyboard.press('2');
  await page.keyboard.press('3');
  await expect(page.getByText('That was all there is to hear. Answer from memory.')).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByText('Time was up.')).toBeVisible({ timeout: 20_000 });
});
