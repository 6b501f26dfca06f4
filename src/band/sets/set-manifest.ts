import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StemSet } from '../../song-manifest.ts';
import { stemEntry } from '../manifest.ts';
import { STEMS_FOLDER } from '../publish.ts';
import { SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';
import type { RenderedSet, SetPlan } from './set-plan.ts';

/** @param bytes encoded sizes by file name */
export function setManifestOf(
  { id, title }: SetPlan,
  { bars, lines, stems }: RenderedSet,
  bytes: ReadonlyMap<string, number>,
): StemSet {
  const [{ pcm }] = stems as [RenderedSet['stems'][number]];
  return {
    version: 1,
    song: id,
    title,
    bars,
    sampleRate: SAMPLE_RATE_HZ,
    loopFrames: pcm.samples.length / pcm.channelCount,
    lines,
    stems: stems.map((stem) => stemEntry(stem, stem.pcm, bytes, [])),
  };
}

/** How it was made, and whose work is in the songs that it is made of. */
export function setCreditsOf(plan: SetPlan): string {
  const credits = plan.songs.flatMap((song) =>
    listIn(readFileSync(join(STEMS_FOLDER, song, 'CREDITS.md'), 'utf8')),
  );
  return `# Credits for “${plan.title}”

${plan.story()} Licensed under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/).

**The singer is synthetic.** Nobody sang these words.

${[...new Set(credits)].join('\n')}
`;
}

/** The entries of the list in a song's credits. */
function listIn(markdown: string): string[] {
  return markdown.match(/^- .*(?:\n {2}.*)*/gm) ?? [];
}
