import { expect, it } from 'vitest';
import { bounceSpec } from '../../src/demos/bounce-spec.ts';
import { indiePop } from '../../src/mixes/indie-pop.ts';
import { dbToGain } from '../../src/dsp/decibels.ts';
import { Limiter } from '../../src/dsp/limiter.ts';
import { truePeakDbtp } from '../../src/dsp/true-peak.ts';

it('The mixed song from 0 dBTP, driven 12 dB into the limiter, stays at or below −1 dBTP, re-measured at 16×', async () => {
  const mixed = await bounceSpec(indiePop.mixed);
  const toFullScale = dbToGain(-truePeakDbtp(mixed, 16));
  const [left, right] = mixed.map((side) => Float64Array.from(side, (value) => value * toFullScale));
  const limiter = new Limiter();
  limiter.prepare(48000);
  limiter.set({ driveDb: 12, ceilingDbtp: -1 });
  limiter.process(left, right, left.length);
  expect(truePeakDbtp([left, right], 16)).toBeLessThanOrEqual(-1);
});
