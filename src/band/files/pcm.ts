import { createHash } from 'node:crypto';
import { createRandom } from '../signal/random.ts';

/** Interleaved 16-bit samples. */
export interface Pcm {
  channelCount: number;
  samples: Int16Array;
}

/**
 * Round channels of ±1 to 16 bit with flat triangular dither (two uniform numbers, ±1 LSB; Lipshitz, Wannamaker & Vanderkooy 1992).
 * Throws where a sample does not fit: a stem is never clipped silently.
 */
export function ditherTo16Bit(channels: readonly Float32Array[], seed: string): Pcm {
  const random = createRandom(seed);
  const channelCount = channels.length;
  const frames = channels[0].length;
  const samples = new Int16Array(frames * channelCount);
  for (let i = 0; i < samples.length; i++) {
    const x = channels[i % channelCount][Math.floor(i / channelCount)];
    const value = Math.round(x * 32768 + random.uniform() - random.uniform());
    if (!(value > -32768 && value < 32767)) throw new Error(`${seed}: sample ${i} is ${x}, outside 16 bit`);
    samples[i] = value;
  }
  return { channelCount, samples };
}

/** The channels of ±1 that 16-bit samples stand for. */
export function channelsOf({ channelCount, samples }: Pcm): Float32Array[] {
  return Array.from({ length: channelCount }, (_, channel) =>
    Float32Array.from(
      { length: samples.length / channelCount },
      (__, i) => samples[i * channelCount + channel] / 32768,
    ),
  );
}

/** The samples as little-endian bytes. */
export function bytesOf({ samples }: Pcm): Buffer {
  const bytes = Buffer.alloc(samples.length * 2);
  samples.forEach((sample, i) => bytes.writeInt16LE(sample, i * 2));
  return bytes;
}

/** SHA-256 of the little-endian bytes, in hexadecimal. */
export const sha256Of = (pcm: Pcm): string => createHash('sha256').update(bytesOf(pcm)).digest('hex');

/** The loop with `padFrames` of itself before and after, so that a player may loop anywhere inside. */
export function padded({ channelCount, samples }: Pcm, padFrames: number): Pcm {
  const pad = padFrames * channelCount;
  const out = new Int16Array(samples.length + 2 * pad);
  out.set(samples.subarray(samples.length - pad));
  out.set(samples, pad);
  out.set(samples.subarray(0, pad), pad + samples.length);
  return { channelCount, samples: out };
}
