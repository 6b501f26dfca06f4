import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { figureRow, type BenchRow } from './bench-row.ts';
import { lessonBody, lessonTitle } from './generated-lesson.ts';
import { median, ratiosOf, spread, taken, type Pairs } from './pairs.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What set-up.sh has installed: Starlight does not build where its packages are linked from elsewhere. */
const STARLIGHT = join(ROOT, '.cache', 'starlight');
const COUNTS = [10, 100, 1000] as const;
/** Turns at each size; the largest takes most of a minute. */
const PAIRS = 3;

/** Building the site with 10, 100 and 1,000 lessons, beside a default Starlight site with search and the same text. */
export async function buildRows(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bypass-build-'));
  try {
    const seconds = new Map<number, Pairs>();
    for (const count of COUNTS) {
      const ours = await ourProject(join(folder, `ours-${count}`), count);
      await fillStarlight(count);
      seconds.set(
        count,
        await taken(
          PAIRS,
          () => buildSeconds(ours),
          () => buildSeconds(STARLIGHT),
        ),
      );
    }
    return [...COUNTS.map((count) => wholeRow(count, seconds.get(count)!)), marginRow(seconds)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** This site with generated lessons in place of its own, each with a demo, and nothing else left out. */
async function ourProject(folder: string, count: number): Promise<string> {
  await mkdir(join(folder, 'lessons'), { recursive: true });
  for (const entry of ['src', 'package.json', 'tsconfig.json', 'astro.config.mjs'])
    await cp(join(ROOT, entry), join(folder, entry), { recursive: true });
  // Copied as a whole by each build, and the same for any number of lessons: only what pages are made from.
  await cp(join(ROOT, 'public'), join(folder, 'public'), {
    recursive: true,
    filter: (path) => !/\.(opus|flac)$/.test(path),
  });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  await write(count, async (i) => {
    const lesson = join(folder, 'lessons', `12-generated-${i}`);
    await mkdir(lesson);
    await writeFile(join(lesson, 'demos.ts'), 'export const demos = [];\n');
    await writeFile(
      join(lesson, 'index.mdx'),
      `${ourFrontMatter(i)}\n<Demo id="four-ways" />\n\n${lessonBody(i)}`,
    );
  });
  return folder;
}

function ourFrontMatter(i: number): string {
  return [
    '---',
    `title: ${lessonTitle(i)}`,
    'unit: Mixing',
    'order: 12',
    'minutes: 7',
    `summary: Generated lesson number ${i}, as long as a lesson of the course, to measure how long a build takes.`,
    `youWillHear: nothing, because this is lesson ${i} of a measurement`,
    'terms:',
    `  - term: generated word ${i}`,
    `    means: A word that only lesson ${i} of the measurement explains.`,
    '---',
    '',
  ].join('\n');
}

/** What Starlight's own template makes (tests/bench/starlight), with the same text. */
async function fillStarlight(count: number): Promise<void> {
  const lessons = join(STARLIGHT, 'src', 'content', 'docs', 'lessons');
  await rm(lessons, { recursive: true, force: true });
  await mkdir(lessons, { recursive: true });
  await write(count, (i) =>
    writeFile(
      join(lessons, `generated-${i}.mdx`),
      `---\ntitle: ${lessonTitle(i)}\ndescription: Generated lesson number ${i}.\n---\n\n${lessonBody(i)}`,
    ),
  );
}

async function write(count: number, one: (i: number) => Promise<void>): Promise<void> {
  for (let i = 0; i < count; i++) await one(i);
}

/** A build from nothing, in seconds of the clock. */
function buildSeconds(folder: string): number {
  for (const kept of ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'])
    spawnSync('rm', ['-rf', join(folder, kept)]);
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build'],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: {
        ...process.env,
        SITE_URL: 'https://course.example',
        BASE_PATH: '/',
        ASTRO_TELEMETRY_DISABLED: '1',
      },
    },
  );
  if (status !== 0) throw new Error(`astro build failed in ${folder}:\n${stdout.slice(-2000)}${stderr}`);
  return (performance.now() - start) / 1000;
}

const PEER = 'Starlight, default, with search';

function wholeRow(count: number, pairs: Pairs): BenchRow {
  const each = (values: readonly number[]): string =>
    `${median(values).toFixed(1)} s, ${((1000 * median(values)) / count).toFixed(0)} ms each`;
  const ratios = ratiosOf(pairs);
  return {
    what: `Site of ${count} generated lessons with a demo each built, clock time`,
    ours: each(pairs.ours),
    peer: PEER,
    theirs: each(pairs.peer),
    ratio: `${median(ratios).toFixed(2)} (${spread(ratios)})`,
    reach: '',
    reached: true,
  };
}

/** What each lesson from the 101st to the 1,000th costs. */
function marginRow(seconds: ReadonlyMap<number, Pairs>): BenchRow {
  const [few, many] = [COUNTS[1], COUNTS[2]];
  const perLesson = (side: keyof Pairs): number[] =>
    seconds.get(many)![side].map((value, i) => (1000 * (value - seconds.get(few)![side][i]!)) / (many - few));
  const pairs = { ours: perLesson('ours'), peer: perLesson('peer') };
  const ratios = ratiosOf(pairs);
  return {
    ...figureRow({
      what: `Each lesson more, from ${few} to ${many}`,
      ours: `${median(pairs.ours).toFixed(1)} ms`,
      peer: PEER,
      theirs: `${median(pairs.peer).toFixed(1)} ms`,
      reach: '≤ 1',
      reached: median(ratios) <= 1,
    }),
    ratio: `${median(ratios).toFixed(2)} (${spread(ratios)})`,
  };
}
