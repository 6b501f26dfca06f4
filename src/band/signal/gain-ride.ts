import { dbToGain } from '../../dsp/decibels.ts';
import { SAMPLE_RATE_HZ } from './sample-rate.ts';

/** A stretch of time (seconds, from the loop's start, may lie before 0) at another level. */
export interface Passage {
  startSeconds: number;
  endSeconds: number;
  gainDb: number;
}

/**
 * Turn passages of a loop up or down in place. Each ramp is a raised cosine in dB of `rampMs`, ending where the passage starts
 * and beginning where it ends. Overlapping passages add up in dB.
 */
export function rideGain(loop: Float32Array, passages: readonly Passage[], rampMs: number): void {
  const gainDb = new Float32Array(loop.length);
  const ramp = rampMs / 1000;
  for (const { startSeconds, endSeconds, gainDb: amount } of passages) {
    const first = Math.ceil((startSeconds - ramp) * SAMPLE_RATE_HZ);
    const last = Math.floor((endSeconds + ramp) * SAMPLE_RATE_HZ);
    for (let i = first; i <= last; i++) {
      const seconds = i / SAMPLE_RATE_HZ;
      const outside = Math.max(startSeconds - seconds, seconds - endSeconds, 0) / ramp;
      const at = ((i % loop.length) + loop.length) % loop.length;
      gainDb[at] = gainDb[at] + amount * (0.5 + 0.5 * Math.cos(Math.PI * outside));
    }
  }
  for (let i = 0; i < loop.length; i++) if (gainDb[i] !== 0) loop[i] = loop[i] * dbToGain(gainDb[i]);
}
