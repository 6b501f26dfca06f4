/**
 * `npm run bench`: every row beside its peer in the same run, as one table. `-- strips heap` runs these alone.
 * It measures the built site: `npm run build` before it.
 */
import { printRows, type BenchRow } from './bench-row.ts';
import { buildRows } from './build-rows.ts';
import { chainRows } from './chain-rows.ts';
import { heapRows } from './heap-rows.ts';
import { levelMatchRows } from './level-match-rows.ts';
import { limiterRows } from './limiter-rows.ts';
import { loudnessRows } from './loudness-rows.ts';
import { makeProgramme, type Programme } from './programme.ts';
import { stripRows } from './strip-rows.ts';
import { switchRows } from './switch-rows.ts';

type Section = (programme: () => Promise<Programme>) => BenchRow[] | Promise<BenchRow[]>;

const SECTIONS: Readonly<Record<string, Section>> = {
  strips: stripRows,
  chain: async (programme) => chainRows(await programme()),
  loudness: async (programme) => loudnessRows(await programme()),
  limiter: limiterRows,
  switches: switchRows,
  heap: heapRows,
  match: levelMatchRows,
  build: buildRows,
};

const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(SECTIONS);
const unknown = chosen.find((name) => !(name in SECTIONS));
if (unknown !== undefined) {
  console.error(`no section "${unknown}"; there are ${Object.keys(SECTIONS).join(', ')}`);
  process.exit(1);
}
let made = null as Promise<Programme> | null;
const rows: BenchRow[] = [];
try {
  for (const name of chosen) {
    console.log(`measuring ${name} …`);
    rows.push(...(await SECTIONS[name]!(() => (made ??= makeProgramme()))));
  }
} finally {
  await (await made)?.remove();
}
printRows(rows);
