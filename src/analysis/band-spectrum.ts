import { fft } from './fft.ts';
import { bandHz, BANDS, BANDS_PER_OCTAVE } from './lap-analysis.ts';

/** Long enough to tell 6 Hz apart at 48 kHz, short enough to follow a drum hit by ear (170 ms). */
const WINDOW_FRAMES = 8192;

/**
 * Power spectrum of a stereo pair in bands of a twelfth of an octave, 0 dB for a full-scale sine on both sides.
 *
 * Hann window; both channels go through one complex transform. A band takes its share of every bin it overlaps, so that
 * bands narrower than a bin, below 100 Hz, divide a bin's power among them.
 */
export class BandSpectrum {
  private readonly window: Float64Array;
  private readonly real = new Float64Array(WINDOW_FRAMES);
  private readonly imaginary = new Float64Array(WINDOW_FRAMES);
  private readonly bins = new Float64Array(WINDOW_FRAMES / 2);
  /** Edges of the bands as places between bins. */
  private readonly edges: Float64Array;

  constructor(sampleRate: number) {
    this.window = Float64Array.from(
      { length: WINDOW_FRAMES },
      (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / WINDOW_FRAMES),
    );
    // By Parseval, a sine of amplitude 1 leaves this much energy in the bins around it.
    const sine = (WINDOW_FRAMES * this.window.reduce((sum, w) => sum + w * w, 0)) / 4;
    const scale = 1 / Math.sqrt(sine);
    for (let i = 0; i < WINDOW_FRAMES; i++) this.window[i] *= scale;
    this.edges = Float64Array.from(
      { length: BANDS + 1 },
      (_, band) => (bandHz(band) * 2 ** (-0.5 / BANDS_PER_OCTAVE) * WINDOW_FRAMES) / sampleRate + 0.5,
    );
  }

  /** Add the power of the window around `centre` of a loop, mean of both channels, to BANDS values from `index` on. */
  add(left: Float32Array, right: Float32Array, centre: number, into: Float32Array, index: number): void {
    const { real, imaginary, window, bins, edges } = this;
    const loop = left.length;
    let at = ((centre - WINDOW_FRAMES / 2) % loop) + (centre < WINDOW_FRAMES / 2 ? loop : 0);
    for (let i = 0; i < WINDOW_FRAMES; i++) {
      real[i] = left[at] * window[i];
      imaginary[i] = right[at] * window[i];
      if (++at >= loop) at = 0;
    }
    fft(real, imaginary);
    bins[0] = 0;
    // The spectra of two real signals a + ib: |A|² + |B|² is the mean of what stands at k and at −k, doubled.
    for (let k = 1; k < bins.length; k++) {
      const mirrored = WINDOW_FRAMES - k;
      const here = real[k] * real[k] + imaginary[k] * imaginary[k];
      const there = real[mirrored] * real[mirrored] + imaginary[mirrored] * imaginary[mirrored];
      bins[k] = (here + there) / 4;
    }
    for (let band = 0; band < BANDS; band++)
      into[index + band] += powerBetween(bins, edges[band], edges[band + 1]);
  }
}

/** Power of the bins between two places; bin k reaches from k to k + 1. */
function powerBetween(bins: Float64Array, from: number, to: number): number {
  const first = Math.floor(from);
  const last = Math.min(bins.length - 1, Math.floor(to));
  if (first === last) return bins[first] * (to - from);
  let power = bins[first] * (first + 1 - from) + bins[last] * (to - last);
  for (let k = first + 1; k < last; k++) power += bins[k];
  return power;
}
