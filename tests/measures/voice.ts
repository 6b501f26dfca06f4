import { fft } from '../../src/band/signal/fft.ts';
import { filter, lowPass } from '../../src/band/signal/filter.ts';
import { deviation, mean, percentile } from './dynamics.ts';

const RATE = 48000;
/** Pitch is tracked on every third sample. */
const DECIMATION = 3;
const PITCH_RATE = RATE / DECIMATION;
/** Steps of 10 ms. */
const HOP = 160;
const YIN_WINDOW = 640;
const LONGEST_LAG = 230;
const SHORTEST_LAG = 20;
const YIN_THRESHOLD = 0.15;
/** Band energies come from a 20 ms window, zero-padded. */
const BAND_WINDOW = 960;
const BAND_FFT = 1024;

/** What of a sung voice can be measured; definitions as in the project's realism targets. */
export interface VoiceMeasures {
  /** Vowels: energy above 10 kHz beside 1–4 kHz, in dB. */
  vowelAirDb: number;
  /** Vowels: 5–9 kHz beside 1–4 kHz, in dB. */
  vowelPresenceDb: number;
  /** 5–9 kHz of fricatives beside the whole of vowels, in dB. */
  sibilanceDb: number;
  /** Fast pitch movement left after 70 ms of smoothing, standard deviation in cents. */
  flutterCents: number;
  /** Median deviation of held notes from a cubic through them, in cents. */
  driftCents: number;
  /** Share of 10 ms steps of pitch under 1 cent. */
  staticShare: number;
  /** Share of held notes with vibrato, its rate in Hz and its extent in cents. */
  vibratoShare: number;
  vibratoHz: number;
  vibratoCents: number;
  /** How far notes lie from the nearest semitone of the best-fitting grid, mean in cents. */
  offGridCents: number;
}

interface Frames {
  readonly f0Hz: Float64Array;
  readonly aperiodicity: Float64Array;
  readonly power: Float64Array;
}

/** Measure a mono voice at 48 kHz, at least some seconds of it. */
export function measureVoice(samples: Float32Array): VoiceMeasures {
  const { f0Hz, aperiodicity, power } = yin(decimated(samples));
  const loudest = percentile([...power], 98) * 1e-4;
  const heard = power.map((p) => (p > loudest ? 1 : 0));
  const voiced = f0Hz.map((hz, i) => (aperiodicity[i] < 0.2 && hz > 75 && hz < 800 && heard[i] ? 1 : 0));
  const bands = bandEnergies(samples, f0Hz.length);
  const vowel = (i: number): boolean => voiced[i] === 1 && bands.low[i] > 0.7 * bands.total[i];
  const sibilant = percentile(
    [...bands.presence].filter((_, i) => heard[i] === 1),
    98,
  );
  const fricative = (i: number): boolean =>
    heard[i] === 1 && bands.high[i] > 0.5 * bands.total[i] && bands.presence[i] > sibilant * 10 ** -2.5;
  const over = (energy: Float64Array, chosen: (i: number) => boolean): number =>
    10 * Math.log10(mean([...energy].filter((_, i) => chosen(i))));
  const runs = pitchRuns(f0Hz, voiced);
  return {
    vowelAirDb: over(bands.air, vowel) - over(bands.words, vowel),
    vowelPresenceDb: over(bands.presence, vowel) - over(bands.words, vowel),
    sibilanceDb: over(bands.presence, fricative) - over(bands.total, vowel),
    ...pitchLife(runs),
  };
}

function decimated(samples: Float32Array): Float64Array {
  const smooth = filter(samples, lowPass(7000, 0.54), lowPass(7000, 1.31));
  return Float64Array.from(
    { length: Math.floor(samples.length / DECIMATION) },
    (_, i) => smooth[i * DECIMATION],
  );
}

