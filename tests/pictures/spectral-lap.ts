import { BANDS, PICTURES_PER_SECOND, type LapAnalysis } from '../../src/analysis/lap-analysis.ts';

/** A lap of which only the spectra matter: the level of each band at each moment. */
export function spectralLap(moments: number, levelDb: (band: number, moment: number) => number): LapAnalysis {
  const spectraDb = new Float32Array(moments * BANDS);
  const averageSpectrumDb = new Float32Array(BANDS);
  for (let band = 0; band < BANDS; band++) {
    let power = 0;
    for (let moment = 0; moment < moments; moment++) {
      spectraDb[moment * BANDS + band] = levelDb(band, moment);
      power += 10 ** (levelDb(band, moment) / 10) / moments;
    }
    averageSpectrumDb[band] = 10 * Math.log10(power);
  }
  return {
    seconds: moments / PICTURES_PER_SECOND,
    integratedLufs: NaN,
    loudnessRangeLu: NaN,
    truePeakDbtp: NaN,
    peaks: new Float32Array(),
    momentaryLufs: new Float32Array(),
    shortTermLufs: new Float32Array(),
    correlation: new Float32Array(),
    spectraDb,
    averageSpectrumDb,
    scope: new Int8Array(),
    channels: new Map(),
    devices: new Map(),
  };
}
