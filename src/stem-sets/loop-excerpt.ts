/** How long the end of an excerpt fades over into what came before its start. */
const SEAM_SECONDS = 0.03;

/**
 * A part of a loop that is a loop itself: its last 30 ms fade over, with equal gain, into the 30 ms before its start, so
 * that the seam does not click. Both sides of the fade are the same music, bars apart.
 *
 * @param loop one channel of the whole loop
 * @param from its first frame
 * @param frames its length, no more than the loop's
 */
export function loopExcerpt(
  loop: Float32Array,
  from: number,
  frames: number,
  sampleRate: number,
): Float32Array {
  const out = new Float32Array(frames);
  const at = (i: number): number => loop[(i + loop.length) % loop.length];
  for (let i = 0; i < frames; i++) out[i] = at(from + i);
  if (frames === loop.length) return out;
  const seam = Math.min(frames, Math.round(SEAM_SECONDS * sampleRate));
  for (let j = 0; j < seam; j++) {
    const share = (1 - Math.cos((Math.PI * (j + 0.5)) / seam)) / 2;
    const i = frames - seam + j;
    out[i] = (1 - share) * out[i] + share * at(from - seam + j);
  }
  return out;
}
