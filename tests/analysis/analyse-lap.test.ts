import { describe, expect, it } from 'vitest';
import { analysing } from '../../src/analysis/analyse-lap.ts';
import {
  bandHz,
  BANDS,
  LEVELS_PER_SECOND,
  PICTURES_PER_SECOND,
  SCOPE_POINTS,
  type LapAnalysis,
} from '../../src/analysis/lap-analysis.ts';
import { bounceLoop, type StemAudio } from '../../src/dsp/bounce.ts';
import { dbToGain } from '../../src/dsp/decibels.ts';
import { measureLoudness } from '../../src/dsp/loudness.ts';
import { device, mixSpec } from '../../src/dsp/mix-draft.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';
import { noise } from '../dsp/noise.ts';

const RATE = 48000;
const SECONDS = 6;

/** Of a whole number of cycles in the loop, so that its seam cannot be heard. */
const sine = (frequencyHz: number, levelDb: number): Float32Array =>
  Float32Array.from(
    { length: SECONDS * RATE },
    (_, i) =>
      dbToGain(levelDb) * Math.sin((2 * Math.PI * Math.round(frequencyHz * SECONDS) * i) / (SECONDS * RATE)),
  );

const both = (samples: Float32Array): StemAudio => [samples, samples];

const plain = (devices: Parameters<typeof mixSpec>[0]['strips'][string]['devices'] = []): MixSpec =>
  mixSpec({ song: 'test', strips: { stem: { devices } } });

function analysed(spec: MixSpec, stem: StemAudio, deviceIds: readonly string[] = []): LapAnalysis {
  const steps = analysing({ spec, deviceIds }, [stem], RATE);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const nearest = (frequencyHz: number): number =>
  Array.from({ length: BANDS }, (_, band) => band).reduce((best, band) =>
    Math.abs(Math.log(bandHz(band) / frequencyHz)) < Math.abs(Math.log(bandHz(best) / frequencyHz))
      ? band
      : best,
  );

describe('A lap, analysed', () => {
  it.each([500, 1000, 4000, 12000])('reads a −12 dBFS sine at %i Hz as −12 dB in its band', (frequencyHz) => {
    const { averageSpectrumDb } = analysed(plain(), both(sine(bandHz(nearest(frequencyHz)), -12)));
    expect(averageSpectrumDb[nearest(frequencyHz)]).toBeGreaterThan(-12.5);
    expect(averageSpectrumDb[nearest(frequencyHz)]).toBeLessThan(-11.9);
    expect(averageSpectrumDb[nearest(frequencyHz) + 6]).toBeLessThan(-70);
  });

  it('finds the sine again below the bands that are narrower than a bin, within 7 dB', () => {
    const { averageSpectrumDb } = analysed(plain(), both(sine(50, -12)));
    const loudest = averageSpectrumDb.indexOf(Math.max(...averageSpectrumDb));
    expect(Math.abs(Math.log2(bandHz(loudest) / 50))).toBeLessThan(1.5 / 12);
    expect(averageSpectrumDb[loudest]).toBeGreaterThan(-19);
  });

  it('shows white noise rising by 3 dB an octave in bands of equal width on a log axis', () => {
    const { averageSpectrumDb } = analysed(
      plain(),
      both(Float32Array.from(noise(SECONDS * RATE, 3), (v) => v * 0.1)),
    );
    const rise = averageSpectrumDb[nearest(8000)]! - averageSpectrumDb[nearest(500)]!;
    expect(rise).toBeGreaterThan(11);
    expect(rise).toBeLessThan(13);
  });

  it('shows 7.5 dB of reduction for a sine 10 dB over a threshold at 4:1, levels in and out', () => {
    const settings = { thresholdDb: -20, ratio: 4, kneeDb: 0, attackMs: 1, releaseMs: 1000, makeupDb: 0 };
    const spec = plain([device('compressor', 'squeeze', 'Compressor', settings)]);
    const lap = analysed(spec, both(sine(1000, -10)), ['squeeze']).devices.get('squeeze')!;
    expect(lap.inputDb[300]).toBeCloseTo(-10, 1);
    expect(lap.reductionDb[300]).toBeCloseTo(7.5, 1);
    expect(lap.outputDb[300]).toBeCloseTo(-17.5, 1);
    expect(lap.reductionDb).toHaveLength(SECONDS * LEVELS_PER_SECOND);
  });

  it('puts a click where it is in the loop, in front of and behind devices with look-ahead', () => {
    const at = 2.5;
    const click = new Float32Array(SECONDS * RATE);
    click[at * RATE] = 0.5;
    const spec = plain([
      device('limiter', 'first', 'Limiter', { driveDb: 0 }),
      device('limiter', 'second', 'Limiter', { driveDb: 0 }),
    ]);
    const lap = analysed(spec, both(click), ['first', 'second']);
    const loudestAt = (levels: Float32Array): number => levels.indexOf(Math.max(...levels));
    const place = at * LEVELS_PER_SECOND;
    const second = lap.devices.get('second')!;
    for (const levels of [
      second.inputDb,
      second.outputDb,
      lap.devices.get('first')!.inputDb,
      lap.channels.get('stem')!.levelDb,
      lap.peaks,
    ])
      expect(Math.abs(loudestAt(levels) - place)).toBeLessThanOrEqual(1);
    const energies = Array.from({ length: SECONDS * PICTURES_PER_SECOND }, (_, p) =>
      Math.max(...lap.spectraDb.subarray(p * BANDS, (p + 1) * BANDS)),
    );
    expect(Math.abs(energies.indexOf(Math.max(...energies)) - at * PICTURES_PER_SECOND)).toBeLessThanOrEqual(
      1,
    );
  });

  it('measures the same loudness as the bounce does, and says it before the pictures', () => {
    const spec = plain();
    const stem = both(sine(997, -20));
    let early = NaN;
    const steps = analysing({ spec, deviceIds: [] }, [stem], RATE, (lufs) => (early = lufs));
    let progress = 0;
    for (let step = steps.next(); !step.done; step = steps.next())
      if (Number.isNaN(early)) progress = step.value;
    const { integratedLufs } = measureLoudness(bounceLoop(spec, [stem], RATE), RATE);
    expect(early).toBeCloseTo(integratedLufs, 3);
    expect(progress).toBeLessThan(0.9);
  });

  it('hears the end of the loop at its start: a steady sine is as loud in the first moment as in the last', () => {
    const { shortTermLufs, momentaryLufs, spectraDb } = analysed(plain(), both(sine(1000, -20)));
    expect(shortTermLufs[0]).toBeCloseTo(shortTermLufs.at(-1)!, 1);
    expect(momentaryLufs[0]).toBeCloseTo(-20, 0);
    expect(spectraDb[nearest(1000)]).toBeCloseTo(spectraDb[60 * BANDS + nearest(1000)]!, 1);
  });

  it('has +1 correlation for one sound on both sides, −1 where one side is turned over, and points to draw it', () => {
    const samples = sine(500, -6);
    const same = analysed(plain(), both(samples));
    const opposite = analysed(plain(), [samples, samples.map((v) => -v)]);
    expect(same.correlation[50]).toBeCloseTo(1, 5);
    expect(opposite.correlation[50]).toBeCloseTo(-1, 5);
    for (let k = 0; k < SCOPE_POINTS; k++) {
      const i = (40 * SCOPE_POINTS + k) * 2;
      expect(same.scope[i]).toBe(same.scope[i + 1]);
      expect(Math.abs(opposite.scope[i]! + opposite.scope[i + 1]!)).toBeLessThanOrEqual(1);
    }
  });
});
