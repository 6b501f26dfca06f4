import { describe, expect, it } from 'vitest';
import type { Stereo } from '../../mixes/measures.ts';
import { directAboveEchoesDb } from './direct-sound.ts';

const both = (samples: Float32Array): Stereo => [samples, samples];

/** A click of height 1 at the start of a second, and an echo of height 0.1 after 100 ms. */
const click = new Float32Array(48_000);
click[0] = 1;
const withEcho = Float32Array.from(click);
withEcho[4800] = 0.1;

describe('How far a sound stands above its echoes', () => {
  it('is their difference of level', () => {
    expect(directAboveEchoesDb(both(click), both(withEcho), [[0, 1]])).toBeCloseTo(20, 3);
  });

  it('counts only the moments that are asked for', () => {
    expect(directAboveEchoesDb(both(click), both(withEcho), [[0, 0.08]])).toBe(60);
  });

  it('is 60 dB where there is no echo', () => {
    expect(directAboveEchoesDb(both(click), both(click), [[0, 1]])).toBe(60);
  });
});
