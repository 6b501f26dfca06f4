import { writeFile } from 'node:fs/promises';
import { songAudio } from '../demos/song-audio.ts';
import type { SourceLevels } from '../training/exercise.ts';
import { measuredLevels } from './source-levels.ts';
import { SOURCES } from './sources.ts';

const FILE = new URL('source-levels.json', import.meta.url);

/** The levels of every source on its real stems, by id. */
export async function levelsOfSources(): Promise<Record<string, SourceLevels>> {
  const levels: Record<string, SourceLevels> = {};
  for (const { id, base } of SOURCES) {
    const { manifest, stems } = await songAudio(base.song);
    const audio = base.strips.map(({ stem }) => stems.get(stem)!);
    levels[id] = measuredLevels(base, audio, manifest.sampleRate);
  }
  return levels;
}

if (import.meta.main) await writeFile(FILE, `${JSON.stringify(await levelsOfSources(), null, 2)}\n`);
