import { beforeAll, describe, expect, it } from 'vitest';
import type { Song } from '../../src/band/song.ts';
import { measureLoudness } from '../../src/dsp/loudness.ts';
import { crestDb, deviation, mean, spread300Db } from '../measures/dynamics.ts';
import { bandRatioDb, rollOff95Hz, slopeDbPerOctave, thirdBelowMaximumDb } from '../measures/spectrum.ts';
import { bandPassed, correlationOf, type Stereo } from '../measures/stereo.ts';
import { brightnessDb, mainHits, similarity, type Hit } from './drum-hits.ts';
import { balanced, goodTakes, type Balance, type GoodTakes } from './good-takes.ts';

const RATE = 48000;

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
    const both = (id: string): Stereo => [take(id)[0], take(id).at(-1)!];
    beforeAll(async () => {
      takes = await goodTakes(song);
      sum = balanced(takes, balance);
    });

    if (bass !== undefined)
      it('have a bass of lows: 0.8–1.25 kHz at least 14 dB below its strongest third, 95 % below 600 Hz', () => {
        for (const hz of [800, 1000, 1250] as const)
          expect(thirdBelowMaximumDb(take(bass), hz)).toBeLessThanOrEqual(-14);
        expect(rollOff95Hz(take(bass))).toBeLessThanOrEqual(600);
      });

    it.each(guitars)('have a %s with body: 3.15 kHz lies −3 to +8 dB from 500 Hz', (id) => {
      const tilt = thirdBelowMaximumDb(take(id), 3150) - thirdBelowMaximumDb(take(id), 500);
      expect(tilt).toBeGreaterThanOrEqual(-3);
      expect(tilt).toBeLessThanOrEqual(8);
    });

    if (keys !== undefined)
      it('have keys that breathe: crest ≥ 14 dB, range ≥ 2.2 LU, 300 ms spread ≥ 5 dB, peaks that vary by 20 %, correlation ≤ 0.9', () => {
        expect(crestDb(take(keys))).toBeGreaterThanOrEqual(14);
        expect(measureLoudness(both(keys), RATE).loudnessRangeLu).toBeGreaterThanOrEqual(2.2);
        expect(spread300Db(take(keys))).toBeGreaterThanOrEqual(5);
        const peaks = mainHits(take(keys)[0]).map(({ peak }) => peak);
        expect(deviation(peaks) / mean(peaks)).toBeGreaterThanOrEqual(0.2);
        expect(correlationOf(both(keys))).toBeLessThanOrEqual(0.9);
      });

    it.each(drums)(
      'never repeat a hit of the %s: fewer than 5 %% are 0.98 alike above 1 kHz to one of the last 8',
      (id) => {
        const hits = mainHits(take(id)[0]);
        expect(hits.length).toBeGreaterThan(15);
        const alike = hits
          .slice(1)
          .map((hit, i) =>
            Math.max(...hits.slice(Math.max(0, i - 7), i + 1).map((before) => similarity(hit, before))),
          );
        expect(alike.filter((value) => value >= 0.98).length / alike.length).toBeLessThan(0.05);
      },
    );

    it.each(drums)('strike the %s with levels that vary by 10 to 35 %%', (id) => {
      const peaks = mainHits(take(id)[0]).map(({ peak }) => peak);
      expect(deviation(peaks) / mean(peaks)).toBeGreaterThanOrEqual(0.1);
      expect(deviation(peaks) / mean(peaks)).toBeLessThanOrEqual(0.35);
    });

    if (brightening !== undefined)
      it(`have a ${brightening} whose timbre follows the stroke: its share of top varies by ≥ 1.5 dB and goes with the level`, () => {
        const hits = mainHits(take(brightening)[0]);
        expect(deviation(hits.map(brightnessDb))).toBeGreaterThanOrEqual(1.5);
        expect(Math.abs(levelToBrightness(hits))).toBeGreaterThanOrEqual(0.4);
      });

    it('balanced with faders and pan pots alone are wide above and firm below: correlation 0.70–0.96, ≥ 0.95 below 150 Hz, 0.4–0.7 above 2 kHz', () => {
      const overall = correlationOf(sum);
      expect(overall).toBeGreaterThanOrEqual(0.7);
      expect(overall).toBeLessThanOrEqual(0.96);
      expect(correlationOf(bandPassed(sum, 0, 150))).toBeGreaterThanOrEqual(0.95);
      const top = correlationOf(bandPassed(sum, 2000, 0));
      expect(top).toBeGreaterThanOrEqual(0.4);
      expect(top).toBeLessThanOrEqual(0.7);
    });

    it('have an open top: thirds fall 1.3–2.4 dB per octave from 1 to 10 kHz, and 10–20 kHz lies 7–13 dB below 1–4 kHz', () => {
      const slope = slopeDbPerOctave(sum, 1000, 10000);
      expect(slope).toBeGreaterThanOrEqual(-2.4);
      expect(slope).toBeLessThanOrEqual(-1.3);
      const air = bandRatioDb(sum, [10000, 20000], [1000, 4000]);
      expect(air).toBeGreaterThanOrEqual(-13);
      expect(air).toBeLessThanOrEqual(-7);
    });

    it('have contrast: a peak-to-loudness ratio of 17–21 dB and a loudness range of at least 5 LU in one loop', () => {
      const { truePeakDbtp, integratedLufs, loudnessRangeLu } = measureLoudness(sum, RATE);
      expect(truePeakDbtp - integratedLufs).toBeGreaterThanOrEqual(17);
      expect(truePeakDbtp - integratedLufs).toBeLessThanOrEqual(21);
      expect(loudnessRangeLu).toBeGreaterThanOrEqual(5);
    });
  });
}

function levelToBrightness(hits: readonly Hit[]): number {
  const level = hits.map(({ peak }) => 20 * Math.log10(peak));
  const brightness = hits.map(brightnessDb);
  const product = mean(level.map((value, i) => (value - mean(level)) * (brightness[i] - mean(brightness))));
  return product / (deviation(level) * deviation(brightness));
}
