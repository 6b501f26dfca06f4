import { songAudio } from '../../../src/demos/song-audio.ts';
import { Mix } from '../../../src/dsp/mix.ts';
import type { MixSpec } from '../../../src/dsp/mix-spec.ts';

/** A block of sound as it leaves the mix, and the gain reductions within it. */
export interface PlayedBlock {
  /** Of the block's first frame, in the song's time: the mix's latency is taken off. */
  readonly seconds: number;
  readonly left: Float32Array;
  readonly right: Float32Array;
  /** In dB, in the order of the mix's gainReducingIds. */
  readonly reductionsDb: Float32Array;
  readonly gainReducingIds: readonly string[];
}

/** Play a stretch of the loop in blocks of 10 ms; from `stopSeconds` on, all stems are silent. */
export async function playMix(
  spec: MixSpec,
  {
    fromSeconds,
    toSeconds,
    stopSeconds = Infinity,
  }: Record<'fromSeconds' | 'toSeconds', number> & {
    stopSeconds?: number;
  },
  take: (block: PlayedBlock) => void,
): Promise<void> {
  const { manifest, stems } = await songAudio(spec.song);
  const { sampleRate, loopFrames } = manifest;
  const audio = spec.strips.map(({ stem }) => stems.get(stem)!);
  const shape = { stereoStems: audio.map((stem) => stem.length > 1), loopFrames };
  const mix = new Mix(spec, shape, sampleRate, { meters: 'none', fixed: true });
  const size = sampleRate / 100;
  const [left, right] = [new Float32Array(size), new Float32Array(size)];
  const reductionsDb = new Float32Array(mix.meterLength);
  const inputs = audio.map((stem) => stem.map(() => new Float32Array(size)));
  const start = Math.round(fromSeconds * sampleRate);
  mix.seek(start % loopFrames);
  for (let frame = start; frame < toSeconds * sampleRate; frame += size) {
    for (let i = 0; i < size; i++) {
      const silent = frame + i >= stopSeconds * sampleRate;
      const at = (frame + i) % loopFrames;
      for (let s = 0; s < audio.length; s++)
        for (let c = 0; c < audio[s].length; c++) inputs[s][c][i] = silent ? 0 : audio[s][c][at];
    }
    mix.process(inputs, left, right, size);
    mix.readMeters(reductionsDb);
    const seconds = (frame - mix.latencySamples) / sampleRate;
    take({ seconds, left, right, reductionsDb, gainReducingIds: mix.gainReducingIds });
  }
}
