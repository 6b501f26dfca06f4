import { describe, expect, it } from 'vitest';
import { BANDS, bandHz, PICTURES_PER_SECOND } from '../../src/analysis/lap-analysis.ts';
import {
  drawnSpectra,
  followed,
  RELEASE_SECONDS,
  spectrumAt,
  thirdOctaves,
  TILT_DB,
} from '../../src/pictures/spectrum-bands.ts';
import { spectralLap } from './spectral-lap.ts';

const decibels = (power: number): number => 10 * Math.log10(power);

describe('Smoothing to thirds of an octave', () => {
  it('adds up four equal bands, 6 dB more than one', () => {
    const power = new Float64Array(BANDS);
    thirdOctaves(new Float32Array(BANDS).fill(-40), 0, power);
    expect(decibels(power[60])).toBeCloseTo(-40 + decibels(4), 4);
  });

  it('keeps the level of a pure tone and spreads it over a third of an octave', () => {
    const bands = new Float32Array(BANDS).fill(-120);
    bands[60] = -20;
    const power = new Float64Array(BANDS);
    thirdOctaves(bands, 0, power);
    expect([58, 59, 60, 61, 62].map((band) => Math.round(decibels(power[band])))).toEqual([
      -23, -20, -20, -20, -23,
    ]);
    expect(decibels(power[63])).toBeLessThan(-100);
  });
});

describe('Tilt', () => {
  it('draws sound that loses 4.5 dB per octave and hertz as a level line', () => {
    // Such sound loses 1.5 dB per octave in bands that are equally wide in octaves.
    const levels = Float32Array.from(
      TILT_DB,
      (tilt, band) => tilt - 4.5 * Math.log2(bandHz(band)) + decibels(bandHz(band)),
    );
    expect(Math.max(...levels) - Math.min(...levels)).toBeLessThan(0.001);
  });
});

describe('Smoothing in time', () => {
  it('falls to 1/e of its power, 4.3 dB, in 300 ms', () => {
    let held = 1;
    for (let i = 0; i < RELEASE_SECONDS * PICTURES_PER_SECOND; i++) held = followed(held, 0);
    expect(decibels(held)).toBeCloseTo(-decibels(Math.E), 6);
  });

  it('has followed a rise to within 1 dB at the first moment', () => {
    expect(decibels(followed(0, 1))).toBeGreaterThan(-1);
  });

  it('carries the end of the loop over into its beginning', () => {
    const lap = spectralLap(20, (_, moment) => (moment === 19 ? -20 : -100));
    const { momentsDb } = drawnSpectra(lap);
    const at = (moment: number): number => momentsDb[moment * BANDS + 60];
    expect(at(0)).toBeGreaterThan(at(18) + 10);
    expect(at(0)).toBeLessThan(at(19));
  });
});

describe('The spectrum of a moment', () => {
  const spectra = drawnSpectra(spectralLap(20, (_, moment) => -40 - moment / 10));
  const at = (seconds: number | null): number => {
    const levels = new Float32Array(BANDS);
    spectrumAt(spectra, seconds, levels);
    return levels[60];
  };

  it('lies between its neighbours in time and goes around with the loop', () => {
    expect(at(0.525)).toBeCloseTo((at(0.5) + at(0.55)) / 2, 4);
    expect(at(1.25)).toBeCloseTo(at(0.25), 4);
  });

  it('is that of the whole lap when nothing plays', () => {
    expect(at(null)).toBeCloseTo(spectra.averageDb[60], 6);
  });

  it('knows the highest level for the axis', () => {
    expect(spectra.highestDb).toBeCloseTo(Math.max(...spectra.momentsDb), 6);
  });
});
