import { describe, expect, it } from 'vitest';
import { bounceSpec } from '../../src/demos/bounce-spec.ts';
import { demoCatalog } from '../../src/demos/catalog.ts';
import { measureLoudness } from '../../src/dsp/loudness.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';
import { heard, lineSpreadLu, voiceAboveBandDb } from '../mixes/measures.ts';

const RATE = 48000;
const catalog = await demoCatalog();

function specOf(demoId: string, variantId: string): MixSpec {
  const variant = catalog.get(demoId)?.variants.find(({ id }) => id === variantId);
  if (!variant) throw new Error(`no variant ${variantId} of ${demoId}`);
  return variant.spec;
}

/** Median over the hits of a stem: energy of the first 5 ms above that of 15–80 ms, in dB. */
async function knockAboveBodyDb(spec: MixSpec, drum: string): Promise<number> {
  const [left] = await heard(spec, (stem) => stem === drum);
  const power = (from: number, to: number): number =>
    left.subarray(from, to).reduce((sum, v) => sum + v * v, 0) / (to - from);
  const threshold = 0.35 * left.reduce((peak, value) => Math.max(peak, Math.abs(value)), 0);
  const hits: number[] = [];
  for (let i = 24; i < left.length - 6000; i++) {
    if (Math.abs(left[i]) <= threshold) continue;
    hits.push(10 * Math.log10(power(i - 24, i + 216) / power(i + 696, i + 3816)));
    i += 7200;
  }
  return hits.sort((a, b) => a - b)[hits.length >> 1];
}

const peakToLoudness = async (spec: MixSpec): Promise<number> => {
  const { truePeakDbtp, integratedLufs } = measureLoudness(await bounceSpec(spec), RATE);
  return truePeakDbtp - integratedLufs;
};

describe('What the lessons claim, measured on the song', () => {
  it('mixing lifts the voice at least 6 dB above the band in 1–4 kHz', async () => {
    const lifted =
      (await voiceAboveBandDb(specOf('four-ways', 'mixed'))) -
      (await voiceAboveBandDb(specOf('four-ways', 'raw')));
    expect(lifted).toBeGreaterThanOrEqual(6);
  });

  it('a lane for each lifts the voice at least 3 dB above the band in 1–4 kHz, faders untouched', async () => {
    const lifted =
      (await voiceAboveBandDb(specOf('lane-for-each', 'carved'))) -
      (await voiceAboveBandDb(specOf('lane-for-each', 'flat')));
    expect(lifted).toBeGreaterThanOrEqual(3);
  });

  it('compression brings lines that lie more than 8 LU apart to within 3 LU', async () => {
    expect(await lineSpreadLu(specOf('even-vocal', 'uneven'))).toBeGreaterThan(8);
    expect(await lineSpreadLu(specOf('even-vocal', 'even'))).toBeLessThanOrEqual(3);
  });

  it.each(['kick', 'snare'])(
    'a slow attack makes the knock of the %s stand out at least 3 dB further; a fast one less than no compression',
    async (drum) => {
      const [none, slow, fast] = await Promise.all(
        ['none', 'slow', 'fast'].map((variant) => knockAboveBodyDb(specOf('punch', variant), drum)),
      );
      expect(slow - none).toBeGreaterThanOrEqual(3);
      expect(fast).toBeLessThan(none);
    },
  );

  it('crushing takes at least 6 dB off the peaks, relative to the loudness; limiting takes less', async () => {
    const [none, limited, crushed] = await Promise.all(
      ['none', 'limited', 'crushed'].map((variant) => peakToLoudness(specOf('ceiling', variant))),
    );
    expect(none - crushed).toBeGreaterThanOrEqual(6);
    expect(limited).toBeGreaterThan(crushed);
  });
});
