import { fft, inverseFft } from '../../analysis/fft.ts';
import { frequencyHzFromMidi } from '../signal/pitch.ts';
import { createRandom, type Random } from '../signal/random.ts';
import { SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';
import type { Expression } from './expression.ts';
import { FRAME_SECONDS, type SingingStyle } from './phrase.ts';
import { BIN_HZ, interpolateSpectrum, noiseShare, SPECTRUM_BINS, type LogSpectra } from './vocal-tract.ts';

const SIZE = 2 * (SPECTRUM_BINS - 1);
/** Room before the pulse's centre for its dispersed beginning. */
const LEAD_FRAMES = 512;

/** The voiced part of the voice, and where in its cycle (0–1) the vocal folds are at each frame. */
export interface VoicedSound {
  samples: Float32Array;
  cycle: Float32Array;
}

/** One pulse per period, each filtered by the vocal tract of its moment. */
export function glottalPulses(
  spectra: LogSpectra,
  expression: Expression,
  cents: Float64Array,
  frames: number,
  style: SingingStyle,
  random: Random,
): VoicedSound {
  const samples = new Float32Array(frames);
  const cycle = new Float32Array(frames);
  const pulse = new PulseShape(dispersion(style.seed));
  const logSpectrum = new Float64Array(SPECTRUM_BINS);
  let phase = 0;
  let shimmer = 0;
  for (let i = 0; i < frames; i++) {
    const step = frequencyHzFromMidi(centsAt(cents, i / SAMPLE_RATE_HZ) / 100) / SAMPLE_RATE_HZ;
    phase += step;
    cycle[i] = phase % 1;
    if (phase < 1) continue;
    phase -= 1;
    // The cycle began between two samples; the pulse is placed exactly there, or the pitch would jitter.
    const late = phase / step;
    const frame = (i - late) / SAMPLE_RATE_HZ / FRAME_SECONDS;
    const nearest = Math.min(expression.voicing.length - 1, Math.round(frame));
    const voicing = expression.voicing[nearest];
    if (voicing < 0.02 || !interpolateSpectrum(spectra, frame, logSpectrum)) continue;
    for (let bin = 0; bin < SPECTRUM_BINS; bin++) {
      const noise = noiseShare(bin * BIN_HZ, expression.friction[nearest], style.breathiness);
      logSpectrum[bin] = logSpectrum[bin] + 0.5 * Math.log(Math.max(1e-6, 1 - noise));
    }
    strengthenFundamental(logSpectrum, step * SAMPLE_RATE_HZ, expression.effort[nearest]);
    shimmer = 0.5 * shimmer + 0.012 * random.normal();
    const gain = Math.sqrt(voicing / step) * Math.exp(shimmer);
    const wave = pulse.render(logSpectrum, LEAD_FRAMES + 1 - late);
    const first = i - LEAD_FRAMES - 1;
    for (let k = Math.max(0, -first); k < SIZE && first + k < frames; k++) {
      samples[first + k] = samples[first + k] + wave[k] * gain;
    }
  }
  return { samples, cycle };
}

/**
 * A sung pulse is rounder than a spoken one, more so the softer: its fundamental stands out (the glottal formant; Fant, Liljencrants
 * & Lin 1985). The model, made from speech an octave lower, lacks it.
 */
function strengthenFundamental(logSpectrum: Float64Array, fundamentalHz: number, effort: number): void {
  const nepers = (Math.max(0, 7 - 5 * effort) / 20) * Math.LN10;
  for (let bin = 1; bin * BIN_HZ < 1.8 * fundamentalHz; bin++) {
    const octaves = Math.log2((bin * BIN_HZ) / fundamentalHz);
    logSpectrum[bin] = logSpectrum[bin] + nepers * Math.exp(-0.5 * (octaves / 0.35) ** 2);
  }
}

/** The contour has one value per millisecond. */
function centsAt(cents: Float64Array, seconds: number): number {
  const position = seconds * 1000;
  const first = Math.min(cents.length - 2, Math.floor(position));
  return cents[first] + (cents[first + 1] - cents[first]) * (position - first);
}

/** A slowly varying group delay: a pulse with every frequency in step buzzes. */
function dispersion(seed: string): Float64Array {
  const random = createRandom(`dispersion ${seed}`);
  const phases = new Float64Array(SPECTRUM_BINS);
  let delaySeconds = 0;
  for (let bin = 1; bin < SPECTRUM_BINS; bin++) {
    delaySeconds += (random.normal() * 0.0016 - delaySeconds) * 0.03;
    phases[bin] = phases[bin - 1] - 2 * Math.PI * BIN_HZ * delaySeconds;
  }
  return phases;
}

/** Minimum-phase impulse response of a log spectrum, by folding its cepstrum (Oppenheim & Schafer, "Discrete-Time Signal Processing"). */
class PulseShape {
  private readonly phases: Float64Array;
  private readonly real = new Float64Array(SIZE);
  private readonly imaginary = new Float64Array(SIZE);

  constructor(phases: Float64Array) {
    this.phases = phases;
  }

  /** @param delayFrames where the pulse begins, fractions included; the result is overwritten by the next call */
  render(logSpectrum: Float64Array, delayFrames: number): Float64Array {
    const { real, imaginary } = this;
    const last = SPECTRUM_BINS - 1;
    real.set(logSpectrum);
    for (let k = 1; k < last; k++) real[SIZE - k] = real[k];
    imaginary.fill(0);
    inverseFft(real, imaginary);
    for (let k = 1; k < last; k++) real[k] = 2 * real[k];
    real.fill(0, SPECTRUM_BINS);
    imaginary.fill(0);
    fft(real, imaginary);
    for (let k = 0; k <= last; k++) {
      const magnitude = Math.exp(real[k]);
      const phase = imaginary[k] + this.phases[k] - (2 * Math.PI * k * delayFrames) / SIZE;
      real[k] = magnitude * Math.cos(phase);
      imaginary[k] = k === 0 || k === last ? 0 : magnitude * Math.sin(phase);
    }
    for (let k = 1; k < last; k++) {
      real[SIZE - k] = real[k];
      imaginary[SIZE - k] = -imaginary[k];
    }
    inverseFft(real, imaginary);
    return real;
  }
}
