import { describe, expect, it } from 'vitest';
import type { Stereo } from '../../mixes/measures.ts';
import { standsOutDb } from './stands-out.ts';

/** Two seconds of a level, with another level in one tenth of a second. */
function levelWith(quiet: number, loud: number, atSeconds: number): Stereo {
  const side = new Float32Array(96_000).fill(quiet);
  side.fill(loud, atSeconds * 48_000, (atSeconds + 0.1) * 48_000);
  return [side, side];
}

describe('How far a moment stands out', () => {
  it('is the rise of level at it', () => {
    expect(standsOutDb(levelWith(0.1, 1, 1), [[1, 1.1]])).toBeCloseTo(20, 1);
  });

  it('is nothing where the level stays', () => {
    expect(standsOutDb(levelWith(0.1, 0.1, 1), [[1, 1.1]])).toBeCloseTo(0, 6);
  });

  it('looks round the end of the loop', () => {
    expect(standsOutDb(levelWith(0.1, 1, 0), [[0, 0.1]])).toBeCloseTo(20, 1);
  });
});
