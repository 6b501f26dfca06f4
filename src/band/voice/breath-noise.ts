import { fft, inverseFft } from '../../analysis/fft.ts';
import type { Random } from '../signal/random.ts';
import { SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';
import type { Expression } from './expression.ts';
import { FRAME_SECONDS, type SingingStyle } from './phrase.ts';
import { interpolateSpectrum, noiseShare, SPECTRUM_BINS, type LogSpectra } from './vocal-tract.ts';

const SIZE = 1024;
const GRAIN_FRAMES = 480;
const HOP_FRAMES = 120;
const LEAD_FRAMES = (SIZE - GRAIN_FRAMES) / 2;
/** Bins of the log spectra per bin of the grains. */
const BIN_RATIO = (2 * (SPECTRUM_BINS - 1)) / SIZE;

/** Square root of a Hann window: grains are uncorrelated, so their powers add up to a constant. */
const window = Float64Array.from({ length: GRAIN_FRAMES }, (_, k) => Math.sin((Math.PI * k) / GRAIN_FRAMES));

/** The unvoiced sounds, and the breath in voiced ones (which the vocal folds will modulate). */
export interface BreathSound {
  unvoiced: Float32Array;
  voiced: Float32Array;
}

/** White noise in overlapping 10 ms grains, each coloured by the vocal tract of its moment. */
export function breathNoise(
  spectra: LogSpectra,
  expression: Expression,
  frames: number,
  style: SingingStyle,
  random: Random,
): BreathSound {
  const unvoiced = new Float32Array(frames);
  const voiced = new Float32Array(frames);
  const logSpectrum = new Float64Array(SPECTRUM_BINS);
  for (let start = 0; start + GRAIN_FRAMES < frames; start += HOP_FRAMES) {
    const frame = (start + GRAIN_FRAMES / 2) / SAMPLE_RATE_HZ / FRAME_SECONDS;
    const nearest = Math.min(expression.voicing.length - 1, Math.round(frame));
    const real = new Float64Array(SIZE);
    const imaginary = new Float64Array(SIZE);
    for (let k = 0; k < GRAIN_FRAMES; k++) real[LEAD_FRAMES + k] = random.normal() * window[k];
    if (!interpolateSpectrum(spectra, frame, logSpectrum)) continue;
    fft(real, imaginary);
    const voicing = expression.voicing[nearest];
    const friction = expression.friction[nearest];
    const grain = (gainOf: (bin: number) => number): Float64Array => {
      const re = real.slice();
      const im = imaginary.slice();
      for (let k = 0; k < SIZE; k++) {
        const bin = Math.min(k, SIZE - k);
        const gain = Math.exp(logSpectrum[bin * BIN_RATIO]) * gainOf(bin);
        re[k] = re[k] * gain;
        im[k] = im[k] * gain;
      }
      inverseFft(re, im);
      return re;
    };
    if (voicing < 1)
      addGrain(
        unvoiced,
        grain(() => Math.sqrt(1 - voicing)),
        start,
      );
    if (voicing > 0) {
      const share = (bin: number): number =>
        Math.sqrt(voicing * noiseShare((bin * SAMPLE_RATE_HZ) / SIZE, friction, style.breathiness));
      addGrain(voiced, grain(share), start);
    }
  }
  return { unvoiced, voiced };
}

function addGrain(into: Float32Array, grain: Float64Array, startFrame: number): void {
  const overlap = Math.sqrt(HOP_FRAMES / (GRAIN_FRAMES / 2));
  const first = startFrame - LEAD_FRAMES;
  for (let k = Math.max(0, -first); k < SIZE && first + k < into.length; k++) {
    into[first + k] = into[first + k] + grain[k] * overlap;
  }
}
