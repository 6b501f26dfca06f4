import { bell, filter, highPass, lowPass } from '../signal/filter.ts';
import { mix } from '../signal/level.ts';
import { framesIn } from '../signal/sample-rate.ts';
import { harmonicTone, squarePartial } from './harmonic-tone.ts';

/**
 * Six square waves that share no harmonic, as in analogue cymbal circuits (Werner, Abel & Smith, "The TR-808 cymbal: a
 * physically-informed, circuit-bendable, digital model", ICMC 2014).
 */
const OSCILLATORS_HZ = [205.3, 304.4, 369.6, 522.7, 540, 800];
const ATTACK_SECONDS = 0.0008;

/** A hi-hat out of inharmonic square waves above 6 kHz. @param fallSeconds time constant: 0.03 is closed, 0.2 open */
export function metalHat(fallSeconds: number): Float32Array {
  const lengthSeconds = 6 * fallSeconds;
  const levelAt = (seconds: number): number =>
    Math.min(1, seconds / ATTACK_SECONDS) *
    Math.min(1, (lengthSeconds - seconds) / (0.5 * lengthSeconds)) *
    Math.exp(-seconds / fallSeconds);
  const metal = OSCILLATORS_HZ.map((frequencyHz, k): [Float32Array, number] => [
    harmonicTone({
      frames: framesIn(lengthSeconds),
      frequencyHzAt: () => frequencyHz,
      highestHz: frequencyHz,
      partialGain: squarePartial,
      brightnessAt: () => 1,
      levelAt,
      startCycle: (k * 0.37) % 1,
    }),
    1,
  ]);
  return filter(mix(...metal), highPass(5200, 0.9), highPass(6300, 0.9), bell(8000, 1.2, 4), lowPass(15_000));
}
