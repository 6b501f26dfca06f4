import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClaimedDemo } from './demo.ts';
import { demos as songDemos } from './songs.ts';

let read = null as Promise<ReadonlyMap<string, ClaimedDemo>> | null;

/** Every demo of the course by id: the songs' and those of lessons/…/demos.ts. Read once: Node would not read it anew. */
export function demoCatalog(): Promise<ReadonlyMap<string, ClaimedDemo>> {
  return (read ??= readCatalog());
}

async function readCatalog(): Promise<ReadonlyMap<string, ClaimedDemo>> {
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
  const byId = new Map<string, ClaimedDemo>();
  for (const demo of all) {
    if (byId.has(demo.id)) throw new Error(`two demos are called "${demo.id}"; a demo's id is its address`);
    byId.set(demo.id, demo);
  }
  return byId;
}

/** The demo of that id; an unknown one fails the build and names those there are. */
export async function demoById(id: string): Promise<ClaimedDemo> {
  const catalog = await demoCatalog();
  const demo = catalog.get(id);
  if (!demo) throw new Error(`no demo "${id}"; there are ${[...catalog.keys()].sort().join(', ')}`);
  return demo;
}
