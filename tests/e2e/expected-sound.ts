import { bounceSpec } from '../../src/demos/bounce-spec.ts';
import { authoredBypasses, matchDb, stateKey, type ClaimedDemo } from '../../src/demos/demo.ts';
import { measureDemo } from '../../src/demos/measure.ts';
import { withMatch } from '../../src/dsp/mix-spec.ts';
import { offsetOf } from './alignment.ts';
import type { Capture } from './output-tap.ts';

const RATE = 48000;

/** The left side of the bounce that a variant of a demo, by its place, should sound like when matched. */
export async function matchedBounce(demo: ClaimedDemo, place: number): Promise<Float32Array> {
  const variant = demo.variants[place];
  const measured = await measureDemo(demo);
  const lufs = measured.loudnessLufs[stateKey(demo, variant, authoredBypasses(variant))];
  const offset = matchDb(measured, lufs);
  return (await bounceSpec(withMatch(variant.spec, offset)))[0];
}

/** Where the loop's first sample lies in the capture: near the first sound, exactly by correlation. */
export function loopStart(capture: Capture, bounce: Float32Array): number {
  const firstSound = capture.left.findIndex((value) => value !== 0);
  return offsetOf(capture.left, bounce, firstSound, 4 * RATE, 1500);
}
