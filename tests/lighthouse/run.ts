/**
 * `npm run lighthouse`: home and every lesson of the built site, audited as Lighthouse's phone on slow 4G.
 * `npm run build` before it. Performance is a measurement and is judged by the median of three runs; the others are
 * counts of what a page does right, the same in every run.
 */
import { readdir } from 'node:fs/promises';
import { findChromium } from '../setup/chromium.ts';
import { serveSite } from '../engines/site-server.ts';
import { audit, CATEGORIES, type Audit, type Category } from './audit.ts';

const LEAST: Readonly<Record<Category, number>> = {
  performance: 95,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
};
const RUNS = 3;

const chromium = findChromium();
if (!chromium) throw new Error('No Chromium. Run `node tests/setup/chromium.ts`, which says what to do.');

const lessons = await readdir('dist/lessons').catch(() => {
  throw new Error('dist/lessons is not there: run `npm run build` first');
});
const site = await serveSite('dist', false);
const shortfalls: string[] = [];
console.log(`${'page'.padEnd(24)} ${CATEGORIES.join('  ')}  LCP      layout shift  blocked  CPU index`);
try {
  for (const path of ['', ...lessons.map((lesson) => `lessons/${lesson}/`)]) {
    const audits: Audit[] = [];
    for (let run = 0; run < RUNS; run++) audits.push(await audit(site.url + path, chromium));
    const middle = audits.sort((one, other) => one.scores.performance - other.scores.performance)[
      (RUNS - 1) / 2
    ]!;
    const scores = CATEGORIES.map((category) => {
      const score =
        category === 'performance'
          ? middle.scores[category]
          : Math.min(...audits.map((entry) => entry.scores[category]));
      if (score < LEAST[category])
        shortfalls.push(`/${path}: ${category} ${score}, expected ${LEAST[category]}`);
      return String(score).padStart(category.length);
    });
    const seconds = (middle.lcpMs / 1000).toFixed(2);
    console.log(
      `${`/${path}`.padEnd(24)} ${scores.join('  ')}  ${seconds} s   ${middle.layoutShift.toFixed(3)}         ${middle.blockedMs.toFixed(0).padStart(4)} ms  ${middle.cpuIndex.toFixed(0).padStart(5)}`,
    );
    for (const title of new Set(audits.flatMap(({ failed }) => failed)))
      shortfalls.push(`/${path}: ${title}`);
  }
} finally {
  site.close();
}
for (const shortfall of shortfalls) console.error(shortfall);
process.exitCode = shortfalls.length > 0 ? 1 : 0;
