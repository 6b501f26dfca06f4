import { describe, expect, it } from 'vitest';
import { longestSeconds, predictedBytes } from '../../src/audio/own-audio.ts';
import { bounceLoop } from '../../src/dsp/bounce.ts';
import { EXERCISES } from '../../src/exercises/all.ts';
import { loudestStart, OWN_SECONDS, ownSource, type OwnStem } from '../../src/exercises/own-source.ts';

const RATE = 48000;
const stem = (name: string, seconds: number, gainAt: (second: number) => number, channels = 1): OwnStem => ({
  name,
  channels: Array.from({ length: channels }, (_, c) =>
    Float32Array.from(
      { length: seconds * RATE },
      (__, i) => gainAt(Math.floor(i / RATE)) * Math.sin((i * (c + 1)) / 17),
    ),
  ),
});

describe('A learner’s own audio', () => {
  it('is used from where it is loudest', () => {
    expect(
      loudestStart([stem('a.wav', 40, (second) => (second >= 22 && second < 32 ? 0.5 : 0.05))], RATE),
    ).toBe(22);
    expect(loudestStart([stem('short.wav', 6, () => 0.5)], RATE)).toBe(0);
  });

  it('becomes a loop of ten seconds whose stems add up to a peak of −8 dBFS', () => {
    const { source, made } = ownSource(
      [stem('Kick In.wav', 30, () => 0.9), stem('Vox.wav', 30, () => 0.2)],
      4,
      RATE,
    );
    expect(made.manifest.loopFrames).toBe(OWN_SECONDS * RATE);
    const audio = source.base.strips.map((strip) => made.stems.get(strip.stem)!);
    const [left] = bounceLoop(source.base, audio, RATE);
    const peak = left.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    // A mono stem in the middle goes to both sides 3 dB down.
    expect(20 * Math.log10(peak)).toBeLessThan(-7.9);
    expect(20 * Math.log10(peak)).toBeGreaterThan(-11.5);
    expect(source.base.strips.map((strip) => strip.stem)).toEqual(['kick-in', 'vox']);
  });

  it('knows whether it is stereo, and which exercises it suits', () => {
    const mono = ownSource([stem('mono.wav', 12, () => 0.5)], 0, RATE).source;
    const stereo = ownSource([stem('mix.wav', 12, () => 0.5, 2)], 0, RATE).source;
    const stems = ownSource(
      ['a', 'b', 'c'].map((name) => stem(`${name}.wav`, 12, () => 0.3)),
      0,
      RATE,
    ).source;
    const suits = (source: typeof mono): string[] =>
      EXERCISES.filter((exercise) => exercise.unsuited(source) === null).map(({ id }) => id);
    expect(suits(mono)).toContain('pan-position');
    expect(suits(mono)).not.toContain('stereo-width');
    expect(suits(stereo)).toContain('stereo-width');
    expect(suits(stems)).toContain('which-stem');
    expect(suits(stems)).toContain('balance-memory');
    for (const source of [mono, stereo, stems]) {
      expect(suits(source)).not.toContain('fix-where');
      expect(suits(source).length).toBeGreaterThan(14);
    }
  });

  it('keeps stems of one name apart, and those of no letters nameable', () => {
    const { source } = ownSource(
      [stem('Take.wav', 12, () => 0.3), stem('take.mp3', 12, () => 0.3), stem('***.wav', 12, () => 0.3)],
      0,
      RATE,
    );
    expect(source.base.strips.map((strip) => strip.stem)).toEqual(['take', 'take-2', 'stem']);
  });

  it('may take a song of five minutes, and on a small device of two and a half', () => {
    expect(predictedBytes(300)).toBeLessThan(300e6);
    expect(longestSeconds(0, false)).toBeGreaterThanOrEqual(300);
    expect(longestSeconds(0, true)).toBeGreaterThanOrEqual(150);
    expect(longestSeconds(300, false)).toBeLessThan(100);
  });
});
