import { convolveLoop } from '../signal/convolution.ts';
import { bell, filter, highPass, highShelf, lowPass } from '../signal/filter.ts';
import { createRandom } from '../signal/random.ts';
import { throughLoop } from '../signal/loop.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';

/** A resonance of the box. */
interface Mode {
  frequencyHz: number;
  /** Frequency over bandwidth. */
  q: number;
  /** Level beside the sound that reaches the microphone directly. */
  gain: number;
}

/**
 * The air in the box, the first modes of top and back, and the plate modes above them, for a steel-string guitar of dreadnought size
 * (Fletcher & Rossing, "The Physics of Musical Instruments", ch. 9: air 95–110 Hz, top 170–200 Hz).
 */
export const BODY_MODES: readonly Mode[] = [
  { frequencyHz: 102, q: 18, gain: 3.2 },
  { frequencyHz: 193, q: 22, gain: 4.3 },
  { frequencyHz: 262, q: 20, gain: 2.4 },
  { frequencyHz: 348, q: 20, gain: 2.8 },
  { frequencyHz: 402, q: 22, gain: 2.2 },
  { frequencyHz: 495, q: 16, gain: 2.2 },
  { frequencyHz: 640, q: 12, gain: 1.6 },
  { frequencyHz: 830, q: 10, gain: 1.4 },
];
const LONGEST_RING_SECONDS = 0.35;
/** Above these modes resonances overlap: a short burst of noise stands for them. */
const DENSE_MODES = { fromHz: 900, decaySeconds: 0.009, gain: 0.055 };

/**
 * What a microphone in front of the top hears of an impulse at the bridge.
 * @param seed two guitars, or two microphone places, differ in their plates' details
 */
export function guitarBodyResponse(seed: string): Float32Array {
  const random = createRandom(`guitar body ${seed}`);
  const response = new Float32Array(framesIn(LONGEST_RING_SECONDS));
  for (const { frequencyHz, q, gain } of BODY_MODES) {
    const tunedHz = frequencyHz * (1 + 0.02 * random.normal());
    const step = (2 * Math.PI * tunedHz) / SAMPLE_RATE_HZ;
    const decay = step / (2 * q);
    const level = gain * random.between(0.85, 1.15);
    for (let i = 0; i < response.length; i++) {
      // Scaled by the bandwidth, so that `gain` is the mode's gain at its own frequency.
      response[i] = response[i] + 2 * decay * level * Math.exp(-decay * i) * Math.sin(step * (i + 1));
    }
  }
  const dense = new Float32Array(framesIn(0.08)).map(
    (_, i) => DENSE_MODES.gain * random.normal() * Math.exp(-i / framesIn(DENSE_MODES.decaySeconds)),
  );
  filter(dense, highPass(DENSE_MODES.fromHz)).forEach((x, i) => (response[i] = response[i] + x));
  response[0] = response[0] + 0.6;
  return response;
}

/** The strings' force on the bridge, radiated by the box and picked up some 30 cm away. */
export function throughGuitarBody(bridge: Float32Array, seed: string): Float32Array {
  const radiated = convolveLoop(bridge, guitarBodyResponse(seed));
  return throughLoop(radiated, (x) =>
    filter(x, highPass(75), bell(420, 0.5, 4), bell(3000, 0.8, 3.5), highShelf(6500, 2), lowPass(17_000)),
  );
}
