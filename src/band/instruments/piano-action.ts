import { filter, highPass, lowPass } from '../signal/filter.ts';
import type { Random } from '../signal/random.ts';
import { framesIn } from '../signal/sample-rate.ts';

/** Noise that starts in `riseFrames` and dies away. */
const burst = (decaySeconds: number, riseFrames: number, random: Random): Float32Array =>
  new Float32Array(framesIn(0.1)).map(
    (_, i) => random.normal() * Math.min(1, i / riseFrames) * Math.exp(-i / framesIn(decaySeconds)),
  );

/** Felt on string and key on its bed: a thud of the soundboard, the knock of the wood, and the string's first jolt, brighter the harder. */
export function hammerKnock(midi: number, velocity: number, random: Random): Float32Array {
  const thud = filter(burst(0.016, 40, random), highPass(90), lowPass(420));
  const wood = filter(burst(0.007, 24, random), highPass(700), lowPass(2600));
  const jolt = filter(burst(0.0035, 12, random), highPass(2200), lowPass(4500 + 9000 * velocity));
  const high = Math.max(0.6, Math.min(1.6, 1 + (midi - 62) / 40));
  const gain = velocity ** 1.5;
  return thud.map((x, i) => gain * (0.2 * x + high * (0.07 * wood[i] + 0.1 * velocity * jolt[i])));
}

/** The felt of the damper coming down on the strings; softer than anything that is struck. */
export function damperNoise(midi: number, random: Random): Float32Array {
  const felt = filter(burst(0.02, 300, random), highPass(180), lowPass(1800));
  const gain = 0.006 * Math.max(0.3, 1 + (60 - midi) / 24);
  return felt.map((x) => gain * x);
}
