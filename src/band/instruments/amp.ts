import { bell, filter, highPass, highShelf, lowPass, lowShelf } from '../signal/filter.ts';
import { throughValve } from '../signal/waveshaper.ts';

/** How an amplifier is set. */
export interface AmpSetting {
  /** Into the first valve. */
  drive: number;
  /** Where its middle control lifts, in Hz. */
  middleHz: number;
}

/** A guitar amplifier on the edge of breaking up, heard through a closed-back 12-inch speaker close to the cone. */
export function playThroughAmp(pickup: Float32Array, { drive, middleHz }: AmpSetting): Float32Array {
  const preamp = throughValve(filter(pickup, highPass(110), bell(middleHz, 0.8, 2)), drive, 0.25);
  const toneStack = filter(preamp, lowShelf(150, 2), highShelf(2200, 1));
  const powerStage = throughValve(toneStack, 1.6, 0.1);
  return filter(powerStage, ...SPEAKER);
}

const SPEAKER = [
  highPass(85, 0.9),
  bell(120, 1.4, 4),
  bell(480, 0.8, 3),
  bell(1500, 1.2, -1.5),
  bell(2700, 1.1, 2),
  bell(3900, 2.2, 1),
  lowPass(5000, 0.9),
  lowPass(5600),
  bell(7200, 3, -8),
];