/** YIN (de Cheveigné & Kawahara 2002), steps 2 to 5, every 10 ms. */
function yin(x: Float64Array): Frames {
  const count = Math.max(0, Math.floor((x.length - YIN_WINDOW - LONGEST_LAG - 154) / HOP));
  const frames: Frames = {
    f0Hz: new Float64Array(count),
    aperiodicity: new Float64Array(count).fill(1),
    power: new Float64Array(count),
  };
  const difference = new Float64Array(LONGEST_LAG + 2);
  for (let frame = 0; frame < count; frame++) {
    const start = frame * HOP;
    let energy = 0;
    for (let i = 0; i < YIN_WINDOW; i++) energy += x[start + i] ** 2;
    frames.power[frame] = energy / YIN_WINDOW;
    if (energy < 1e-7) continue;
    let sum = 0;
    difference[0] = 1;
    for (let lag = 1; lag <= LONGEST_LAG + 1; lag++) {
      let d = 0;
      for (let i = 0; i < YIN_WINDOW; i++) d += (x[start + i] - x[start + i + lag]) ** 2;
      sum += d;
      difference[lag] = (d * lag) / Math.max(sum, 1e-12);
    }
    let lag = SHORTEST_LAG;
    while (lag < LONGEST_LAG && difference[lag] >= YIN_THRESHOLD) lag++;
    if (lag < LONGEST_LAG) while (lag + 1 < LONGEST_LAG && difference[lag + 1] < difference[lag]) lag++;
    else {
      lag = SHORTEST_LAG;
      for (let k = SHORTEST_LAG; k < LONGEST_LAG; k++) if (difference[k] < difference[lag]) lag = k;
    }
    const curvature = difference[lag - 1] - 2 * difference[lag] + difference[lag + 1];
    const offset =
      Math.abs(curvature) > 1e-9 ? (0.5 * (difference[lag - 1] - difference[lag + 1])) / curvature : 0;
    frames.f0Hz[frame] = PITCH_RATE / (lag + Math.max(-1, Math.min(1, offset)));
    frames.aperiodicity[frame] = Math.min(1, Math.max(1e-4, difference[lag]));
  }
  return frames;
}

interface Bands {
  readonly total: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly presence: Float64Array;
  readonly air: Float64Array;
  readonly words: Float64Array;
}

function bandEnergies(samples: Float32Array, count: number): Bands {
  const ranges = {
    total: [80, 24000],
    low: [100, 3000],
    high: [4000, 12000],
    presence: [5000, 9000],
    air: [10000, 20000],
    words: [1000, 4000],
  } as const;
  const bands: Bands = {
    total: new Float64Array(count),
    low: new Float64Array(count),
    high: new Float64Array(count),
    presence: new Float64Array(count),
    air: new Float64Array(count),
    words: new Float64Array(count),
  };
  const real = new Float64Array(BAND_FFT);
  const imaginary = new Float64Array(BAND_FFT);
  for (let frame = 0; frame < count; frame++) {
    const start = Math.min(samples.length - BAND_WINDOW, frame * HOP * DECIMATION + 1536 - BAND_WINDOW / 2);
    real.fill(0);
    imaginary.fill(0);
    for (let i = 0; i < BAND_WINDOW; i++)
      real[i] = samples[start + i] * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / (BAND_WINDOW - 1)));
    fft(real, imaginary);
    for (const name of Object.keys(ranges) as (keyof typeof ranges)[]) {
      const [lowHz, highHz] = ranges[name];
      let sum = 0;
      const last = Math.min(BAND_FFT / 2, Math.ceil((highHz * BAND_FFT) / RATE));
      for (let k = Math.ceil((lowHz * BAND_FFT) / RATE); k < last; k++)
        sum += real[k] ** 2 + imaginary[k] ** 2;
      bands[name][frame] = sum;
    }
  }
  return bands;
}

/** Stretches of at least 150 ms in which the pitch goes on without a leap, in cents. */
function pitchRuns(f0Hz: Float64Array, voiced: Float64Array): number[][] {
  const cents = f0Hz.map((hz, i) => (voiced[i] === 1 ? 1200 * Math.log2(hz / 55) : NaN));
  const runs: number[][] = [];
  let i = 0;
  while (i < cents.length) {
    if (Number.isNaN(cents[i])) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < cents.length && Math.abs(cents[end] - cents[end - 1]) < 80) end++;
    if (end - i >= 15) runs.push([...cents.subarray(i, end)]);
    i = end;
  }
  return runs;
}

