import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { StreamMetadata } from 'libflacjs';
import { SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';
import { libFlac } from './libflac.ts';
import { bytesOf, type Pcm } from './pcm.ts';

/** A decoded file: channels of ±1. */
export interface DecodedFlac {
  channels: Float32Array[];
  sampleRateHz: number;
  bitsPerSample: number;
}

const BLOCK_FRAMES = 4096;
const COMPRESSION_LEVEL = 8;
/** "fLaC", the block header, then 18 bytes of STREAMINFO come before its MD5 (RFC 9639, section 8.2). */
const MD5_OFFSET = 4 + 4 + 18;

/** Encode 16-bit PCM at 48 kHz; the file carries its length and MD5, and no padding. */
export async function encodeFlac(pcm: Pcm): Promise<Buffer> {
  const flac = await libFlac();
  const frames = pcm.samples.length / pcm.channelCount;
  const encoder = flac.create_libflac_encoder(
    SAMPLE_RATE_HZ,
    pcm.channelCount,
    16,
    COMPRESSION_LEVEL,
    frames,
  );
  const written: Uint8Array[] = [];
  const status = flac.init_encoder_stream(encoder, (data) => {
    written.push(data.slice());
  });
  if (encoder === 0 || status !== 0) throw new Error(`libFLAC refused to start encoding (status ${status})`);
  for (let frame = 0; frame < frames; frame += BLOCK_FRAMES) {
    const count = Math.min(BLOCK_FRAMES, frames - frame);
    const block = Int32Array.from(
      pcm.samples.subarray(frame * pcm.channelCount, (frame + count) * pcm.channelCount),
    );
    if (!flac.FLAC__stream_encoder_process_interleaved(encoder, block, count)) {
      throw new Error(`libFLAC stopped encoding at frame ${frame}`);
    }
  }
  flac.FLAC__stream_encoder_finish(encoder);
  flac.FLAC__stream_encoder_delete(encoder);
  const file = Buffer.concat(written);
  // A stream can't be rewound, so libFLAC leaves the checksum in the header empty.
  createHash('md5').update(bytesOf(pcm)).digest().copy(file, MD5_OFFSET);
  return file;
}

/** Decode a FLAC file of any rate, 16 or 24 bit. */
export async function decodeFlac(path: string): Promise<DecodedFlac> {
  const flac = await libFlac();
  const file = await readFile(path);
  const decoder = flac.create_libflac_decoder(false);
  const blocks: Uint8Array[][] = [];
  let metadata: StreamMetadata | undefined;
  let position = 0;
  flac.init_decoder_stream(
    decoder,
    (wanted) => {
      const buffer = file.subarray(position, position + wanted);
      position += buffer.length;
      return { buffer, readDataLength: buffer.length, error: false };
    },
    (channels) => blocks.push(channels.map((bytes) => bytes.slice())),
    (code, description) => {
      throw new Error(`${path}: libFLAC error ${code}, ${description}`);
    },
    (found) => {
      if (found && 'bitsPerSample' in found) metadata = found;
    },
  );
  flac.FLAC__stream_decoder_process_until_end_of_stream(decoder);
  flac.FLAC__stream_decoder_finish(decoder);
  flac.FLAC__stream_decoder_delete(decoder);
  if (!metadata || blocks.length === 0) throw new Error(`${path} is not a FLAC file`);
  const { bitsPerSample, sampleRate } = metadata;
  const channels = Array.from({ length: metadata.channels }, (_, channel) =>
    samplesOf(
      blocks.map((block) => block[channel]),
      bitsPerSample,
    ),
  );
  return { channels, sampleRateHz: sampleRate, bitsPerSample };
}

/** Little-endian integers as samples of ±1. */
function samplesOf(blocks: readonly Uint8Array[], bitsPerSample: number): Float32Array {
  const bytes = Buffer.concat(blocks);
  const width = bitsPerSample / 8;
  const fullScale = 2 ** (bitsPerSample - 1);
  return Float32Array.from(
    { length: bytes.length / width },
    (_, i) => bytes.readIntLE(i * width, width) / fullScale,
  );
}
