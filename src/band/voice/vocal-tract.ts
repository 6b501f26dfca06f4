import { SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';
import type { Expression } from './expression.ts';
import type { HtsVoice } from './hts-voice.ts';

/** Bins of the log spectra: 0 to 24 kHz. */
export const SPECTRUM_BINS = 1025;
export const BIN_HZ = SAMPLE_RATE_HZ / 2 / (SPECTRUM_BINS - 1);

/** The voice's model ends at 16 kHz, and its last 1.2 kHz are the recording's filter. */
const MODEL_EDGE_HZ = 1200;
/** How the spectrum falls above the model's end, in nepers per kHz. */
const AIR_SLOPE = { sibilant: 0.16, other: 0.21 };

/** Log spectra (natural logarithm of amplitude), one per frame, null in silence. */
export type LogSpectra = (Float64Array | null)[];

/**
 * Turn mel-cepstra into log spectra: ln|H(ω)| = Σ c(d)·cos(d·ω̃), where ω̃ is the all-pass-warped frequency
 * (Fukada et al. 1992, "An adaptive algorithm for mel-cepstral analysis of speech").
 */
export function logSpectraOf(voice: HtsVoice, expression: Expression, formantScale: number): LogSpectra {
  const order = voice.melCepstrum.dimensions;
  const cosines = warpedCosines(voice, order, formantScale);
  const modelEndHz = voice.sampleRateHz / 2 - MODEL_EDGE_HZ;
  return expression.melCepstra.map((cepstrum, frame) => {
    if (!cepstrum) return null;
    const effort = Math.max(-1, Math.min(1.2, expression.effort[frame]));
    const level = nepersFromDb(expression.levelDb[frame]) - 0.12 * effort;
    const sibilant = Math.min(1, expression.sibilance[frame] / 0.6);
    const airSlope = AIR_SLOPE.other + (AIR_SLOPE.sibilant - AIR_SLOPE.other) * sibilant;
    const open = expression.voicing[frame] * (1 - sibilant) * (1 - expression.friction[frame]);
    const spectrum = new Float64Array(SPECTRUM_BINS);
    for (let bin = 0; bin < SPECTRUM_BINS; bin++) {
      const hz = bin * BIN_HZ;
      let sum = level + effort * 0.55 * effortTilt(hz);
      for (let d = 0; d < order; d++) sum += cepstrum[d] * cosines[bin * order + d];
      const beyondKHz = Math.max(0, hz / formantScale - modelEndHz) / 1000;
      spectrum[bin] = sum - airSlope * beyondKHz;
    }
    if (open > 0) drawUpperVowel(spectrum, open, formantScale, expression.unrest[frame]);
    return spectrum;
  });
}

function meanOver(
  spectrum: Float64Array,
  [fromHz, toHz]: readonly [number, number],
  of: (nepers: number) => number,
): number {
  const bins = spectrum.subarray(Math.round(fromHz / BIN_HZ), Math.round(toHz / BIN_HZ));
  return bins.reduce((sum, x) => sum + of(x), 0) / bins.length;
}

/** Pressing harder brightens everything above 700 Hz, fully from 3.2 kHz on. */
function effortTilt(hz: number): number {
  return hz <= 700 ? 0 : Math.min(1, Math.log2(hz / 700) / 2.2);
}

/** Between these the model's vowel gives way to the drawn one. */
const UPPER_FROM_HZ = 4000;
const UPPER_FULL_HZ = 5600;
/** Where the model tells how bright a vowel is, and how loud. */
const BRIGHTNESS_HZ = [3500, 9000] as const;
const LOUDNESS_HZ = [1000, 4000] as const;
/** Level at the pivot above the model's own, and below the vowel's loudness; the latter counts for more. */
const ABOVE_MODEL_DB = 5;
const BELOW_LOUDNESS_DB = 17.5;
const LOUDNESS_SHARE = 0.72;
const UPPER_PIVOT_HZ = 6500;
const UPPER_SLOPE_DB_PER_OCTAVE = -11;
/** Further fall above this, where the folds close too softly to sound. */
const TOP_HZ = 11_000;
const TOP_SLOPE_DB_PER_OCTAVE = -7;
/** The fourth formant and those above it, 1.1 kHz apart as in a tube of 16 cm, at rest; each weaker than the one below. */
const UPPER_FORMANTS = [4200, 5300, 6400, 7500, 8600, 9700, 10_800, 11_900].map((hz, i) => ({
  hz,
  db: 6 - 0.75 * i,
  wander: i % 2 === 0 ? 0.012 : -0.007,
}));
const UPPER_FORMANT_WIDTH_HZ = 300;

/**
 * Draw a vowel anew above 4–5.6 kHz, in place: as loud there as the model says, but steadier from vowel to vowel, falling evenly, with
 * formants that never stand quite still. What the model learned there is one recording's accident (a hole at 6–7.5 kHz, a shelf at 8–11 kHz), and held
 * for a note it buzzes.
 * @param open 0–1 how much of a vowel it is
 * @param unrest about −2 to 2: where the tongue has wandered
 */
function drawUpperVowel(spectrum: Float64Array, open: number, formantScale: number, unrest: number): void {
  const model = meanOver(spectrum, BRIGHTNESS_HZ, (x) => x) + nepersFromDb(ABOVE_MODEL_DB);
  const power = meanOver(spectrum, LOUDNESS_HZ, (x) => Math.exp(2 * x));
  const steady = 0.5 * Math.log(power) - nepersFromDb(BELOW_LOUDNESS_DB);
  const base = model + LOUDNESS_SHARE * (steady - model);
  for (let bin = Math.round(UPPER_FROM_HZ / BIN_HZ); bin < SPECTRUM_BINS; bin++) {
    const hz = bin * BIN_HZ;
    const part = Math.min(1, (hz - UPPER_FROM_HZ) / (UPPER_FULL_HZ - UPPER_FROM_HZ));
    let db = UPPER_SLOPE_DB_PER_OCTAVE * Math.log2(hz / UPPER_PIVOT_HZ);
    if (hz > TOP_HZ) db += TOP_SLOPE_DB_PER_OCTAVE * Math.log2(hz / TOP_HZ);
    for (const formant of UPPER_FORMANTS) {
      const away = hz - formant.hz * formantScale * (1 + formant.wander * unrest);
      if (Math.abs(away) < 4 * UPPER_FORMANT_WIDTH_HZ)
        db += formant.db * Math.exp(-0.5 * (away / UPPER_FORMANT_WIDTH_HZ) ** 2);
    }
    const drawn = base + nepersFromDb(db);
    spectrum[bin] = spectrum[bin] + open * part * (drawn - spectrum[bin]);
  }
}

/** Level in dB as the natural logarithm of amplitude. */
const nepersFromDb = (db: number): number => (db / 20) * Math.LN10;

/** cos(d·ω̃) for every bin and order: [bin · order + d]. */
function warpedCosines(voice: HtsVoice, order: number, formantScale: number): Float64Array {
  const nyquistHz = voice.sampleRateHz / 2;
  const table = new Float64Array(SPECTRUM_BINS * order);
  for (let bin = 0; bin < SPECTRUM_BINS; bin++) {
    const hz = Math.min((bin * BIN_HZ) / formantScale, nyquistHz - MODEL_EDGE_HZ);
    const w = (Math.PI * hz) / nyquistHz;
    const warped = w + 2 * Math.atan((voice.alpha * Math.sin(w)) / (1 - voice.alpha * Math.cos(w)));
    for (let d = 0; d < order; d++) table[bin * order + d] = Math.cos(d * warped);
  }
  return table;
}

/** The log spectrum at a fractional frame, written into `into`; false in silence. */
export function interpolateSpectrum(spectra: LogSpectra, frame: number, into: Float64Array): boolean {
  const first = Math.max(0, Math.min(spectra.length - 2, Math.floor(frame)));
  const from = spectra[first] ?? spectra[first + 1];
  const to = spectra[first + 1] ?? spectra[first];
  if (!from || !to) return false;
  const part = Math.max(0, Math.min(1, frame - first));
  for (let bin = 0; bin < into.length; bin++) into[bin] = from[bin] + (to[bin] - from[bin]) * part;
  return true;
}

/**
 * Share (0–1, of power) that is breath rather than tone at a frequency. Nothing below 1.5 kHz: the model's spectra carry the speaker's
 * own first harmonic there, and noise through it would hiss between the sung harmonics.
 */
export function noiseShare(hz: number, friction: number, breathiness: number): number {
  const high = 1 / (1 + Math.exp(-(hz - 6800) / 1500));
  const floor = 0.004 + 0.02 * breathiness + (0.55 + 0.3 * breathiness) * high;
  const breath = (floor * hz ** 2) / (hz ** 2 + 1500 ** 2);
  const fricative = (friction * 0.9) / (1 + Math.exp(-(hz - 2200) / 500));
  return Math.min(1, breath + (1 - breath) * fricative);
}
