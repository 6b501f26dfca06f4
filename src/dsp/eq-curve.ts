import { biquadGainDb, COEFFICIENTS } from './biquad.ts';
import { designSection, EQ_PARAMETERS, eqSections, type EqSettings } from './eq-bands.ts';
import { clampValues } from './parameter.ts';

/** Gain in dB that the EQ has at a frequency, once settled: exactly what it plays, for a picture of it. */
export function eqCurveDb(settings: Partial<EqSettings>, frequencyHz: number, sampleRate: number): number {
  const coefficients = new Float64Array(COEFFICIENTS);
  let sumDb = 0;
  for (const section of eqSections(clampValues(EQ_PARAMETERS, settings))) {
    if (section.off) continue;
    designSection(coefficients, 0, section, sampleRate);
    sumDb += biquadGainDb(coefficients, 0, sampleRate, frequencyHz);
  }
  return sumDb;
}
