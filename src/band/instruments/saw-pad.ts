import { framesIn } from '../signal/sample-rate.ts';
import { frequencyHzFromMidi } from '../signal/pitch.ts';
import type { Random } from '../signal/random.ts';
import { harmonicTone, keyLevel } from './harmonic-tone.ts';

/** Sawtooth voices per note: how far each is out of tune and where it stands (0 = left, 1 = right). */
const VOICES = [
  { cents: -9, place: 0.05 },
  { cents: -4, place: 0.85 },
  { cents: 3.5, place: 0.15 },
  { cents: 8.5, place: 0.95 },
];
const ATTACK_SECONDS = 0.22;
const RELEASE_SECONDS = 0.5;
/** The filter opens a little with the note and closes again. */
const SWELL_SECONDS = 1.1;

/**
 * One note of a wide, soft pad: detuned sawtooths behind a low-pass filter of 12 dB an octave.
 * @param cutoffHz where that filter stands
 * @returns left and right
 */
export function sawPadNote(
  midi: number,
  holdSeconds: number,
  cutoffHz: number,
  random: Random,
): [Float32Array, Float32Array] {
  const frames = framesIn(holdSeconds + RELEASE_SECONDS);
  const left = new Float32Array(frames);
  const right = new Float32Array(frames);
  for (const { cents, place } of VOICES) {
    const frequencyHz = frequencyHzFromMidi(midi + cents / 100);
    const voice = harmonicTone({
      frames,
      frequencyHzAt: () => frequencyHz,
      highestHz: frequencyHz,
      partialGain: (n) => 1 / n / Math.sqrt(1 + ((n * frequencyHz) / cutoffHz) ** 4),
      brightnessAt: (seconds) => 0.9 + 0.09 * Math.exp(-(((seconds - SWELL_SECONDS) / 0.9) ** 2)),
      levelAt: keyLevel(ATTACK_SECONDS, holdSeconds, RELEASE_SECONDS),
      startCycle: random.uniform(),
    });
    const toLeft = Math.cos((place * Math.PI) / 2);
    const toRight = Math.sin((place * Math.PI) / 2);
    for (let i = 0; i < frames; i++) {
      left[i] = left[i] + voice[i] * toLeft;
      right[i] = right[i] + voice[i] * toRight;
    }
  }
  return [left, right];
}
