import type { MixSpec } from '../../../src/dsp/mix-spec.ts';
import { playMix } from './play-mix.ts';

const DOWN_DB = 40;
/** What leads up to the stop, so that every room is full. */
const BEFORE_SECONDS = 6;
const AFTER_SECONDS = 8;
/** The level that the tail falls from. */
const REFERENCE_SECONDS = 0.4;

/** Seconds from a sudden stop of all stems until what still sounds stays 40 dB below the last 400 ms before it. */
export async function tailSeconds(spec: MixSpec, stopSeconds: number): Promise<number> {
  let before = 0;
  const after: { seconds: number; energy: number }[] = [];
  const fromSeconds = Math.max(0, stopSeconds - BEFORE_SECONDS);
  const toSeconds = stopSeconds + AFTER_SECONDS;
  await playMix(spec, { fromSeconds, toSeconds, stopSeconds }, ({ seconds, left, right }) => {
    let energy = 0;
    for (let i = 0; i < left.length; i++) energy += left[i] ** 2 + right[i] ** 2;
    if (seconds >= stopSeconds) after.push({ seconds, energy });
    else if (seconds >= stopSeconds - REFERENCE_SECONDS) before += energy;
  });
  const floor = (before / (REFERENCE_SECONDS * 100)) * 10 ** (-DOWN_DB / 10);
  return (after.findLast(({ energy }) => energy > floor)?.seconds ?? stopSeconds) - stopSeconds;
}
