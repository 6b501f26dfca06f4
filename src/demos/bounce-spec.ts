import { bounceLoop } from '../dsp/bounce.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';
import { songAudio } from './song-audio.ts';

/** One lap of a mix on the real stems, as [left, right]. */
export async function bounceSpec(spec: MixSpec): Promise<[Float32Array, Float32Array]> {
  const { manifest, stems } = await songAudio(spec.song);
  const audio = spec.strips.map(({ stem }) => {
    const samples = stems.get(stem);
    if (!samples)
      throw new Error(`${spec.song} has no stem "${stem}"; there are ${[...stems.keys()].join(', ')}`);
    return samples;
  });
  return bounceLoop(spec, audio, manifest.sampleRate);
}
