import { createRandom } from './signal/random.ts';
import { SAMPLE_RATE_HZ } from './signal/sample-rate.ts';

/** The band's common sense of time over a loop. */
export interface Groove {
  beatSeconds: number;
  /** The metronome's time of a beat in seconds. */
  secondsAt(beat: number): number;
  /** Frame of a beat (counted from 0, fractions allowed), plus a player's own offset. */
  frameAt(beat: number, offsetMs?: number): number;
}

const DRIFT_MS = 3.5;
/** The loop starts this long before its first beat, so that an early downbeat is not cut off when playback begins. */
const LEAD_IN_MS = 15;
/** Slow waves that make up the drift, falling off like 1/f (Hennig et al. 2011: human rhythms deviate with long-range correlation). */
const DRIFT_WAVES = 6;

const secondsOnGrid = (beat: number, beatSeconds: number): number => beat * beatSeconds + LEAD_IN_MS / 1000;

/** A sequencer's sense of time: every beat exactly where the metronome has it. */
export function createGrid(loopSeconds: number, beats: number): Groove {
  const beatSeconds = loopSeconds / beats;
  const secondsAt = (beat: number): number => secondsOnGrid(beat, beatSeconds);
  return {
    beatSeconds,
    secondsAt,
    frameAt: (beat, offsetMs = 0) => Math.round((secondsAt(beat) + offsetMs / 1000) * SAMPLE_RATE_HZ),
  };
}

/** A tempo that leans a few milliseconds to and fro, the same for everyone, and is back where it began after `beats`. */
export function createGroove(loopSeconds: number, beats: number, seed: string): Groove {
  const random = createRandom(`${seed} groove`);
  const beatSeconds = loopSeconds / beats;
  const waves = Array.from({ length: DRIFT_WAVES }, (_, k) => ({
    turns: k + 1,
    depthMs: (DRIFT_MS * random.normal()) / (k + 1),
    phase: random.between(0, 2 * Math.PI),
  }));
  const secondsAt = (beat: number): number => secondsOnGrid(beat, beatSeconds);
  return {
    beatSeconds,
    secondsAt,
    frameAt(beat, offsetMs = 0) {
      const driftMs = waves.reduce(
        (sum, wave) => sum + wave.depthMs * Math.sin((2 * Math.PI * wave.turns * beat) / beats + wave.phase),
        0,
      );
      return Math.round((secondsAt(beat) + (driftMs + offsetMs) / 1000) * SAMPLE_RATE_HZ);
    },
  };
}
