import { SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';
import { bytesOf, type Pcm } from './pcm.ts';

/** A 16-bit RIFF/WAVE file. */
export function wavFile(pcm: Pcm): Buffer {
  const data = bytesOf(pcm);
  const frameBytes = 2 * pcm.channelCount;
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + data.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20); // integer PCM
  header.writeUInt16LE(pcm.channelCount, 22);
  header.writeUInt32LE(SAMPLE_RATE_HZ, 24);
  header.writeUInt32LE(SAMPLE_RATE_HZ * frameBytes, 28);
  header.writeUInt16LE(frameBytes, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}
