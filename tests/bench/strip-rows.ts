import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BROWSERS } from '../engines/browsers.ts';
import { serveSite } from '../engines/site-server.ts';
import { figureRow, milliseconds, pairedRow, type BenchRow } from './bench-row.ts';
import { benchStrips, RENDER_SECONDS } from './strips.ts';

const PAIRS = 7;
const REACH: Readonly<Record<string, number>> = { Chromium: 0.4, Firefox: 0.6, WebKitGTK: 0.6 };

/** Strips in three browsers, each against its own nodes. */
export async function stripRows(): Promise<BenchRow[]> {
  const site = await serveSite(join(process.cwd(), 'dist'), false);
  const worklet = await builtScript('mix.worklet');
  const rows: BenchRow[] = [];
  try {
    for (const browser of BROWSERS) {
      const what = `8 stereo strips of 5-band EQ and compressor, ${RENDER_SECONDS} s, ${browser.name}; ours with ceiling and meters`;
      const reach = REACH[browser.name]!;
      try {
        const page = await browser.open(process.env);
        try {
          await page.goto(site.url);
          const pairs = await benchStrips(page, `${site.url}_astro/${worklet}`, PAIRS);
          const peer = 'BiquadFilterNode × 5 + DynamicsCompressorNode';
          rows.push(pairedRow({ what, pairs, show: milliseconds, peer, reach }));
        } finally {
          await page.close();
        }
      } catch (error) {
        rows.push(figureRow({ what, ours: String(error), reach: `≤ ${reach}`, reached: false }));
      }
    }
  } finally {
    site.close();
  }
  return rows;
}

/** The file name of a script of the built site. */
export async function builtScript(start: string): Promise<string> {
  const names = await readdir(join('dist', '_astro')).catch(() => []);
  const found = names.find((name) => name.startsWith(start));
  if (!found) throw new Error('the bench measures the built site: run `npm run build` first');
  return found;
}
