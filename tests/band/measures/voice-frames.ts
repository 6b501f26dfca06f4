import { fft } from '../../../src/analysis/fft.ts';
import { SAMPLE_RATE_HZ } from '../../../src/band/signal/sample-rate.ts';
import { powerDb } from './frame-power.ts';
import { MIDDLE_FRAMES, STEP_FRAMES, trackFundamental } from './fundamental.ts';
import { percentile } from './statistics.ts';

const SIZE = 1024;
const WINDOW = 960;
const BANDS_HZ = {
  all: [80, 24_000],
  low: [100, 3000],
  consonants: [4000, 12_000],
  from1To4k: [1000, 4000],
  from5To9k: [5000, 9000],
  above10k: [10_000, 20_000],
} as const;
type Band = keyof typeof BANDS_HZ;

/** 10 ms of a voice: power by band, and whether it is a vowel (or another voiced sound as open) or a fricative. */
export interface VoiceFrame {
  bands: Record<Band, number>;
  vowel: boolean;
  fricative: boolean;
  /** Pitch in cents above 55 Hz; NaN where nothing is voiced. */
  cents: number;
}

/** A dry voice, mono, in steps of 10 ms. */
export function voiceFrames(samples: Float32Array): VoiceFrame[] {
  const tracked = trackFundamental(samples);
  const loud =
    powerDb(
      percentile(
        tracked.map(({ power }) => power),
        0.98,
      ),
    ) - 40;
  const frames = tracked.map((at, i) => {
    const middle = i * STEP_FRAMES + MIDDLE_FRAMES;
    const heard = powerDb(at.power) > loud;
    const voiced = heard && at.aperiodicity < 0.2 && at.hz > 75 && at.hz < 800;
    return { heard, voiced, hz: at.hz, bands: bandPowers(samples, middle - WINDOW / 2) };
  });
  const hissing = frames.filter(({ heard }) => heard).map(({ bands }) => bands.from5To9k);
  const hiss = percentile(hissing, 0.99) * 10 ** -2.5;
  return frames.map(({ heard, voiced, hz, bands }) => ({
    bands,
    vowel: voiced && bands.low > 0.7 * bands.all,
    fricative: heard && bands.consonants > 0.5 * bands.all && bands.from5To9k > hiss,
    cents: voiced ? 1200 * Math.log2(hz / 55) : NaN,
  }));
}

function bandPowers(samples: Float32Array, start: number): Record<Band, number> {
  const first = Math.max(0, Math.min(samples.length - WINDOW, start));
  const real = new Float64Array(SIZE);
  const imaginary = new Float64Array(SIZE);
  for (let i = 0; i < WINDOW; i++)
    real[i] = samples[first + i] * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / (WINDOW - 1)));
  fft(real, imaginary);
  const powerOf = ([fromHz, toHz]: readonly [number, number]): number => {
    const binHz = SAMPLE_RATE_HZ / SIZE;
    let sum = 0;
    for (let k = Math.ceil(fromHz / binHz); k * binHz < toHz && k <= SIZE / 2; k++)
      sum += real[k] ** 2 + imaginary[k] ** 2;
    return sum;
  };
  return {
    all: powerOf(BANDS_HZ.all),
    low: powerOf(BANDS_HZ.low),
    consonants: powerOf(BANDS_HZ.consonants),
    from1To4k: powerOf(BANDS_HZ.from1To4k),
    from5To9k: powerOf(BANDS_HZ.from5To9k),
    above10k: powerOf(BANDS_HZ.above10k),
  };
}
