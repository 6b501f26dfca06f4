import { describe, expect, it } from 'vitest';
import { analysedLap, measuredLevels } from '../../src/exercises/measure-sources.ts';
import committed from '../../src/exercises/source-levels.json' with { type: 'json' };
import { LEVEL_READER, levelsSpec, sourceLevels } from '../../src/exercises/source-levels.ts';
import { sourceById, SOURCES } from '../../src/exercises/sources.ts';
import type { SourceLevels } from '../../src/training/exercise.ts';

const WITHIN_DB = 0.2;

describe('Levels of the sources', () => {
  it('are known of exactly the sources there are', () => {
    expect(Object.keys(committed).sort()).toEqual(SOURCES.map(({ id }) => id).sort());
  });

  for (const { id, base } of SOURCES)
    it(`of ${id} are what is measured now, within 0.2 dB (else: npm run levels)`, async () => {
      const kept = (committed as Readonly<Record<string, SourceLevels>>)[id];
      const now = await measuredLevels(base);
      for (const field of ['integratedLufs', 'detectedDb', 'truePeakDbtp'] as const)
        expect(Math.abs(now[field] - kept[field]), field).toBeLessThan(WITHIN_DB);
    });

  it('are read without changing the sound: loudness and peak move by less than 0.1 dB', async () => {
    const { base } = sourceById('acoustic-percussion');
    const plain = await analysedLap(base, []);
    const read = await analysedLap(levelsSpec(base), [LEVEL_READER]);
    expect(Math.abs(read.integratedLufs - plain.integratedLufs)).toBeLessThan(0.1);
    expect(Math.abs(read.truePeakDbtp - plain.truePeakDbtp)).toBeLessThan(0.1);
  });

  it('follow the fader: 6 dB down reads 6 dB less', async () => {
    const { base, levels } = sourceById('pink-noise');
    const strips = base.strips.map((strip) => ({ ...strip, levelDb: strip.levelDb - 6 }));
    const quieter = await measuredLevels({ ...base, strips });
    expect(quieter.detectedDb - levels.detectedDb).toBeCloseTo(-6, 1);
    expect(quieter.integratedLufs - levels.integratedLufs).toBeCloseTo(-6, 1);
  });

  it('say what is missing where the reader was not analysed', async () => {
    const lap = await analysedLap(sourceById('pink-noise').base, []);
    expect(() => sourceLevels(lap)).toThrow('expected an analysis with the device "level-reader"');
  });
});
