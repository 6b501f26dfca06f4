import type { Demo } from './demo.ts';

const modules = import.meta.glob<{ demos: readonly Demo[] }>(['/lessons/*/demos.ts', './home.ts'], { eager: true });

/** Every demo of the course by id. */
export const catalog: ReadonlyMap<string, Demo> = new Map(
  Object.entries(modules).flatMap(([path, { demos }]) => {
    if (!Array.isArray(demos)) throw new Error(`${path}: expected an exported array "demos"`);
    return demos.map((demo) => [demo.id, demo] as const);
  }),
);

/** The demo of that id; an unknown one fails the build and names those there are. */
export function demoById(id: string): Demo {
  const demo = catalog.get(id);
  if (!demo) throw new Error(`no demo "${id}"; there are ${[...catalog.keys()].sort().join(', ')}`);
  return demo;
}
