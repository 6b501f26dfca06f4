import { describe, expect, it } from 'vitest';
import { convolve, convolveLoop } from '../../src/band/signal/convolution.ts';
import { filter, lowPass } from '../../src/band/signal/filter.ts';
import { addWrapped, throughLoop, unrolled, unwrapped } from '../../src/band/signal/loop.ts';
import { createRandom } from '../../src/band/signal/random.ts';

const noise = (frames: number): Float32Array => {
  const random = createRandom('loop');
  return new Float32Array(frames).map(() => random.normal());
};

describe('A loop', () => {
  it('continues at its beginning what rings past its end', () => {
    const loop = new Float32Array(4);
    addWrapped(loop, Float32Array.of(1, 2, 3), 3);
    expect([...loop]).toEqual([2, 3, 0, 1]);
  });

  it('ends with what begins before its beginning', () => {
    const loop = new Float32Array(4);
    addWrapped(loop, Float32Array.of(1, 2), -1, 10);
    expect([...loop]).toEqual([20, 0, 0, 10]);
  });

  it('is surrounded by itself', () => {
    expect([...unwrapped(Float32Array.of(1, 2, 3), 2, 1)]).toEqual([2, 3, 1, 2, 3, 1]);
  });

  it('is filtered as if it had always been playing: twice round gives the same both times', () => {
    const loop = noise(48_000);
    const once = throughLoop(loop, (x) => filter(x, lowPass(100)));
    const twice = filter(unwrapped(loop, 2 * 48_000), lowPass(100)).subarray(2 * 48_000);
    const error = once.reduce((worst, x, i) => Math.max(worst, Math.abs(x - twice[i])), 0);
    expect(error).toBeLessThan(1e-6);
  });

  it('repeats an early event at its end, in time order', () => {
    const events = [{ startFrame: 50 }, { startFrame: -3 }];
    const starts = unrolled(events, 100, 60).map(({ event, shiftFrames }) => event.startFrame + shiftFrames);
    expect(starts).toEqual([10, 57, 110, 157]);
  });
});

describe('Convolution', () => {
  it('equals the sum over all products', () => {
    const x = noise(50);
    const h = noise(20);
    const direct = Float32Array.from({ length: 69 }, (_, n) => {
      let sum = 0;
      for (let k = Math.max(0, n - 49); k <= Math.min(19, n); k++) sum += h[k] * x[n - k];
      return sum;
    });
    convolve(x, h).forEach((y, n) => expect(y).toBeCloseTo(direct[n], 5));
  });

  it('of a loop folds the reverberation onto the beginning', () => {
    const wet = convolveLoop(Float32Array.of(0, 0, 1), Float32Array.of(0.5, 0.25));
    expect(wet[2]).toBeCloseTo(0.5, 6);
    expect(wet[0]).toBeCloseTo(0.25, 6);
  });
});
