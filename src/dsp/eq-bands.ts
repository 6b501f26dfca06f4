import { BUTTERWORTH_Q, designBiquad, type BiquadShape } from './biquad.ts';
import type { Parameter, Values } from './parameter.ts';

const hertz = (label: string, min: number, max: number, initial: number): Parameter => ({
  label,
  unit: 'Hz',
  min,
  max,
  default: initial,
  taper: 'log',
  decimals: 0,
});
const decibels = (label: string): Parameter => ({
  label,
  unit: 'dB',
  min: -18,
  max: 18,
  default: 0,
  taper: 'linear',
  decimals: 1,
});
const quality = (label: string): Parameter => ({
  label,
  unit: '',
  min: 0.3,
  max: 10,
  default: 1,
  taper: 'log',
  decimals: 2,
});

/** Seven bands: high-pass, low shelf, three bells, high shelf, low-pass. A band at 0 dB, or a pass filter at the end of its range, is off. */
export const EQ_PARAMETERS = {
  highPassHz: hertz('High-pass', 10, 1000, 10),
  lowShelfHz: hertz('Low shelf frequency', 30, 600, 120),
  lowShelfDb: decibels('Low shelf'),
  lowBellHz: hertz('Low bell frequency', 40, 2000, 250),
  lowBellDb: decibels('Low bell'),
  lowBellQ: quality('Low bell Q'),
  midBellHz: hertz('Middle bell frequency', 100, 8000, 1000),
  midBellDb: decibels('Middle bell'),
  midBellQ: quality('Middle bell Q'),
  highBellHz: hertz('High bell frequency', 400, 16000, 4000),
  highBellDb: decibels('High bell'),
  highBellQ: quality('High bell Q'),
  highShelfHz: hertz('High shelf frequency', 1500, 16000, 8000),
  highShelfDb: decibels('High shelf'),
  lowPassHz: hertz('Low-pass', 1000, 22000, 22000),
};

export type EqSettings = Values<typeof EQ_PARAMETERS>;

export interface EqBand {
  readonly shape: BiquadShape;
  readonly frequencyHz: number;
  readonly gainDb: number;
  readonly q: number;
  readonly off: boolean;
}

/** The settings as bands, in processing order. */
export function eqBands(s: EqSettings): EqBand[] {
  const gained = (shape: BiquadShape, frequencyHz: number, gainDb: number, q: number): EqBand => ({
    shape,
    frequencyHz,
    gainDb,
    q,
    off: gainDb === 0,
  });
  const pass = (shape: BiquadShape, frequencyHz: number, offAtHz: number): EqBand => ({
    shape,
    frequencyHz,
    gainDb: 0,
    q: BUTTERWORTH_Q,
    off: frequencyHz === offAtHz,
  });
  return [
    pass('highPass', s.highPassHz, EQ_PARAMETERS.highPassHz.min),
    gained('lowShelf', s.lowShelfHz, s.lowShelfDb, BUTTERWORTH_Q),
    gained('bell', s.lowBellHz, s.lowBellDb, s.lowBellQ),
    gained('bell', s.midBellHz, s.midBellDb, s.midBellQ),
    gained('bell', s.highBellHz, s.highBellDb, s.highBellQ),
    gained('highShelf', s.highShelfHz, s.highShelfDb, BUTTERWORTH_Q),
    pass('lowPass', s.lowPassHz, EQ_PARAMETERS.lowPassHz.max),
  ];
}

/** Coefficients of one band; a pass filter that is off is the identity, a flat bell or shelf has b = a. */
export function designBand(into: Float64Array, offset: number, band: EqBand, sampleRate: number): void {
  if (band.off && (band.shape === 'highPass' || band.shape === 'lowPass')) {
    into.fill(0, offset, offset + 5);
    into[offset] = 1;
    return;
  }
  designBiquad(into, offset, band.shape, sampleRate, band.frequencyHz, band.gainDb, band.q);
}
