/** Every kernel as it is written, and the demo's level match: the same files that play, as text. */
const SOURCES = import.meta.glob<string>(['../dsp/*.ts', '../analysis/analyse-lap.ts', '../demos/demo.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The text of a file below src: "dsp/eq.ts". */
export function kernelSource(file: string): string {
  const source = SOURCES[`../${file}`];
  if (source === undefined) throw new Error(`src/inside: expected a kernel src/${file}, found no such file`);
  return source;
}
