import { readdir } from 'node:fs/promises';
import { preview } from 'astro';
import { chromium } from 'playwright';
import { CHROMIUM_ARGS, findChromium } from '../setup/chromium.ts';
import { benchStrips } from './strips.ts';

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];

/** `npm run bench`: each row beside its peer in the same run. Ratios count; milliseconds depend on the machine. */
const worklet = (await readdir('dist/_astro').catch(() => [])).find((name) => name.startsWith('mix.worklet'));
const executablePath = findChromium();
if (!worklet || !executablePath) {
  console.error('The bench measures the built site in Chromium: run `npm run build` first.');
  process.exit(1);
}
const server = await preview({ server: { port: 4393 }, logLevel: 'error' });
const site = `http://localhost:${server.port}/`;
const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
try {
  const { worklet: ours, nodes } = await benchStrips(browser, site, `${site}_astro/${worklet}`);
  const ratios = ours.map((time, i) => time / nodes[i]);
  console.table([
    {
      what: '8 stereo strips (5-band EQ + compressor), 20 s in Chromium; ours with safety ceiling and meters',
      'ours, ms': Math.round(median(ours)),
      peer: 'BiquadFilterNode × 5 + DynamicsCompressorNode',
      'peer, ms': Math.round(median(nodes)),
      'ours / peer': median(ratios).toFixed(2),
      reach: '≤ 0.6',
    },
  ]);
} finally {
  await browser.close();
  await server.stop();
}
