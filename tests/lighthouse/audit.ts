import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS } from '../setup/chromium.ts';

/** What Lighthouse scores, 0 … 100 each, as its reports name them. */
export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof CATEGORIES)[number];

/** One page audited once. */
export interface Audit {
  /** 0 … 100. */
  readonly scores: Readonly<Record<Category, number>>;
  /** Largest contentful paint in ms and layout shift, as simulated for a phone. */
  readonly lcpMs: number;
  readonly layoutShift: number;
  /** How long the main thread was too busy to answer, in ms. A machine that does other work besides lengthens it. */
  readonly blockedMs: number;
  /** Lighthouse's own benchmark of this machine at that moment: compare runs only where it is alike. */
  readonly cpuIndex: number;
  /** Titles of the weighted audits that did not pass, without those of performance. */
  readonly failed: readonly string[];
}

/** Audits a page as a mid-range phone on slow 4G, which is Lighthouse's own default, in a browser of its own. */
export async function audit(url: string, chromium: string): Promise<Audit> {
  const browser = await puppeteer.launch({ executablePath: chromium, args: [...CHROMIUM_ARGS] });
  try {
    const port = Number(new URL(browser.wsEndpoint()).port);
    const result = await lighthouse(url, { port, logLevel: 'error', onlyCategories: [...CATEGORIES] });
    if (!result) throw new Error(`Lighthouse gave no result for ${url}`);
    const { categories, audits, runtimeError } = result.lhr;
    if (runtimeError) throw new Error(`Lighthouse on ${url}: ${runtimeError.message}`);
    const score = (category: Category): number => Math.round((categories[category]?.score ?? 0) * 100);
    return {
      scores: {
        performance: score('performance'),
        accessibility: score('accessibility'),
        'best-practices': score('best-practices'),
        seo: score('seo'),
      },
      lcpMs: audits['largest-contentful-paint']?.numericValue ?? NaN,
      layoutShift: audits['cumulative-layout-shift']?.numericValue ?? NaN,
      blockedMs: audits['total-blocking-time']?.numericValue ?? NaN,
      cpuIndex: result.lhr.environment.benchmarkIndex,
      failed: CATEGORIES.filter((category) => category !== 'performance')
        .flatMap((category) => categories[category]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
        .map(({ id }) => audits[id]?.title ?? id),
    };
  } finally {
    await browser.close();
  }
}
