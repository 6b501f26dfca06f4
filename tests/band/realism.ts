import { beforeAll, describe, expect, it } from 'vitest';
import type { Song } from '../../src/band/song.ts';
import { balanced, goodTakes, type Balance, type GoodTakes, type Stereo } from './good-takes.ts';
import { crestDb, levelSpreadDb, loudnessOf, peakToLoudnessLu } from './measures/dynamics.ts';
import { activePart, monoOf } from './measures/frame-power.ts';
import {
  longTermSpectrum,
  rollOff95Hz,
  slopeDbPerOctave,
  thirdDb,
  thirdOctavesDb,
  THIRDS_HZ,
  topDb,
} from './measures/long-term-spectrum.ts';
import { hitTimbre, mainHits, peakVariation, repeatedShare } from './measures/main-hits.ts';
import { correlation, correlations } from './measures/stereo-correlation.ts';

/** What is asked of a song's good takes; a part that a style does without is left out. */
export interface Realism {
  readonly song: Song;
  readonly balance: Balance;
  readonly bass?: string;
  readonly guitars: readonly string[];
  /** The keyboard that is meant as a stereo source. */
  readonly keys?: string;
  /** Drums that people play. */
  readonly drums: readonly string[];
  /** A drum whose harder hits must be brighter ones. */
  readonly brightening?: string;
}

/** Targets for takes without faults, from measurements of recorded stems. */
export function describeRealism(target: Realism): void {
  const { song, balance, bass, guitars, keys, drums, brightening } = target;
  describe(`The good takes of ${song.title}`, () => {
    let takes: GoodTakes;
    let sum: Stereo;
    const take = (id: string): readonly Float32Array[] => takes.get(id)!;
    const spectrumOf = (id: string): Float64Array => longTermSpectrum(activePart(take(id)));
    const hitsOf = (id: string) => mainHits(monoOf(take(id)));
    beforeAll(async () => {
      takes = await goodTakes(song);
      sum = balanced(takes, balance);
    });

    if (bass !== undefined)
      it('have a bass of lows: 0.8–1.25 kHz at least 14 dB below its strongest third, 95 % below 600 Hz', () => {
        const spectrum = spectrumOf(bass);
        const levels = thirdOctavesDb(spectrum);
        THIRDS_HZ.forEach((hz, i) => {
          if (hz > 780 && hz < 1300) expect(levels[i]).toBeLessThanOrEqual(-14);
        });
        expect(rollOff95Hz(spectrum)).toBeLessThanOrEqual(600);
      });

    it.each(guitars)('have a %s with body: 3.15 kHz lies −3 to +8 dB from 500 Hz', (id) => {
      const spectrum = spectrumOf(id);
      const tilt = thirdDb(spectrum, 3150) - thirdDb(spectrum, 500);
      expect(tilt).toBeGreaterThanOrEqual(-3);
      expect(tilt).toBeLessThanOrEqual(8);
    });

    if (keys !== undefined)
      it('have keys that breathe: crest ≥ 14 dB, range ≥ 2.2 LU, 300 ms spread ≥ 5 dB, peaks that vary by 20 %, correlation ≤ 0.9', () => {
        expect(crestDb(take(keys))).toBeGreaterThanOrEqual(14);
        expect(loudnessOf(take(keys)).loudnessRangeLu).toBeGreaterThanOrEqual(2.2);
        expect(levelSpreadDb(take(keys))).toBeGreaterThanOrEqual(5);
        expect(peakVariation(hitsOf(keys))).toBeGreaterThanOrEqual(0.2);
        expect(correlation(take(keys))).toBeLessThanOrEqual(0.9);
      });

    it.each(drums)(
      'never repeat a hit of the %s: fewer than 5 %% are 0.98 alike above 1 kHz to one of the last 8',
      (id) => {
        const hits = hitsOf(id);
        expect(hits.length).toBeGreaterThan(15);
        expect(repeatedShare(monoOf(take(id)), hits)).toBeLessThan(0.05);
      },
    );

    it.each(drums)('strike the %s with levels that vary by 10 to 35 %%', (id) => {
      expect(peakVariation(hitsOf(id))).toBeGreaterThanOrEqual(0.1);
      expect(peakVariation(hitsOf(id))).toBeLessThanOrEqual(0.35);
    });

    if (brightening !== undefined)
      it(`have a ${brightening} whose timbre follows the stroke: its share of top varies by ≥ 1.5 dB and goes with the level`, () => {
        const { trebleShareSdDb, levelToTreble } = hitTimbre(monoOf(take(brightening)), hitsOf(brightening));
        expect(trebleShareSdDb).toBeGreaterThanOrEqual(1.5);
        expect(Math.abs(levelToTreble)).toBeGreaterThanOrEqual(0.4);
      });

    it('balanced with faders and pan pots alone are wide above and firm below: correlation 0.70–0.96, ≥ 0.95 below 150 Hz, 0.4–0.7 above 2 kHz', () => {
      const { overall, below150Hz, above2kHz } = correlations(sum);
      expect(overall).toBeGreaterThanOrEqual(0.7);
      expect(overall).toBeLessThanOrEqual(0.96);
      expect(below150Hz).toBeGreaterThanOrEqual(0.95);
      expect(above2kHz).toBeGreaterThanOrEqual(0.4);
      expect(above2kHz).toBeLessThanOrEqual(0.7);
    });

    it('have an open top: thirds fall 1.3–2.4 dB per octave from 1 to 10 kHz, and 10–20 kHz lies 7–13 dB below 1–4 kHz', () => {
      const spectrum = longTermSpectrum(sum);
      const slope = slopeDbPerOctave(spectrum);
      expect(slope).toBeGreaterThanOrEqual(-2.4);
      expect(slope).toBeLessThanOrEqual(-1.3);
      const air = topDb(spectrum);
      expect(air).toBeGreaterThanOrEqual(-13);
      expect(air).toBeLessThanOrEqual(-7);
    });

    it('have contrast: a peak-to-loudness ratio of 17–21 dB and a loudness range of at least 5 LU in one loop', () => {
      expect(peakToLoudnessLu(sum)).toBeGreaterThanOrEqual(17);
      expect(peakToLoudnessLu(sum)).toBeLessThanOrEqual(21);
      expect(loudnessOf(sum).loudnessRangeLu).toBeGreaterThanOrEqual(5);
    });
  });
}
