import { filter, highPass, lowPass } from '../signal/filter.ts';
import type { Random } from '../signal/random.ts';
import { framesIn } from '../signal/sample-rate.ts';

const NOISE_SECONDS = 0.03;

/**
 * What a stroke on a string adds besides the string's own motion: the edge of a nail or pick scraping over the winding for some
 * milliseconds and the click of letting go, both brighter the harder the stroke.
 * @param velocity 0–1
 * @param wound the lower strings of a steel guitar are wound and scrape longer
 */
export function pickNoise(velocity: number, wound: boolean, random: Random): Float32Array {
  const scrapeSeconds = (wound ? 0.008 : 0.004) * random.between(0.7, 1.3);
  const noise = new Float32Array(framesIn(NOISE_SECONDS));
  const letGo = framesIn(scrapeSeconds);
  for (let i = 0; i < noise.length; i++) {
    const envelope =
      i < letGo ? 0.3 * (i / letGo) ** 2 : Math.exp(-(i - letGo) / framesIn(wound ? 0.0035 : 0.0025));
    noise[i] = random.normal() * envelope;
  }
  const gain = velocity ** 1.6;
  return filter(noise, highPass(2200), lowPass(5000 + 10_000 * velocity)).map((x) => x * gain);
}
