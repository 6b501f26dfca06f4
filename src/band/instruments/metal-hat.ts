import { bell, filter, highPass, lowPass } from '../signal/filter.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';
import { createRandom } from '../signal/random.ts';
import { harmonicTone, squarePartial } from './harmonic-tone.ts';

/** One of a drum machine's hi-hats. */
export interface MetalHat {
  /** Names its noise: the same seed gives the same sample every time. */
  seed: string;
  /** Time constant of the tail: 0.03 is closed, 0.2 open. */
  fallSeconds: number;
  /** How much noise there is beside the metal, as a factor: 0 rings, 2 hisses. */
  noise: number;
}

/**
 * Six square waves that share no harmonic, as in analogue cymbal circuits (Werner, Abel & Smith, "The TR-808 cymbal: a
 * physically-informed, circuit-bendable, digital model", ICMC 2014), and where each stands (0 = left, 1 = right).
 */
const OSCILLATORS = [
  { frequencyHz: 205.3, place: 0.1 },
  { frequencyHz: 304.4, place: 0.95 },
  { frequencyHz: 369.6, place: 0.05 },
  { frequencyHz: 522.7, place: 0.85 },
  { frequencyHz: 540, place: 0.1 },
  { frequencyHz: 800, place: 0.88 },
];
const ATTACK_SECONDS = 0.0006;
/** The stick: over long before the tail. */
const STICK_FALL_SECONDS = 0.004;
const STICK_GAIN = 0.9;
/** RMS of the noise before filtering; most of the squares' own level lies below the filter. */
const NOISE_GAIN = 0.11;
/** How much of the noise both sides share. */
const NOISE_IN_COMMON = 0.05;
/** The tail lasts six time constants; its second half closes to silence. */
const TAIL_FALLS = 6;

/** A hi-hat out of inharmonic square waves and noise above 4 kHz. @returns left and right */
export function metalHat({ seed, fallSeconds, noise }: MetalHat): [Float32Array, Float32Array] {
  const lengthSeconds = TAIL_FALLS * fallSeconds;
  const levelAt = (seconds: number): number =>
    Math.min(1, seconds / ATTACK_SECONDS) *
    Math.min(1, (lengthSeconds - seconds) / (0.5 * lengthSeconds)) *
    (Math.exp(-seconds / fallSeconds) + STICK_GAIN * Math.exp(-seconds / STICK_FALL_SECONDS));
  const left = new Float32Array(framesIn(lengthSeconds));
  const right = new Float32Array(left.length);
  OSCILLATORS.forEach(({ frequencyHz, place }, k) => {
    const metal = harmonicTone({
      frames: left.length,
      frequencyHzAt: () => frequencyHz,
      highestHz: frequencyHz,
      partialGain: squarePartial,
      brightnessAt: () => 1,
      levelAt,
      startCycle: (k * 0.37) % 1,
    });
    addAt(left, metal, Math.cos((place * Math.PI) / 2));
    addAt(right, metal, Math.sin((place * Math.PI) / 2));
  });
  addNoise([left, right], (seconds) => NOISE_GAIN * noise * levelAt(seconds), seed);
  return [hatFilter(left), hatFilter(right)];
}

function addNoise(
  sides: readonly [Float32Array, Float32Array],
  levelAt: (seconds: number) => number,
  seed: string,
): void {
  const random = createRandom(seed);
  const apart = Math.sqrt(1 - NOISE_IN_COMMON);
  for (let i = 0; i < sides[0].length; i++) {
    const level = levelAt(i / SAMPLE_RATE_HZ);
    const common = Math.sqrt(NOISE_IN_COMMON) * random.normal();
    for (const side of sides) side[i] = side[i] + level * (common + apart * random.normal());
  }
}

function addAt(out: Float32Array, sound: Float32Array, gain: number): void {
  for (let i = 0; i < out.length; i++) out[i] = out[i] + sound[i] * gain;
}

const hatFilter = (side: Float32Array): Float32Array =>
  filter(side, highPass(3200), highPass(5600, 0.8), bell(9000, 0.8, 3), lowPass(17_500, 0.6));
