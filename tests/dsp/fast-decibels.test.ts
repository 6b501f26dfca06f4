import { describe, expect, it } from 'vitest';
import { dbToGain, gainToDb } from '../../src/dsp/decibels.ts';
import { fastGainToDb, fastReductionGain } from '../../src/dsp/fast-decibels.ts';

describe('Fast decibels', () => {
  it('agree with 20·log10 within 1e-9 dB from −240 to +120 dB', () => {
    let worst = 0;
    for (let db = -240; db <= 120; db += 0.00713) {
      const gain = dbToGain(db);
      worst = Math.max(worst, Math.abs(fastGainToDb(gain) - gainToDb(gain)));
    }
    expect(worst).toBeLessThan(1e-9);
  });

  it('make gains within 1e-9 dB of the reduction asked for, from 0 to 239 dB', () => {
    let worst = 0;
    for (let db = 0; db < 239; db += 0.00713)
      worst = Math.max(worst, Math.abs(gainToDb(fastReductionGain(db)) + db));
    expect(worst).toBeLessThan(1e-9);
  });

  it('stay finite where a blast asks for more than any table', () => {
    expect(fastReductionGain(600)).toBeCloseTo(1e-12, 20);
  });
});
