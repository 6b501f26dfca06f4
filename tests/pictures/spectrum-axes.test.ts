import { describe, expect, it } from 'vitest';
import {
  gainOfY,
  hzOfX,
  plotBox,
  topOfAxis,
  xOfHz,
  yOfGain,
  yOfLevel,
} from '../../src/pictures/spectrum-axes.ts';

const box = plotBox(640, 300);

describe('The frequency axis', () => {
  it.each([20, 31.5, 250, 1000, 6300, 20_000])('finds %d Hz again where it has put it', (hz) => {
    expect(hzOfX(xOfHz(hz, box), box)).toBeCloseTo(hz, 6);
  });

  it('begins at 20 Hz and ends at 20 kHz, also for a pointer beyond', () => {
    expect(xOfHz(20, box)).toBe(box.left);
    expect(xOfHz(20_000, box)).toBeCloseTo(box.left + box.width, 9);
    expect(hzOfX(-50, box)).toBe(20);
    expect(hzOfX(5000, box)).toBeCloseTo(20_000, 6);
  });

  it('gives every octave the same room', () => {
    const octave = (hz: number): number => xOfHz(2 * hz, box) - xOfHz(hz, box);
    expect(octave(5000)).toBeCloseTo(octave(50), 9);
  });
});

describe('The level axis', () => {
  it('has its top at the top, 60 dB less at the bottom, and keeps what is beyond on the edge', () => {
    expect(yOfLevel(-20, -20, box)).toBe(box.top);
    expect(yOfLevel(-80, -20, box)).toBe(box.top + box.height);
    expect(yOfLevel(-50, -20, box)).toBe(box.top + box.height / 2);
    expect(yOfLevel(-120, -20, box)).toBe(box.top + box.height);
    expect(yOfLevel(0, -20, box)).toBe(box.top);
  });

  it('has a round top at least 2 dB above the highest level, which a small change does not move', () => {
    expect([-22, -25, -31, -21.9].map(topOfAxis)).toEqual([-20, -20, -20, -10]);
  });
});

describe('The EQ’s axis', () => {
  it.each([-18, -7, 0, 2.5, 18])('finds %d dB again where it has put it', (db) => {
    expect(gainOfY(yOfGain(db, box), box)).toBeCloseTo(db, 9);
  });

  it('has 0 dB in the middle and reaches no further than ±18 dB', () => {
    expect(yOfGain(0, box)).toBe(box.top + box.height / 2);
    expect([gainOfY(-100, box), gainOfY(900, box)]).toEqual([18, -18]);
  });
});
