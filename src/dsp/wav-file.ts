import { ditheredTo, UniformNoise } from './dither.ts';

/** 16 and 24 bit are dithered integers; 32 bit is float, as it is. */
export type WavFormat = 'int16' | 'int24' | 'float32';

const BYTES: Record<WavFormat, number> = { int16: 2, int24: 3, float32: 4 };
const HEADER_BYTES = 44;
const INTEGER_PCM = 1;
const IEEE_FLOAT = 3;

/**
 * A RIFF/WAVE file.
 *
 * @param channels samples of ±1, one array per channel, equally long
 * @param sampleRate in Hz
 */
export function wavFile(
  channels: readonly Float32Array[],
  sampleRate: number,
  format: WavFormat,
): Uint8Array<ArrayBuffer> {
  const bytes = BYTES[format];
  const frameBytes = bytes * channels.length;
  const file = new Uint8Array(HEADER_BYTES + frameBytes * channels[0].length);
  file.set(wavHeader(channels[0].length, channels.length, sampleRate, format));
  const view = new DataView(file.buffer);
  channels.forEach((samples, c) => {
    const offset = HEADER_BYTES + c * bytes;
    if (format === 'float32') {
      for (let i = 0; i < samples.length; i++) view.setFloat32(offset + i * frameBytes, samples[i], true);
      return;
    }
    const integers = ditheredTo(format === 'int16' ? 16 : 24, samples, new UniformNoise(c + 1));
    for (let i = 0; i < integers.length; i++) {
      const at = offset + i * frameBytes;
      view.setInt16(at, format === 'int16' ? integers[i] : integers[i] & 0xffff, true);
      if (format === 'int24') view.setInt8(at + 2, integers[i] >> 16);
    }
  });
  return file;
}

/** The 44 bytes before the samples. */
export function wavHeader(
  frames: number,
  channels: number,
  sampleRate: number,
  format: WavFormat,
): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(HEADER_BYTES);
  const view = new DataView(header.buffer);
  const frameBytes = BYTES[format] * channels;
  const text = (at: number, letters: string): void => {
    for (let i = 0; i < letters.length; i++) header[at + i] = letters.charCodeAt(i);
  };
  text(0, 'RIFF');
  view.setUint32(4, HEADER_BYTES - 8 + frames * frameBytes, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, format === 'float32' ? IEEE_FLOAT : INTEGER_PCM, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * frameBytes, true);
  view.setUint16(32, frameBytes, true);
  view.setUint16(34, BYTES[format] * 8, true);
  text(36, 'data');
  view.setUint32(40, frames * frameBytes, true);
  return header;
}
