import { describe, expect, it } from 'vitest';
import { distortionDb, latenessMs } from './against-take.ts';

const RATE = 48_000;
const SECONDS = 4;
const times = Float32Array.from({ length: RATE * SECONDS }, (_, i) => i / RATE);

/** Four tones of different pitch and strength, so that a delay cannot be mistaken for another. */
const take = times.map((t) => (t % 1 < 0.3 + 0.1 * Math.floor(t) ? Math.sin(2 * Math.PI * 220 * t) : 0));
const later = (ms: number) =>
  take.map((_, i) => take[(i - (ms * RATE) / 1000 + take.length) % take.length] ?? 0);

describe('Lateness', () => {
  it('is what a take was moved by, to the millisecond, either way', () => {
    expect(latenessMs(take, take)).toBe(0);
    expect(latenessMs(take, later(120))).toBe(120);
    expect(latenessMs(take, later(-35))).toBe(-35);
  });

  it('does not mind the level', () => {
    expect(
      latenessMs(
        take,
        later(80).map((value) => 0.2 * value),
      ),
    ).toBe(80);
  });
});

describe('Distortion', () => {
  const sine = times.map((t) => Math.sin(2 * Math.PI * 1125 * t));

  it('of a square wave against its sine is 1 − 8/π² of the power: −7.2 dB', () => {
    expect(distortionDb(sine, sine.map(Math.sign))).toBeCloseTo(10 * Math.log10(1 - 8 / Math.PI ** 2), 1);
  });

  it('is nothing for a fader or a delay of a fraction of a millisecond', () => {
    expect(
      distortionDb(
        sine,
        sine.map((value) => 0.1 * value),
      ),
    ).toBeLessThan(-60);
    expect(
      distortionDb(
        sine,
        sine.map((_, i) => sine[Math.max(0, i - 20)]),
      ),
    ).toBeLessThan(-40);
  });
});
