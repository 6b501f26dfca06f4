import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeFlac, encodeFlac } from '../../src/band/files/flac.ts';
import { ditherTo16Bit, padded, sha256Of } from '../../src/band/files/pcm.ts';
import { wavFile } from '../../src/band/files/wav.ts';
import { createRandom } from '../../src/band/signal/random.ts';
import { pcmOf } from './committed-stems.ts';

const random = createRandom('files');
const stereo = [0, 1].map(() => new Float32Array(10_000).map(() => 0.2 * random.normal()));

describe('16-bit samples', () => {
  it('are the same each time and stay within 1.5 LSB of the signal', () => {
    const pcm = ditherTo16Bit(stereo, 'seed');
    expect(sha256Of(ditherTo16Bit(stereo, 'seed'))).toBe(sha256Of(pcm));
    const worst = stereo[0].reduce((max, x, i) => Math.max(max, Math.abs(pcm.samples[2 * i] - x * 32768)), 0);
    expect(worst).toBeLessThanOrEqual(1.5);
  });

  it('dither a tenth of an LSB to its true average', () => {
    const { samples } = ditherTo16Bit([new Float32Array(100_000).fill(0.1 / 32768)], 'seed');
    expect(samples.reduce((sum, x) => sum + x, 0) / samples.length).toBeCloseTo(0.1, 1);
  });

  it('refuse a signal above full scale instead of clipping it', () => {
    expect(() => ditherTo16Bit([Float32Array.of(0.5, 1.1)], 'too hot')).toThrow(/too hot: sample 1/);
  });

  it('go round at their pads', () => {
    const pcm = { channelCount: 2, samples: Int16Array.of(1, 2, 3, 4, 5, 6) };
    expect([...padded(pcm, 1).samples]).toEqual([5, 6, 1, 2, 3, 4, 5, 6, 1, 2]);
  });
});

describe('A FLAC file', () => {
  it('decodes to exactly the samples that went in, stereo too, and names their MD5', async () => {
    const pcm = ditherTo16Bit(stereo, 'seed');
    const file = await encodeFlac(pcm);
    const folder = mkdtempSync(join(tmpdir(), 'bypass-test-'));
    try {
      writeFileSync(join(folder, 'test.flac'), file);
      const decoded = await decodeFlac(join(folder, 'test.flac'));
      expect(decoded.sampleRateHz).toBe(48_000);
      expect(pcmOf(decoded.channels)).toEqual(pcm);
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(file.subarray(26, 42).every((byte) => byte === 0)).toBe(false);
  });
});

describe('A WAV file', () => {
  it('is its 44-byte header and the samples', () => {
    const file = wavFile({ channelCount: 1, samples: Int16Array.of(1, -2) });
    expect(file.length).toBe(48);
    expect(file.readUInt32LE(24)).toBe(48_000);
    expect([file.readInt16LE(44), file.readInt16LE(46)]).toEqual([1, -2]);
  });
});
