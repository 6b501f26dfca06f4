import { eqCurveDb } from '../dsp/eq-curve.ts';
import type { EqSettings } from '../dsp/eq-bands.ts';
import { hzOfShare } from './spectrum-axes.ts';

/** Points of the drawn curve: one every 2–4 pixels. */
export const RESPONSE_POINTS = 241;
/** Everything runs at 48 kHz. */
const SAMPLE_RATE = 48000;

/** The kernel's own gain in dB at RESPONSE_POINTS places of the frequency axis, evenly apart in octaves. */
export function eqResponseDb(settings: Partial<EqSettings>): Float32Array {
  return Float32Array.from({ length: RESPONSE_POINTS }, (_, i) =>
    eqGainAt(settings, hzOfShare(i / (RESPONSE_POINTS - 1))),
  );
}

/** The kernel's own gain in dB at one frequency. */
export function eqGainAt(settings: Partial<EqSettings>, hz: number): number {
  return eqCurveDb(settings, hz, SAMPLE_RATE);
}
