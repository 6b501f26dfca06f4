import { framesIn } from '../signal/sample-rate.ts';
import { frequencyHzFromMidi } from '../signal/pitch.ts';
import { harmonicTone, keyLevel, sawPartial } from './harmonic-tone.ts';

const ATTACK_SECONDS = 0.002;
const RELEASE_SECONDS = 0.05;
const FALL_SECONDS = 0.19;
const BRIGHTNESS = 0.93;
const CLOSING_SECONDS = 0.45;

/** A short synthesizer note for arpeggios: a sawtooth whose filter snaps shut. */
export function sawPluck(midi: number, holdSeconds: number, velocity: number): Float32Array {
  const frequencyHz = frequencyHzFromMidi(midi);
  const key = keyLevel(ATTACK_SECONDS, holdSeconds, RELEASE_SECONDS);
  return harmonicTone({
    frames: framesIn(holdSeconds + RELEASE_SECONDS),
    frequencyHzAt: () => frequencyHz,
    highestHz: frequencyHz,
    partialGain: sawPartial,
    // Struck harder, the filter opens further: not only louder.
    brightnessAt: (seconds) => BRIGHTNESS * (0.85 + 0.15 * velocity) * Math.exp(-seconds / CLOSING_SECONDS),
    levelAt: (seconds) => velocity * key(seconds) * Math.exp(-seconds / FALL_SECONDS),
    startCycle: 0.5,
  });
}
