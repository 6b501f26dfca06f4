import { describe, expect, it } from 'vitest';
import type { Stereo } from '../../mixes/measures.ts';
import { hitAboveDb } from './hit-above.ts';

/** A second of a level, with another level from a moment on, for 100 ms. */
function levelWith(level: number, hit: number, atSeconds: number): Stereo {
  const side = new Float32Array(48_000).fill(level);
  side.fill(hit, atSeconds * 48_000, (atSeconds + 0.1) * 48_000);
  return [side, side];
}

describe('How far a drum stands above another sound while it strikes', () => {
  it('is their difference of level then', () => {
    expect(hitAboveDb(levelWith(0, 1, 0.5), levelWith(0.1, 0.1, 0.5), [0.5])).toBeCloseTo(20, 3);
  });

  it('does not count what the other one does between the hits', () => {
    expect(hitAboveDb(levelWith(0, 1, 0.5), levelWith(1, 0.1, 0.5), [0.5])).toBeCloseTo(20, 3);
  });
});
