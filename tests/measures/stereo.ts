import { Eq } from '../../src/dsp/eq.ts';
import { measureLoudness } from '../../src/dsp/loudness.ts';

const RATE = 48000;

/** Left and right. */
export type Stereo = readonly [Float32Array, Float32Array];

/** Zero-lag correlation of left and right. */
export function correlationOf([left, right]: Stereo | readonly [Float64Array, Float64Array]): number {
  let product = 0;
  let leftEnergy = 0;
  let rightEnergy = 0;
  for (let i = 0; i < left.length; i++) {
    product += left[i] * right[i];
    leftEnergy += left[i] ** 2;
    rightEnergy += right[i] ** 2;
  }
  return product / Math.sqrt(leftEnergy * rightEnergy);
}

/** 24 dB per octave on either side; 0 leaves a side open. */
export function bandPassed(channels: Stereo, lowHz: number, highHz: number): [Float64Array, Float64Array] {
  const sides: [Float64Array, Float64Array] = [
    Float64Array.from(channels[0]),
    Float64Array.from(channels[1]),
  ];
  for (let pass = 0; pass < 2; pass++) {
    const eq = new Eq();
    eq.prepare(RATE);
    eq.set({ ...(lowHz > 0 ? { highPassHz: lowHz } : {}), ...(highHz > 0 ? { lowPassHz: highHz } : {}) });
    eq.process(sides[0], sides[1], sides[0].length);
  }
  return sides;
}

/** What the loudness loses when both channels are summed to one, in LU. */
export function monoLossLu([left, right]: Stereo): number {
  const mono = left.map((value, i) => (value + right[i]) / 2);
  return (
    measureLoudness([left, right], RATE).integratedLufs - measureLoudness([mono, mono], RATE).integratedLufs
  );
}
