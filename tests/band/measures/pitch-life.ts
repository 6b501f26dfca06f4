import { mean, median, standardDeviation } from './statistics.ts';
import { vibratoOf } from './vibrato.ts';
import type { VoiceFrame } from './voice-frames.ts';

const LARGEST_STEP_CENTS = 80;
const SHORTEST_RUN = 15;
const SHORTEST_NOTE = 20;
const SHORTEST_HELD = 40;
const STILL_CENTS = 1;
/** Jumps of the tracker, not of the voice. */
const RESIDUAL_LIMIT_CENTS = 40;

/** How alive a sung pitch is. */
export interface PitchLife {
  /** Standard deviation, in cents, of the pitch minus its average over 70 ms. */
  residualSdCents: number;
  /** Median over held notes (400 ms) of the standard deviation about a cubic, in cents: drift and vibrato. */
  driftSdCents: number;
  /** Share (0–1) of 10 ms steps smaller than 1 cent. */
  stillShare: number;
  /** Mean distance of notes from the best-fitting semitone grid, in cents. */
  offGridCents: number;
  /** Medians over the held notes that have one; NaN if none has. */
  vibratoHz: number;
  vibratoCents: number;
  /** Share (0–1) of held notes with vibrato. */
  vibratoShare: number;
}

export function pitchLife(frames: readonly VoiceFrame[]): PitchLife {
  const runs = runsOf(frames.map(({ cents }) => cents));
  const residuals = runs.flatMap((run) => [...residualOf(run)]);
  const steps = runs.flatMap((run) => [...run.subarray(1)].map((cents, i) => Math.abs(cents - run[i])));
  const held = runs.filter((run) => run.length >= SHORTEST_HELD).map(withoutCubic);
  const vibratos = held.map(vibratoOf).filter((vibrato) => vibrato !== null);
  const notes = runs
    .filter((run) => run.length > SHORTEST_NOTE)
    .map((run) => median(run.subarray(5, run.length - 5)));
  return {
    residualSdCents: Math.sqrt(mean(residuals.map((cents) => cents * cents))),
    driftSdCents: median(held.map(standardDeviation)),
    stillShare: steps.filter((cents) => cents < STILL_CENTS).length / steps.length,
    offGridCents: offGrid(notes),
    vibratoHz: median(vibratos.map(({ rateHz }) => rateHz)),
    vibratoCents: median(vibratos.map(({ extentCents }) => extentCents)),
    vibratoShare: vibratos.length / held.length,
  };
}

/** Voiced stretches of at least 150 ms without a leap. */
function runsOf(cents: readonly number[]): Float64Array[] {
  const runs: Float64Array[] = [];
  let from = 0;
  for (let i = 1; i <= cents.length; i++) {
    if (Math.abs(cents[i] - cents[i - 1]) < LARGEST_STEP_CENTS) continue;
    if (i - from >= SHORTEST_RUN && !Number.isNaN(cents[from]))
      runs.push(Float64Array.from(cents.slice(from, i)));
    from = i;
  }
  return runs;
}

function residualOf(run: Float64Array): Float64Array {
  return run.slice(3, -3).map((cents, i) => {
    const residual = cents - mean(run.subarray(i, i + 7));
    return Math.max(-RESIDUAL_LIMIT_CENTS, Math.min(RESIDUAL_LIMIT_CENTS, residual));
  });
}

/** What is left of a note when the cubic that fits it best is taken away: powers made orthogonal one after another. */
function withoutCubic(run: Float64Array): Float64Array {
  const rest = run.slice();
  const basis: Float64Array[] = [];
  for (let power = 0; power <= 3; power++) {
    const next = rest.map((_, i) => ((2 * i) / (rest.length - 1) - 1) ** power);
    for (const earlier of basis) removeFrom(next, earlier);
    basis.push(next);
    removeFrom(rest, next);
  }
  return rest;
}

function removeFrom(values: Float64Array, direction: Float64Array): void {
  const product = values.reduce((sum, value, i) => sum + value * direction[i], 0);
  const share = product / direction.reduce((sum, x) => sum + x * x, 0);
  for (let i = 0; i < values.length; i++) values[i] = values[i] - share * direction[i];
}

function offGrid(notes: readonly number[]): number {
  const distances = Array.from({ length: 50 }, (_, k) =>
    mean(notes.map((cents) => Math.abs(((((cents - 2 * k + 50) % 100) + 100) % 100) - 50))),
  );
  return Math.min(...distances);
}