type PitchLife = Omit<VoiceMeasures, 'vowelAirDb' | 'vowelPresenceDb' | 'sibilanceDb'>;

function pitchLife(runs: readonly (readonly number[])[]): PitchLife {
  const residuals = runs.flatMap((run) =>
    run.slice(3, -3).map((value, i) => value - mean(run.slice(i, i + 7))),
  );
  const steps = runs.flatMap((run) => run.slice(1).map((value, i) => Math.abs(value - run[i])));
  const held = runs.filter((run) => run.length >= 40).map(withoutCubic);
  const vibratos = held.flatMap((run) => vibratoOf(run) ?? []);
  const notes = runs.filter((run) => run.length > 20).map((run) => percentile(run.slice(5, -5), 50));
  const offGrid = Array.from({ length: 50 }, (_, k) =>
    mean(notes.map((note) => Math.abs(((((note - 2 * k + 50) % 100) + 100) % 100) - 50))),
  );
  return {
    flutterCents: Math.sqrt(mean(residuals.map((r) => Math.max(-40, Math.min(40, r)) ** 2))),
    driftCents: percentile(held.map(deviation), 50),
    staticShare: steps.filter((step) => step < 1).length / steps.length,
    vibratoShare: vibratos.length / held.length,
    vibratoHz:
      vibratos.length > 0
        ? percentile(
            vibratos.map(({ hz }) => hz),
            50,
          )
        : 0,
    vibratoCents:
      vibratos.length > 0
        ? percentile(
            vibratos.map(({ cents }) => cents),
            50,
          )
        : 0,
    offGridCents: Math.min(...offGrid),
  };
}

/** What is left of a run when its best cubic is taken out (orthogonal polynomials by Gram-Schmidt). */
function withoutCubic(run: readonly number[]): number[] {
  let rest = [...run];
  const basis: number[][] = [];
  for (let power = 0; power <= 3; power++) {
    let vector = run.map((_, i) => (i / run.length) ** power);
    for (const other of basis) {
      const share = dot(vector, other);
      vector = vector.map((v, i) => v - share * other[i]);
    }
    const length = Math.sqrt(dot(vector, vector));
    vector = vector.map((v) => v / length);
    basis.push(vector);
    const share = dot(rest, vector);
    rest = rest.map((v, i) => v - share * vector[i]);
  }
  return rest;
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, v, i) => sum + v * b[i], 0);

const VIBRATO_FFT = 512;
const FRAMES_PER_SECOND = 100;

/** Rate and extent where 3.5–8.5 Hz hold more than half of the movement above 0.8 Hz, and more than 8 cents. */
function vibratoOf(run: readonly number[]): { hz: number; cents: number } | null {
  const real = new Float64Array(VIBRATO_FFT);
  const imaginary = new Float64Array(VIBRATO_FFT);
  const count = Math.min(run.length, VIBRATO_FFT);
  for (let i = 0; i < count; i++) real[i] = run[i] * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / (count - 1)));
  fft(real, imaginary);
  let inside = 0;
  let moving = 0;
  let total = 0;
  let peak = 0;
  let strongest = 0;
  for (let k = 1; k < VIBRATO_FFT / 2; k++) {
    const hz = (k * FRAMES_PER_SECOND) / VIBRATO_FFT;
    const power = real[k] ** 2 + imaginary[k] ** 2;
    total += power;
    if (hz > 0.8) moving += power;
    if (hz < 3.5 || hz > 8.5) continue;
    inside += power;
    if (power > strongest) {
      strongest = power;
      peak = hz;
    }
  }
  const cents = Math.SQRT2 * deviation(run) * Math.sqrt(inside / total);
  return inside > 0.5 * moving && cents > 8 ? { hz: peak, cents } : null;
}
