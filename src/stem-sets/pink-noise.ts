/** How long the loop is, in seconds: twice what echoic memory holds, so that nobody hears it repeat. */
export const PINK_NOISE_SECONDS = 8;

/** Corners of the first-order low-passes. */
const LOWEST_HZ = 12.5;
const POLES = 7;
const RATIO = 10 ** 0.5;
/** Root mean square of the loop, −20 dBFS. */
const RMS = 0.1;

/**
 * A seamless loop of pink noise: equal power in every octave, within 1 dB from 30 Hz to 16 kHz; −20 dBFS RMS. The same
 * samples everywhere.
 *
 * A sum of low-passed noises of equal power whose corners lie half a decade apart: between the corners it falls as 1/f
 * (A. van der Ziel, Physica 16, 1950). The filters have run through the loop once before it begins, so that its end
 * leads into its start.
 */
export function pinkNoise(sampleRate: number, seed: number): Float32Array {
  const frames = PINK_NOISE_SECONDS * sampleRate;
  const white = whiteNoise(frames, seed);
  const out = new Float32Array(frames);
  const corners = Array.from({ length: POLES }, (_, i) => LOWEST_HZ * RATIO ** i);
  for (const cornerHz of corners) {
    const pole = Math.exp((-2 * Math.PI * Math.min(cornerHz, 0.49 * sampleRate)) / sampleRate);
    // Power density at rest 1 / corner: each process has equal power.
    const gain = (1 - pole) / Math.sqrt(cornerHz);
    let state = 0;
    for (let lap = 0; lap < 2; lap++)
      for (let i = 0; i < frames; i++) {
        state = pole * state + gain * white[i];
        if (lap === 1) out[i] += state;
      }
  }
  let power = 0;
  let mean = 0;
  for (let i = 0; i < frames; i++) mean += out[i] / frames;
  for (let i = 0; i < frames; i++) power += (out[i] - mean) ** 2 / frames;
  const scale = RMS / Math.sqrt(power);
  for (let i = 0; i < frames; i++) out[i] = (out[i] - mean) * scale;
  return out;
}

/** Uniform in ±1 from a linear congruential generator (Numerical Recipes, "quick and dirty"), integers only. */
function whiteNoise(frames: number, seed: number): Float32Array {
  const out = new Float32Array(frames);
  let state = seed >>> 0;
  for (let i = 0; i < frames; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    out[i] = state / 2 ** 31 - 1;
  }
  return out;
}
