import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClaimedDemo } from './demo.ts';
import { demos as songDemos } from './songs.ts';

/** Every demo of the course by id: the songs' and those of lessons/…/demos.ts. */
export async function demoCatalog(): Promise<ReadonlyMap<string, ClaimedDemo>> {
  const all: ClaimedDemo[] = [...songDemos];
  const lessons = join(process.cwd(), 'lessons');
  for (const folder of (await readdir(lessons)).sort()) {
    const path = join(lessons, folder, 'demos.ts');
    const module = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as {
      demos?: readonly ClaimedDemo[];
    };
    if (!Array.isArray(module.demos)) throw new Error(`${path}: expected an exported array "demos"`);
    all.push(...(module.demos as readonly ClaimedDemo[]));
  }
  const twice = all.find((demo, i) => all.findIndex(({ id }) => id === demo.id) !== i);
  if (twice) throw new Error(`two demos are called "${twice.id}"; a demo's id is its address`);
  return new Map(all.map((demo) => [demo.id, demo]));
}

/** The demo of that id; an unknown one fails the build and names those there are. */
export async function demoById(id: string): Promise<ClaimedDemo> {
  const catalog = await demoCatalog();
  const demo = catalog.get(id);
  if (!demo) throw new Error(`no demo "${id}"; there are ${[...catalog.keys()].sort().join(', ')}`);
  return demo;
}
