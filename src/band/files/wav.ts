import { wavHeader } from '../../dsp/wav-file.ts';
import { SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';
import { bytesOf, type Pcm } from './pcm.ts';

/** A 16-bit RIFF/WAVE file of samples that are integers already. */
export function wavFile(pcm: Pcm): Buffer {
  const frames = pcm.samples.length / pcm.channelCount;
  return Buffer.concat([wavHeader(frames, pcm.channelCount, SAMPLE_RATE_HZ, 'int16'), bytesOf(pcm)]);
}
