import { describe, expect, it } from 'vitest';
import { bounceFile, bouncing } from '../../src/dsp/bounce-file.ts';
import { device, mixSpec } from '../../src/dsp/mix-draft.ts';
import { wavFile } from '../../src/dsp/wav-file.ts';
import { noise } from './noise.ts';

const RATE = 48000;

/** Samples of ±1 of a WAV file, by channel. */
function read(wav: Uint8Array): { format: number; bits: number; channels: Float64Array[] } {
  const view = new DataView(wav.buffer, wav.byteOffset, wav.length);
  const text = (at: number): string => String.fromCharCode(...wav.subarray(at, at + 4));
  expect([text(0), text(8), text(12), text(36)]).toEqual(['RIFF', 'WAVE', 'fmt ', 'data']);
  expect([view.getUint32(4, true), view.getUint32(40, true)]).toEqual([wav.length - 8, wav.length - 44]);
  const format = view.getUint16(20, true);
  const count = view.getUint16(22, true);
  const bits = view.getUint16(34, true);
  const bytes = bits / 8;
  const frames = (wav.length - 44) / (bytes * count);
  const channels = Array.from({ length: count }, (_, c) =>
    Float64Array.from({ length: frames }, (__, i) => {
      const at = 44 + (i * count + c) * bytes;
      if (format === 3) return view.getFloat32(at, true);
      if (bits === 16) return view.getInt16(at, true) / 2 ** 15;
      return (view.getUint16(at, true) + view.getInt8(at + 2) * 65536) / 2 ** 23;
    }),
  );
  return { format, bits, channels };
}

describe('A WAV file', () => {
  const left = Float32Array.from(noise(4800, 1, 0.5));
  const right = Float32Array.from(noise(4800, 2, 0.5));

  it('of 32-bit floats holds the very samples', () => {
    const file = read(wavFile([left, right], RATE, 'float32'));
    expect([file.format, file.bits]).toEqual([3, 32]);
    expect(file.channels.map((c) => Float32Array.from(c))).toEqual([left, right]);
  });

  it.each([
    ['int16', 16],
    ['int24', 24],
  ] as const)(
    'of %s is within 1.5 steps, and its error is noise of 4.8 dB over plain rounding',
    (format, bits) => {
      const file = read(wavFile([left, right], RATE, format));
      expect([file.format, file.bits]).toEqual([1, bits]);
      const step = 2 ** (1 - bits);
      let energy = 0;
      for (let i = 0; i < left.length; i++) {
        const error = (file.channels[0][i] - left[i]) / step;
        expect(Math.abs(error)).toBeLessThanOrEqual(1.5);
        energy += error * error;
      }
      // TPDF dither triples the variance of rounding: 3/12 step².
      expect(Math.abs(10 * Math.log10(energy / left.length / (1 / 12)) - 4.77)).toBeLessThan(0.3);
    },
  );

  it('keeps a tone of −108 dBFS audible in 16 bit: dither carries it', () => {
    const tone = Float32Array.from(
      { length: RATE },
      (_, i) => 4e-6 * Math.sin((2 * Math.PI * 1000 * i) / RATE),
    );
    const [samples] = read(wavFile([tone], RATE, 'int16')).channels;
    let correlated = 0;
    for (let i = 0; i < RATE; i++) correlated += samples[i] * Math.sin((2 * Math.PI * 1000 * i) / RATE);
    expect(Math.abs((2 * correlated) / RATE / 4e-6 - 1)).toBeLessThan(0.15);
  });

  it('stops at full scale instead of turning over', () => {
    const [samples] = read(wavFile([Float32Array.of(2, -2)], RATE, 'int16')).channels;
    expect([samples[0], samples[1]]).toEqual([32767 / 32768, -1]);
  });
});

describe('A bounce to a file', () => {
  const loud = mixSpec({
    song: 't',
    strips: { a: { levelDb: 12 } },
    master: [device('limiter', 'l', 'Limiter', { driveDb: 12, ceilingDbtp: 0 })],
  });
  const white = [[Float32Array.from(noise(RATE, 5, 0.9)), Float32Array.from(noise(RATE, 6, 0.9))]];

  it('of white noise driven 24 dB, the worst there is, holds −1 dBTP within +0.01 dB at 16×, by rendering again', () => {
    const file = bounceFile(loud, white, RATE, 'int24');
    expect(file.truePeakDbtp).toBeLessThanOrEqual(-1 + 0.01);
    expect(file.truePeakDbtp).toBeGreaterThan(-1.5);
    expect(file.passes).toBeGreaterThan(1);
  });

  it('is the same file every time', () => {
    const stems = [[Float32Array.from(noise(RATE, 5, 0.1))]];
    const spec = mixSpec({ song: 't', strips: { a: {} } });
    expect(bounceFile(spec, stems, RATE, 'int16').wav).toEqual(bounceFile(spec, stems, RATE, 'int16').wav);
  });

  it('tells how far it is, upwards from 0 to 1, and can be left at any step', () => {
    const steps = bouncing(loud, white, RATE, 'float32');
    const first = steps.next();
    expect(first.done).toBe(false);
    expect(first.value).toBeGreaterThan(0);
    expect(steps.return(undefined as never).done).toBe(true);
  });
});
