import type { Random } from '../signal/random.ts';
import { frequencyHzFromMidi } from '../signal/pitch.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';

/** Inharmonic modes of a clamped bar, relative to the fundamental (Fletcher & Rossing, "The Physics of Musical Instruments"). */
const SECOND_MODE = 6.27;
const THIRD_MODE = 17.3;
const MODE_LIMIT_HZ = 15_000;
/** Distance of the pickup from the tine, in the tine's units of displacement. */
const PICKUP_GAP = 0.4;
const DAMPER_SECONDS = 0.055;
const RELEASE_TAIL_SECONDS = 0.23;

/**
 * One note of a tine piano: the tine's motion moves an asymmetrically placed magnetic pickup (flux ∝ 1/(displacement² + gap²)), whose voltage
 * is the flux's rate of change. A harder stroke swings further into the curve of the flux, and therefore barks.
 * @param velocity 0–1
 */
export function electricPianoNote(
  midi: number,
  velocity: number,
  holdSeconds: number,
  random: Random,
): Float32Array {
  const frequencyHz = frequencyHzFromMidi(midi) * (1 + random.between(-0.0006, 0.0006));
  const out = new Float32Array(framesIn(holdSeconds + RELEASE_TAIL_SECONDS));
  const swing = 0.16 + 1.0 * velocity ** 2;
  const misalignment = 0.32 + random.between(-0.05, 0.05);
  const decaySeconds = Math.max(0.6, 2.2 - (midi - 40) * 0.03);
  const secondHz = frequencyHz * SECOND_MODE * (1 + 0.004 * random.normal());
  const thirdHz = frequencyHz * THIRD_MODE;
  const secondLevel = secondHz < MODE_LIMIT_HZ ? 0.1 * velocity : 0;
  const thirdLevel = thirdHz < MODE_LIMIT_HZ ? 0.03 * velocity : 0;
  const startPhase = random.between(0, 0.3);
  const toVoltage = (0.09 * SAMPLE_RATE_HZ) / (2 * Math.PI * frequencyHz);

  let lastFlux = Number.NaN;
  for (let i = 0; i < out.length; i++) {
    const seconds = i / SAMPLE_RATE_HZ;
    const turn = 2 * Math.PI * seconds;
    const damper = Math.exp(-Math.max(0, seconds - holdSeconds) / DAMPER_SECONDS);
    const tine =
      Math.sin(turn * frequencyHz + startPhase) * Math.exp(-seconds / decaySeconds) +
      secondLevel * Math.sin(turn * secondHz) * Math.exp(-seconds / 0.18) +
      thirdLevel * Math.sin(turn * thirdHz) * Math.exp(-seconds / 0.06);
    const displacement = swing * Math.min(1, seconds / 0.0012) * damper * tine + misalignment;
    const flux = 1 / (displacement ** 2 + PICKUP_GAP ** 2);
    if (i > 0) out[i] = (flux - lastFlux) * toVoltage;
    lastFlux = flux;
  }
  addHammer(out, velocity, random);
  return out;
}

/** The thud of the neoprene tip. */
function addHammer(note: Float32Array, velocity: number, random: Random): void {
  for (let i = 0; i < framesIn(0.02); i++) {
    note[i] = note[i] + random.normal() * 0.012 * velocity * Math.exp(-i / 160);
  }
}
