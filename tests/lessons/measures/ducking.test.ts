import { describe, expect, it } from 'vitest';
import { hitSeconds, swingAtHitsDb } from './ducking.ts';

const RATE = 48000;
const HITS = [0.5, 1, 1.5];

/** Gain reductions every 10 ms: always `restDb`, and `hitDb` more for a fifth of a second after each hit. */
const reductions = (restDb: number, hitDb: number) =>
  Array.from({ length: 200 }, (_, i) => {
    const seconds = i / 100;
    const struck = HITS.some((hit) => seconds >= hit && seconds < hit + 0.2);
    return { seconds, reducedDb: restDb + (struck ? hitDb : 0) };
  });

describe('Ducking', () => {
  it('is how much further the gain is down after hits than before them', () => {
    expect(swingAtHitsDb(reductions(0, 3), HITS)).toBeCloseTo(3);
  });

  it('leaves out what is taken away all the time', () => {
    expect(swingAtHitsDb(reductions(6, 0), HITS)).toBeCloseTo(0);
  });

  it('finds each hit of a drum once', () => {
    const drum = new Float32Array(2 * RATE);
    for (const hit of HITS)
      for (let i = 0; i < 0.1 * RATE; i++)
        drum[hit * RATE + i] = Math.exp(-i / 2000) * Math.cos((2 * Math.PI * 80 * i) / RATE);
    const found = hitSeconds(drum, RATE);
    expect(found).toHaveLength(HITS.length);
    found.forEach((seconds, i) => expect(seconds).toBeCloseTo(HITS[i], 2));
  });
});
