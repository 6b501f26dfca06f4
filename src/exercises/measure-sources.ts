import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { analysing } from '../analysis/analyse-lap.ts';
import type { LapAnalysis } from '../analysis/lap-analysis.ts';
import { songAudio } from '../demos/song-audio.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';
import type { SourceLevels } from '../training/exercise.ts';
import { LEVEL_READER, levelsSpec, sourceLevels } from './source-levels.ts';
import { SOURCES } from './sources.ts';

/** One lap of a mix on the real stems, with what these devices did. */
export async function analysedLap(spec: MixSpec, deviceIds: readonly string[]): Promise<LapAnalysis> {
  const { manifest, stems } = await songAudio(spec.song);
  const audio = spec.strips.map(({ stem }) => stems.get(stem)!);
  const steps = analysing({ spec, deviceIds }, audio, manifest.sampleRate);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The levels of a source's mix as it is. */
export async function measuredLevels(base: MixSpec): Promise<SourceLevels> {
  return sourceLevels(await analysedLap(levelsSpec(base), [LEVEL_READER]));
}

/** `npm run levels`: the levels of every source that comes with the course. */
async function writeLevels(): Promise<void> {
  const levels: Record<string, SourceLevels> = {};
  for (const { id, base } of SOURCES) levels[id] = await measuredLevels(base);
  const file = join('src', 'exercises', 'source-levels.json');
  await writeFile(file, `${JSON.stringify(levels, null, 2)}\n`);
}

if (import.meta.main) await writeLevels();
