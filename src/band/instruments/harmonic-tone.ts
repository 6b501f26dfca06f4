import { SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';

/** Partials end here: envelopes and glides spread each of them a little, and none may reach half the sample rate. */
const HIGHEST_PARTIAL_HZ = 19_000;
/** −100 dB: partials that all lie below this are left out. */
const INAUDIBLE_GAIN = 1e-5;

/** A tone as a sum of harmonic partials. Times count from its start. */
export interface HarmonicTone {
  frames: number;
  frequencyHzAt(seconds: number): number;
  /** The highest frequency that the fundamental reaches. */
  highestHz: number;
  /** Level of partial n (1 = fundamental) as a factor. */
  partialGain(n: number): number;
  /** 0–1: what each partial keeps of its level beside the one below it; a low-pass filter that can close while the tone sounds. */
  brightnessAt(seconds: number): number;
  levelAt(seconds: number): number;
  /** Where in its cycle (0–1) the tone starts. */
  startCycle: number;
}

/**
 * Band-limited by construction: only partials below 19 kHz are ever made, so nothing can alias. The sines of all multiples of a
 * phase follow from its own by sin nx = 2 cos x sin (n − 1)x − sin (n − 2)x (Chebyshev's recurrence).
 */
export function harmonicTone(tone: HarmonicTone): Float32Array {
  const gains = partialGains(tone);
  const count = gains.length;
  const out = new Float32Array(tone.frames);
  let cycle = tone.startCycle;
  for (let i = 0; i < out.length; i++) {
    const seconds = i / SAMPLE_RATE_HZ;
    const brightness = tone.brightnessAt(seconds);
    const twiceCosine = 2 * Math.cos(2 * Math.PI * cycle);
    let sine = Math.sin(2 * Math.PI * cycle);
    let sineBelow = 0;
    let weight = 1;
    let sum = 0;
    for (let k = 0; k < count; k++) {
      sum += gains[k] * weight * sine;
      const next = twiceCosine * sine - sineBelow;
      sineBelow = sine;
      sine = next;
      weight *= brightness;
    }
    out[i] = sum * tone.levelAt(seconds);
    cycle = (cycle + tone.frequencyHzAt(seconds) / SAMPLE_RATE_HZ) % 1;
  }
  return out;
}

/** Below 19 kHz, up to the last that is heard beside the fundamental. */
function partialGains({ highestHz, partialGain }: HarmonicTone): Float64Array {
  const count = Math.max(1, Math.floor(HIGHEST_PARTIAL_HZ / highestHz));
  const gains = Float64Array.from({ length: count }, (_, k) => partialGain(k + 1));
  const last = gains.findLastIndex((gain) => gain > INAUDIBLE_GAIN);
  return gains.subarray(0, last + 1);
}

/** Partials of a sawtooth. */
export const sawPartial = (n: number): number => 1 / n;

/** Partials of a square wave: the odd ones of a sawtooth. */
export const squarePartial = (n: number): number => (n % 2 === 1 ? 1 / n : 0);

/**
 * A key's level: up in `attackSeconds`, held, and down in `releaseSeconds` after `holdSeconds`, both as raised cosines, which spread a
 * partial least.
 */
export function keyLevel(
  attackSeconds: number,
  holdSeconds: number,
  releaseSeconds: number,
): (seconds: number) => number {
  const rise = (part: number): number => 0.5 - 0.5 * Math.cos(Math.PI * Math.min(1, Math.max(0, part)));
  return (seconds) => rise(seconds / attackSeconds) * rise(1 - (seconds - holdSeconds) / releaseSeconds);
}
