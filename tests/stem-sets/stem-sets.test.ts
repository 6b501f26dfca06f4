import { describe, expect, it } from 'vitest';
import { songAudio } from '../../src/demos/song-audio.ts';
import { loopExcerpt } from '../../src/stem-sets/loop-excerpt.ts';
import { pinkNoise } from '../../src/stem-sets/pink-noise.ts';
import { excerptFrames, excerptId, stemSetId } from '../../src/stem-sets/stem-set-id.ts';
import { analysedLap } from '../../src/exercises/measure-sources.ts';
import { mixSpec } from '../../src/dsp/mix-draft.ts';

describe('Pink noise', () => {
  const noise = pinkNoise(48000, 1);

  it('has equal power in every octave, within 1 dB from 40 Hz to 10 kHz', async () => {
    const spec = mixSpec({ song: 'pink-noise', strips: { noise: {} } });
    const { averageSpectrumDb } = await analysedLap(spec, []);
    const octaves = Array.from({ length: 8 }, (_, octave) => {
      const bands = averageSpectrumDb.subarray(12 * (octave + 1), 12 * (octave + 2));
      return 10 * Math.log10(bands.reduce((sum, db) => sum + 10 ** (db / 10), 0));
    });
    expect(Math.max(...octaves) - Math.min(...octaves)).toBeLessThan(2);
  });

  it('is a loop at −20 dBFS RMS without a step at its seam, and the same each time', () => {
    const rms = Math.sqrt(noise.reduce((sum, sample) => sum + sample ** 2, 0) / noise.length);
    expect(20 * Math.log10(rms)).toBeCloseTo(-20, 3);
    let largest = 0;
    for (let i = 1; i < noise.length; i++) largest = Math.max(largest, Math.abs(noise[i] - noise[i - 1]));
    expect(Math.abs(noise[0] - noise[noise.length - 1])).toBeLessThan(largest);
    expect(pinkNoise(48000, 1)).toEqual(noise);
    expect(pinkNoise(48000, 2)).not.toEqual(noise);
  });
});

describe('An excerpt of a loop', () => {
  const RATE = 48000;
  const tone = Float32Array.from({ length: 4 * RATE }, (_, i) => Math.sin((2 * Math.PI * 441 * i) / RATE));

  it('is the loop as it is, but for its last 30 ms', () => {
    const excerpt = loopExcerpt(tone, RATE, 2 * RATE, RATE);
    const seam = 0.03 * RATE;
    expect(excerpt.subarray(0, 2 * RATE - seam)).toEqual(tone.subarray(RATE, 3 * RATE - seam));
  });

  it('meets its own start without a step larger than the tone’s own', () => {
    const excerpt = loopExcerpt(tone, 12_345, RATE + 67, RATE);
    const step = (2 * Math.PI * 441) / RATE;
    for (let i = 1; i < excerpt.length; i++)
      expect(Math.abs(excerpt[i] - excerpt[i - 1])).toBeLessThan(2.2 * step);
    expect(Math.abs(excerpt[0] - excerpt[excerpt.length - 1])).toBeLessThan(2.2 * step);
  });

  it('of the whole loop is the loop', () => {
    expect(loopExcerpt(tone, 0, tone.length, RATE)).toEqual(tone);
  });

  it('of a song is named by its bars, and as long as they are', async () => {
    const id = excerptId('indie-pop', 13, 16);
    expect(id).toBe('indie-pop@13-16');
    expect(stemSetId(id)).toEqual({ kind: 'excerpt', folder: 'indie-pop', firstBar: 13, lastBar: 16 });
    expect(excerptFrames({ firstBar: 13, lastBar: 16 }, { bars: 16, loopFrames: 36 * RATE })).toEqual({
      from: 27 * RATE,
      frames: 9 * RATE,
    });
    const { manifest, stems } = await songAudio(id);
    expect(manifest.loopFrames).toBe(9 * RATE);
    expect([...stems.values()].every((channels) => channels.every(({ length }) => length === 9 * RATE))).toBe(
      true,
    );
  });
});
