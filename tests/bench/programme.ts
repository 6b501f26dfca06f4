import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bounceSpec } from '../../src/demos/bounce-spec.ts';
import { demos } from '../../src/demos/songs.ts';
import { dbToGain } from '../../src/dsp/decibels.ts';
import { wavFile } from '../../src/dsp/wav-file.ts';

const SAMPLE_RATE = 48000;
const SECONDS = 240;
/** How far each lap is turned down, so that there is a loudness range to measure. */
const LAP_DB = [-3, -9, 0, -14, -1, -6, -2];

/** A four-minute programme on disk: the home demo's versions one after the other, float stereo WAV at 48 kHz. */
export interface Programme {
  readonly file: string;
  readonly left: Float32Array;
  readonly right: Float32Array;
  readonly sampleRate: number;
  readonly seconds: number;
  remove(): Promise<void>;
}

export async function makeProgramme(): Promise<Programme> {
  const laps = await Promise.all(demos[0].variants.map(({ spec }) => bounceSpec(spec)));
  const left = new Float32Array(SECONDS * SAMPLE_RATE);
  const right = new Float32Array(SECONDS * SAMPLE_RATE);
  for (let at = 0, lap = 0; at < left.length; lap++) {
    const [lapLeft, lapRight] = laps[lap % laps.length]!;
    const gain = dbToGain(LAP_DB[lap % LAP_DB.length]!);
    const count = Math.min(lapLeft.length, left.length - at);
    for (let i = 0; i < count; i++) {
      left[at + i] = lapLeft[i] * gain;
      right[at + i] = lapRight[i] * gain;
    }
    at += count;
  }
  const folder = await mkdtemp(join(tmpdir(), 'bypass-bench-'));
  const file = join(folder, 'programme.wav');
  await writeFile(file, wavFile([left, right], SAMPLE_RATE, 'float32'));
  return {
    file,
    left,
    right,
    sampleRate: SAMPLE_RATE,
    seconds: SECONDS,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
