/**
 * `npm run test:engines`: the home page's demo in three browsers against a null sink. What a page sends out must be
 * the Node bounce; what the sink receives must be what the page sent. `-- Firefox` tests that one alone.
 */
import { join } from 'node:path';
import { demos } from '../../src/demos/songs.ts';
import { offsetOf, residualDb } from '../e2e/alignment.ts';
import { loopStart, matchedBounce } from '../e2e/expected-sound.ts';
import { decoded, readCapture, type Capture } from '../e2e/output-tap.ts';
import { BROWSERS, type DrivenBrowser, type DrivenPage } from './browsers.ts';
import { serveSite, type SiteServer } from './site-server.ts';
import { startSoundServer, until, type SoundServer } from './sound-server.ts';

const RATE = 48000;
const [demo] = demos;
const mixed = demo.variants.findIndex(({ id }) => id === 'mixed');
const both = demo.variants.findIndex(({ id }) => id === 'both');
const SECTION = `section[data-demo="${demo.id}"]`;
/** Seconds heard of each variant: filters and envelopes of the first lap settle within 4. */
const HEARD = 8;

/** A browser plays in real time, and a machine that is busy for a moment drops samples: then it is heard once more. */
const TRIES = 2;

interface Checked {
  readonly what: string;
  readonly holds: boolean;
  readonly measured: string;
}

type Check = (what: string, holds: boolean, measured: string) => void;

let passed = 0;
let failed = 0;
const site = await serveSite(join(process.cwd(), 'dist'));
const sound = await startSoundServer();
try {
  const expected = await Promise.all([matchedBounce(demo, mixed), matchedBounce(demo, both)]);
  const only = process.argv[2];
  for (const browser of BROWSERS.filter(({ name }) => only === undefined || name === only)) {
    let checked: readonly Checked[] = [];
    for (let i = 0; i < TRIES && (i === 0 || checked.some(({ holds }) => !holds)); i++) {
      if (i > 0) console.log(`${browser.name} once more:`);
      checked = await heard(browser, expected);
    }
    for (const { holds } of checked) {
      if (holds) passed++;
      else failed++;
    }
  }
} finally {
  await sound.close();
  site.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

/** Everything that is checked in one browser; what goes wrong on the way is one of the checks. */
async function heard(browser: DrivenBrowser, expected: Float32Array[]): Promise<Checked[]> {
  const checked: Checked[] = [];
  const check: Check = (what, holds, measured) => {
    checked.push({ what, holds, measured });
    console.log(`${holds ? '✓' : '✗'} ${browser.name}: ${what} (${measured})`);
  };
  try {
    await testEngine(browser, site, sound, expected, check);
  } catch (error) {
    check('runs', false, String(error));
  }
  return checked;
}

async function testEngine(
  { open }: DrivenBrowser,
  server: SiteServer,
  sink: SoundServer,
  [mixedBounce, bothBounce]: Float32Array[],
  check: Check,
): Promise<void> {
  const page = await open(sink.environment);
  try {
    server.servesOpusProbe = false;
    const received = await sink.record();
    await start(page, server.url);
    await heardFor(page, HEARD);
    const switchedAt = await secondsSent(page);
    await page.click(`${SECTION} input[value="${demo.variants[both].id}"]`);
    await heardFor(page, HEARD);
    await page.click(`${SECTION} .demo-play`);
    const sent = await capture(page);
    const sunk = await received();

    const begin = loopStart(sent, mixedBounce);
    const switched = Math.round(switchedAt * RATE) - begin;
    const before = residualDb(sent.left, mixedBounce, begin, switched - 3 * RATE, switched - RATE);
    check('sends the Node bounce out, residual ≤ −80 dB', before <= -80, `${before.toFixed(1)} dB`);
    const after = residualDb(sent.left, bothBounce, begin, switched + 4 * RATE, switched + 6 * RATE);
    check('and again after a switch at the same spot', after <= -80, `${after.toFixed(1)} dB`);
    compareSink(sent, sunk, begin + switched, check);

    server.servesOpusProbe = true;
    await start(page, server.url);
    await heardFor(page, HEARD);
    const opus = await capture(page);
    const offset = loopStart(opus, mixedBounce);
    const firstSound = opus.left.findIndex((value) => value !== 0);
    const difference = residualDb(opus.left, mixedBounce, offset, 4 * RATE, 6 * RATE);
    check(
      'with Opus is the same song in time, within coding noise of −12 dB',
      difference <= -12,
      `${difference.toFixed(1)} dB, ${offset - firstSound} samples from the first sound`,
    );
  } finally {
    await page.close();
  }
}

/** The sink must sound, and hold the page's samples in order. */
function compareSink(sent: Capture, sunk: Capture, aroundSwitch: number, check: Check): void {
  const firstSent = sent.left.findIndex((value) => value !== 0);
  const firstSunk = sunk.left.findIndex((value) => value !== 0);
  check('sounds in the sink', firstSunk >= 0, firstSunk < 0 ? 'silence' : 'sound');
  if (firstSunk < 0) return;
  for (const [what, at] of [
    ['before the switch', aroundSwitch - 3 * RATE],
    ['after the switch', aroundSwitch + 4 * RATE],
  ] as const) {
    const reference = sent.left.subarray(at, at + 2 * RATE);
    // Samples that were dropped before this stretch only move it.
    const offset = offsetOf(sunk.left, reference, at + firstSunk - firstSent, 0, RATE);
    const residual = residualDb(sunk.left, reference, offset, 0, reference.length);
    check(
      `the sink receives what the page sent ${what}, ≤ −50 dB`,
      residual <= -50,
      `${residual.toFixed(1)} dB`,
    );
  }
}

async function start(page: DrivenPage, url: string): Promise<void> {
  await page.goto(url);
  await until(
    async () => (await page.evaluate(`!document.querySelector('${SECTION} .demo-play').disabled`)) === true,
    'the demo did not become usable',
  );
  await page.click(`${SECTION} input[value="${demo.variants[mixed].id}"]`);
  await page.click(`${SECTION} .demo-play`);
  for (let i = 0; ; i++) {
    const sounds = await page.evaluate(
      'window.outputTap.left.some((part) => part.some((value) => value !== 0))',
    );
    if (sounds === true) return;
    const trouble = await page.evaluate(
      `document.querySelector('${SECTION} [role="alert"]')?.innerText ?? ''`,
    );
    if (trouble !== '' || i > 300) throw new Error(`nothing plays: ${String(trouble) || 'no word why'}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function heardFor(page: DrivenPage, seconds: number): Promise<void> {
  const end = (await secondsSent(page)) + seconds;
  for (let i = 0; i < 600; i++) {
    if ((await secondsSent(page)) >= end) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the audio clock stands still');
}

async function secondsSent(page: DrivenPage): Promise<number> {
  const samples = await page.evaluate('window.outputTap.left.reduce((sum, part) => sum + part.length, 0)');
  return Number(samples) / RATE;
}

async function capture(page: DrivenPage): Promise<Capture> {
  return decoded((await page.evaluate(`(${readCapture.toString()})()`)) as { left: string; right: string });
}
