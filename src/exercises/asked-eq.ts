import { device } from '../dsp/mix-draft.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';
import type { Source } from '../training/exercise.ts';
import type { PlaybackNeeds } from '../training/question.ts';
import { ASKED_DEVICE, withAsked } from './changed.ts';

/** One octave between the points of half the gain: Q = √2 (R. Bristow-Johnson, Audio EQ Cookbook, BW to Q). */
export const OCTAVE_Q = Math.SQRT2;
/** A third of an octave. */
export const THIRD_OCTAVE_Q = 4.318;

/** Middles of octave bands in Hz (ISO 266). */
const OCTAVES_HZ = [63, 125, 250, 500, 1000, 2000, 4000, 8000, 16_000] as const;
/** Middles of third-octave bands. */
const THIRDS_HZ = [
  50, 63, 80, 100, 125, 160, 200, 250, 315, 400, 500, 630, 800, 1000, 1250, 1600, 2000, 2500, 3150, 4000,
  5000, 6300, 8000, 10_000, 12_500,
] as const;

/** The bands that a source has sound in. */
export function octavesOf({ fromHz, toHz }: Source): number[] {
  return OCTAVES_HZ.filter((hz) => hz >= fromHz && hz <= toHz && hz <= 12_000);
}

export function thirdsOf({ fromHz, toHz }: Source): number[] {
  return THIRDS_HZ.filter((hz) => hz >= fromHz * 1.1 && hz <= toHz / 1.1);
}

/** A source with one bell on everything; 0 dB leaves it as it is. */
export function withBell(base: MixSpec, hz: number, db: number, q: number): MixSpec {
  // Each bell of the EQ has a range; between them they reach from 40 Hz to 16 kHz.
  const bell = hz < 200 ? 'low' : hz < 2000 ? 'mid' : 'high';
  return withAsked(
    base,
    device('eq', ASKED_DEVICE, 'EQ', { [`${bell}BellHz`]: hz, [`${bell}BellDb`]: db, [`${bell}BellQ`]: q }),
  );
}

/** What a playback needs to let a band be heard. */
export function bandNeeds(hz: number, octaves: number): PlaybackNeeds {
  return { stereo: false, fromHz: hz / 2 ** (octaves / 2), toHz: hz * 2 ** (octaves / 2) };
}

/** "+6 dB", "−1.5 dB" */
export function decibelText(db: number): string {
  const size = Number(Math.abs(db).toFixed(1));
  return size === 0 ? '0 dB' : `${db < 0 ? '−' : '+'}${size} dB`;
}

/** Octaves between two frequencies. */
export function octavesApart(one: number, other: number): number {
  return Math.abs(Math.log2(one / other));
}
