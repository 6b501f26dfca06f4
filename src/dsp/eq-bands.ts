import { BUTTERWORTH_Q } from './biquad.ts';
import { designMatched, type MatchedShape } from './matched-biquad.ts';
import { choiceOf, clampTo, type Parameter, type Values } from './parameter.ts';

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

/**
 * Qs of the sections that make a Butterworth filter of each slope; null is a first-order section.
 * For order n: 1 / (2 sin((2k − 1) π / 2n)), S. Butterworth 1930.
 */
const SLOPES: readonly { readonly name: string; readonly sections: readonly (number | null)[] }[] = [
  { name: '6 dB/octave', sections: [null] },
  { name: '12 dB/octave', sections: [BUTTERWORTH_Q] },
  { name: '18 dB/octave', sections: [1, null] },
  { name: '24 dB/octave', sections: [0.541196, 1.306563] },
  { name: '36 dB/octave', sections: [0.517638, BUTTERWORTH_Q, 1.931852] },
  { name: '48 dB/octave', sections: [0.509796, 0.601345, 0.899976, 2.562915] },
];
const SECTIONS_PER_PASS = Math.max(...SLOPES.map(({ sections }) => sections.length));
const slope = (label: string): Parameter =>
  choiceOf(
    label,
    SLOPES.map(({ name }) => name),
    1,
  );

/** Seven bands: high-pass, low shelf, three bells, high shelf, low-pass. A band at 0 dB, or a pass filter at the end of its range, is off. */
export const EQ_PARAMETERS = {
  highPassHz: hertz('High-pass', 10, 1000, 10),
  highPassSlope: slope('High-pass slope'),
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
  lowPassSlope: slope('Low-pass slope'),
};

export type EqSettings = Values<typeof EQ_PARAMETERS>;

/** A filter of first or second order; a steep pass filter is several. */
export interface EqSection {
  readonly shape: MatchedShape;
  readonly frequencyHz: number;
  readonly gainDb: number;
  readonly q: number;
  readonly off: boolean;
}

/** Sections of every setting: four for each pass filter, one for each other band. */
export const SECTIONS = 2 * SECTIONS_PER_PASS + 5;

/** The settings as sections, in processing order, always SECTIONS of them. */
export function eqSections(s: EqSettings): EqSection[] {
  return [
    ...passSections('high', s.highPassHz, s.highPassSlope, s.highPassHz === EQ_PARAMETERS.highPassHz.min),
    gained('lowShelf', s.lowShelfHz, s.lowShelfDb, BUTTERWORTH_Q),
    gained('bell', s.lowBellHz, s.lowBellDb, s.lowBellQ),
    gained('bell', s.midBellHz, s.midBellDb, s.midBellQ),
    gained('bell', s.highBellHz, s.highBellDb, s.highBellQ),
    gained('highShelf', s.highShelfHz, s.highShelfDb, BUTTERWORTH_Q),
    ...passSections('low', s.lowPassHz, s.lowPassSlope, s.lowPassHz === EQ_PARAMETERS.lowPassHz.max),
  ];
}

function gained(shape: MatchedShape, frequencyHz: number, gainDb: number, q: number): EqSection {
  return { shape, frequencyHz, gainDb, q, off: gainDb === 0 };
}

function passSections(side: 'high' | 'low', frequencyHz: number, choice: number, off: boolean): EqSection[] {
  const { sections } = SLOPES[clampTo(EQ_PARAMETERS[`${side}PassSlope`], choice)];
  return Array.from({ length: SECTIONS_PER_PASS }, (_, i) => {
    const q = sections[i];
    const first = q === null;
    const shape: MatchedShape =
      side === 'high' ? (first ? 'firstOrderHighPass' : 'highPass') : first ? 'firstOrderLowPass' : 'lowPass';
    return { shape, frequencyHz, gainDb: 0, q: q ?? BUTTERWORTH_Q, off: off || q === undefined };
  });
}

/** Coefficients [b0, b1, b2, a1, a2] of one section; one that is off is the identity, b = a, with the poles of its place. */
export function designSection(
  into: Float64Array,
  offset: number,
  section: EqSection,
  sampleRate: number,
): void {
  const { shape, frequencyHz, gainDb, q, off } = section;
  designMatched(into, offset, shape, sampleRate, frequencyHz, gainDb, q);
  if (off) {
    into[offset] = 1;
    into[offset + 1] = into[offset + 3];
    into[offset + 2] = into[offset + 4];
  }
}
