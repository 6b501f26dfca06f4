import { writeFile } from 'node:fs/promises';
import { analysing } from '../analysis/analyse-lap.ts';
import type { AnalysisRequest, LapAnalysis } from '../analysis/lap-analysis.ts';
import { songAudio } from '../demos/song-audio.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';
import type { SourceLevels } from '../training/exercise.ts';
import { levelsRequest, sourceLevels } from './source-levels.ts';
import { SOURCES } from './sources.ts';

const FILE = new URL('source-levels.json', import.meta.url);

/** The levels of a mix on its real stems. */
export async function measuredLevels(base: MixSpec): Promise<SourceLevels> {
  return sourceLevels(await analysed({ spec: base, deviceIds: [] }), await analysed(levelsRequest(base)));
}

async function analysed(request: AnalysisRequest): Promise<LapAnalysis> {
  const { manifest, stems } = await songAudio(request.spec.song);
  const audio = request.spec.strips.map(({ stem }) => stems.get(stem)!);
  const job = analysing(request, audio, manifest.sampleRate);
  for (;;) {
    const step = job.next();
    if (step.done) return step.value;
  }
}

if (import.meta.main) {
  const levels: Record<string, SourceLevels> = {};
  for (const { id, base } of SOURCES) levels[id] = await measuredLevels(base);
  await writeFile(FILE, `${JSON.stringify(levels, null, 2)}\n`);
}
