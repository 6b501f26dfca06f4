import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { measureLoudness } from '../dsp/loudness.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';
import { bounceSpec } from './bounce-spec.ts';
import { allStates, type Demo, type MeasuredDemo } from './demo.ts';
import { songManifest } from './song-audio.ts';

/** Measured loudnesses are kept here by what they depend on, so that only what changed is bounced again. */
const CACHE = join(process.cwd(), '.cache', 'loudness');

/** Bounce every state of a demo on the real stems and add its loudness, for the level match. */
export async function measureDemo(demo: Demo): Promise<MeasuredDemo> {
  const loudnessLufs: Record<string, number> = {};
  for (const { key, spec } of allStates(demo)) loudnessLufs[key] = await loopLoudness(spec);
  return { ...demo, loudnessLufs };
}

/** Integrated loudness in LUFS of one lap of a mix. */
export async function loopLoudness(spec: MixSpec): Promise<number> {
  const file = join(CACHE, await fingerprint(spec));
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) return Number(kept);
  const { sampleRate } = await songManifest(spec.song);
  const { integratedLufs } = measureLoudness(await bounceSpec(spec), sampleRate);
  if (!Number.isFinite(integratedLufs)) throw new Error(`a mix of ${spec.song} is silent and has no loudness`);
  await mkdir(CACHE, { recursive: true });
  await writeFile(file, String(integratedLufs));
  return integratedLufs;
}

/** Changes when the mix, the stems or the kernels change. */
async function fingerprint(spec: MixSpec): Promise<string> {
  const { stems } = await songManifest(spec.song);
  const hash = createHash('sha256').update(await kernelSource()).update(JSON.stringify(spec));
  for (const stem of stems) hash.update(stem.pcmSha256);
  return hash.digest('hex').slice(0, 32);
}

let source: Promise<string> | null = null;

function kernelSource(): Promise<string> {
  source ??= (async () => {
    const folder = join(process.cwd(), 'src', 'dsp');
    const files = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
    return (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
  })();
  return source;
}
