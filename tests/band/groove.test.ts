import { describe, expect, it } from 'vitest';
import { createGroove } from '../../src/band/groove.ts';
import { bars, BPM, groove, LOOP_FRAMES } from '../../src/band/songs/indie-pop/score.ts';

describe('The groove', () => {
  it('fits 16 bars at 106.667 BPM into 1 728 000 frames exactly', () => {
    expect(BPM).toBeCloseTo(106.6667, 4);
    expect(bars).toHaveLength(16);
    expect(LOOP_FRAMES).toBe(1_728_000);
    expect(groove.frameAt(64) - groove.frameAt(0)).toBe(LOOP_FRAMES);
  });

  it('leans at most 15 ms away from the metronome, but does lean', () => {
    const offsetsMs = Array.from(
      { length: 64 },
      (_, beat) => (groove.frameAt(beat) / 48_000 - groove.secondsAt(beat)) * 1000,
    );
    const widest = Math.max(...offsetsMs.map(Math.abs));
    expect(widest).toBeGreaterThan(1);
    expect(widest).toBeLessThan(15);
  });

  it('starts the loop early enough for a first beat 15 ms ahead of the metronome', () => {
    expect(groove.secondsAt(0)).toBeCloseTo(0.015, 9);
    expect(groove.frameAt(0, -7)).toBeGreaterThan(0);
  });

  it('places a player 7 ms late where he plays 7 ms late', () => {
    const straight = createGroove(36, 64, 'test');
    expect(straight.frameAt(10, 7) - straight.frameAt(10)).toBe(336);
  });
});
