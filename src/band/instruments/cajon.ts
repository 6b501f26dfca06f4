import { bell, filter, highPass, lowPass } from '../signal/filter.ts';
import type { Random } from '../signal/random.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';

/** Where the hand lands on the front plate. */
export type CajonStroke = 'bass' | 'slap';

interface PlateMode {
  frequencyHz: number;
  decaySeconds: number;
  /** Level in a bass stroke (middle of the plate) and in a slap (upper edge). */
  bass: number;
  slap: number;
}

/** The air in the box and the plate's first modes; a slap at the edge excites the higher ones. */
const MODES: readonly PlateMode[] = [
  { frequencyHz: 78, decaySeconds: 0.085, bass: 1, slap: 0.12 },
  { frequencyHz: 131, decaySeconds: 0.06, bass: 0.45, slap: 0.3 },
  { frequencyHz: 244, decaySeconds: 0.04, bass: 0.22, slap: 0.5 },
  { frequencyHz: 412, decaySeconds: 0.028, bass: 0.09, slap: 0.5 },
  { frequencyHz: 688, decaySeconds: 0.02, bass: 0.05, slap: 0.35 },
  { frequencyHz: 1120, decaySeconds: 0.014, bass: 0.02, slap: 0.25 },
];
const STROKE_SECONDS = 0.55;

/** One stroke of a hand on a cajón with snare wires behind its plate. No two land on the same spot. */
export function cajonHit(stroke: CajonStroke, velocity: number, random: Random): Float32Array {
  const hit = new Float32Array(framesIn(STROKE_SECONDS));
  for (const mode of MODES) {
    const level = mode[stroke] * random.between(0.75, 1.25);
    // The plate stretches under a hard stroke and starts a little sharp.
    const frequencyHz = mode.frequencyHz * (1 + random.between(-0.03, 0.03));
    const phaseAt = (seconds: number): number =>
      2 * Math.PI * frequencyHz * (seconds + 0.0022 * velocity * (1 - Math.exp(-seconds / 0.02)));
    for (let i = 0; i < hit.length; i++) {
      const seconds = i / SAMPLE_RATE_HZ;
      const envelope = Math.min(1, i / 50) * Math.exp(-seconds / mode.decaySeconds);
      hit[i] = hit[i] + level * envelope * Math.sin(phaseAt(seconds));
    }
  }
  const noiseOf = (decaySeconds: number, delaySeconds: number): Float32Array =>
    hit.map((_, i) => {
      const since = i - framesIn(delaySeconds);
      return since < 0
        ? 0
        : random.normal() * Math.min(1, since / 30) * Math.exp(-since / framesIn(decaySeconds));
    });
  const slap = stroke === 'slap';
  const skin = filter(
    noiseOf(slap ? 0.006 : 0.004, 0),
    highPass(slap ? 700 : 250),
    lowPass(slap ? 5200 : 2200),
  );
  const wires = filter(
    noiseOf(random.between(0.05, 0.075), 0.003),
    highPass(1900),
    bell(random.between(3200, 4600), 1, 5),
    lowPass(14_000),
  );
  const wireLevel = (slap ? 0.3 : 0.035) * velocity ** 0.8;
  const gain = velocity ** 1.3;
  const tone = hit.map((x, i) => gain * (x + (slap ? 0.55 : 0.3) * skin[i] + wireLevel * wires[i]));
  return filter(tone, lowPass(4000 + 13_000 * velocity), highPass(35)).map(
    (x, i) => x * Math.min(1, (tone.length - i) / 1500),
  );
}
