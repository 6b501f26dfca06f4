import { fft } from '../../src/analysis/fft.ts';

/** The frame through a four-term Blackman-Harris window (side lobes −92 dB, F. J. Harris 1978). */
export function blackmanHarris(frame: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: frame.length }, (_, i) => {
    const t = (2 * Math.PI * i) / (frame.length - 1);
    return (
      frame[i] * (0.35875 - 0.48829 * Math.cos(t) + 0.14128 * Math.cos(2 * t) - 0.01168 * Math.cos(3 * t))
    );
  });
}

/**
 * Share of a frame's energy above `aboveHz`, in dB, through a Blackman-Harris window: how much a switch spreads over
 * frequencies that the tone does not have.
 */
export function energyAboveDb(frame: ArrayLike<number>, sampleRate: number, aboveHz: number): number {
  const n = frame.length;
  const re = blackmanHarris(frame);
  const im = new Float64Array(n);
  fft(re, im);
  let total = 0;
  let above = 0;
  for (let k = 1; k < n / 2; k++) {
    const energy = re[k] * re[k] + im[k] * im[k];
    total += energy;
    if ((k * sampleRate) / n > aboveHz) above += energy;
  }
  return 10 * Math.log10(above / total);
}
