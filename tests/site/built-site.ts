import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse, type HTMLElement } from 'node-html-parser';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A project site: its own address, and a path below it that all of its addresses begin with. */
export const SITE_URL = 'https://course.example';
export const BASE_PATH = '/hear/';

/** A page of the built site. */
export interface BuiltPage {
  /** Within the site, under its base path: "/hear/lessons/eq/". */
  readonly path: string;
  readonly root: HTMLElement;
}

export interface BuiltSite {
  readonly folder: string;
  /** Every file, as a path under the base path. */
  readonly files: ReadonlySet<string>;
  readonly pages: readonly BuiltPage[];
  /** A file's text, by its path within the built folder. */
  read(file: string): Promise<string>;
}

/** Build the site as a host of a project site would, into a folder of its own. */
export async function buildSite(): Promise<BuiltSite> {
  const folder = await mkdtemp(join(tmpdir(), 'bypass-site-'));
  await promisify(execFile)('npx', ['astro', 'build', '--outDir', folder], {
    cwd: ROOT,
    // Vitest's own variables (BASE_URL, MODE …) would reach the pages.
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      SITE_URL,
      BASE_PATH,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
    maxBuffer: 64 * 1024 * 1024,
  });
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const read = (file: string): Promise<string> => readFile(join(folder, file), 'utf8');
  const pages = files
    .filter((file) => file.endsWith('.html'))
    .map(async (file) => ({
      path: BASE_PATH + file.replace(/index\.html$/, ''),
      root: parse(await read(file), { comment: false }),
    }));
  return {
    folder,
    files: new Set(files.map((file) => BASE_PATH + file)),
    pages: await Promise.all(pages),
    read,
  };
}
