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

/**
 * Cepstral coefficients that draw the spectrum's outline. In held vowels the finer ones are turned down above 6 kHz: what the model
 * learned there is one recording's accident, and standing still it whistles.
 */
const COARSE_ORDER = 10;

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
      let sum = level + effort * 0.55 * effortTilt(hz) + open * openVowelTone(hz);
      const detail = 1 - 0.7 * open * Math.min(1, Math.max(0, (hz - 6000) / 3000));
      for (let d = 0; d < order; d++) {
        sum += cepstrum[d] * cosines[bin * order + d] * (d < COARSE_ORDER ? 1 : detail);
      }
      const beyondKHz = Math.max(0, hz / formantScale - modelEndHz) / 1000;
      spectrum[bin] = sum - airSlope * beyondKHz;
    }
    return spectrum;
  });
}

/** Pressing harder brightens everything above 700 Hz, fully from 3.2 kHz on. */
function effortTilt(hz: number): number {
  return hz <= 700 ? 0 : Math.min(1, Math.log2(hz / 700) / 2.2);
}

/**
 * Nepers to add to sung vowels. The model was trained on speech at 16 kHz bandwidth and leaves vowels dull at 5–9 kHz and buzzing above 10 kHz;
 * sung references have 5–9 kHz 15 dB, and everything above 10 kHz 24 dB, under 1–4 kHz.
 */
function openVowelTone(hz: number): number {
  const presence = nepersFromDb(5) * bump(hz, 6800, 2600);
  const rollOff = nepersFromDb(10) * Math.min(1, Math.max(0, (hz - 8800) / 2400));
  return presence - rollOff;
}

/** Level in dB as the natural logarithm of amplitude. */
const nepersFromDb = (db: number): number => (db / 20) * Math.LN10;

const bump = (hz: number, centreHz: number, widthHz: number): number =>
  Math.exp(-0.5 * ((hz - centreHz) / widthHz) ** 2);

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
