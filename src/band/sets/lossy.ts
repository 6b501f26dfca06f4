import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';

/** One way of coding sound with loss, as ffmpeg is told it. */
export interface LossyCodec {
  readonly encoder: 'aac' | 'libmp3lame';
  readonly kbps: number;
  /** File name extension, by which ffmpeg chooses the container. */
  readonly extension: string;
}

/** Stereo encoded and decoded again, as floating point, so that nothing clips; as long as the decoder makes it. */
export function throughCodec(channels: readonly Float32Array[], codec: LossyCodec): Float32Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'bypass-band-'));
  const raw = ['-f', 'f32le', '-ar', String(SAMPLE_RATE_HZ), '-ac', '2'];
  const [input, coded, output] = ['in.f32', `coded.${codec.extension}`, 'out.f32'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  try {
    writeFileSync(input, interleaved(channels));
    ffmpeg(...raw, '-i', input, '-c:a', codec.encoder, '-b:a', `${codec.kbps}k`, coded);
    ffmpeg('-i', coded, ...raw, output);
    return deinterleaved(readFileSync(output));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** "ffmpeg version 5.1.9 …", for the credits: other versions code otherwise. */
export function ffmpegVersion(): string {
  return run('-version').toString().split(' Copyright')[0]!;
}

function ffmpeg(...options: readonly string[]): void {
  run('-hide_banner', '-loglevel', 'error', '-y', ...options);
}

function run(...options: readonly string[]): Buffer {
  try {
    return execFileSync('ffmpeg', options, { stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Error('ffmpeg is missing: install the Debian package ffmpeg', { cause: error });
    throw error;
  }
}

const FLOAT_BYTES = 4;

function interleaved(channels: readonly Float32Array[]): Buffer {
  const bytes = Buffer.alloc(channels.length * channels[0]!.length * FLOAT_BYTES);
  channels.forEach((channel, c) => {
    channel.forEach((value, i) => bytes.writeFloatLE(value, (i * channels.length + c) * FLOAT_BYTES));
  });
  return bytes;
}

function deinterleaved(bytes: Buffer): Float32Array[] {
  return [0, 1].map((c) =>
    Float32Array.from({ length: bytes.length / (2 * FLOAT_BYTES) }, (_, i) =>
      bytes.readFloatLE((i * 2 + c) * FLOAT_BYTES),
    ),
  );
}
