import { describe, expect, it } from 'vitest';
import { LEVELS_PER_SECOND, type DeviceLap } from '../../src/analysis/lap-analysis.ts';
import { dbToGain, gainToDb } from '../../src/dsp/decibels.ts';
import { DEVICE_TYPES, type DeviceType } from '../../src/dsp/device-types.ts';
import type { Device } from '../../src/dsp/device.ts';
import { device } from '../../src/dsp/mix-draft.ts';
import {
  AFTER_SECONDS,
  BEFORE_SECONDS,
  momentOf,
  reductionWords,
  stretchAround,
  summaryOf,
} from '../../src/pictures/reduction-history.ts';
import { dbOfShare, shareOfDb, transferCurve } from '../../src/pictures/transfer-curve.ts';

const RATE = 48000;

/** What the real device makes of a steady level, once settled. */
function settledDb(type: DeviceType, settings: Record<string, number>, inputDb: number): number {
  const kernel = DEVICE_TYPES[type].create() as Device<Record<string, number>>;
  kernel.prepare(RATE);
  kernel.set(settings);
  // A square wave: its peak is its level at every sample, so that ballistics have nothing to ride on.
  const left = Float64Array.from({ length: 4 * RATE }, (_, i) => (i % 96 < 48 ? 1 : -1) * dbToGain(inputDb));
  const right = left.slice();
  kernel.process(left, right, left.length);
  return gainToDb(Math.abs(left[left.length - 20]!));
}

const lap = (reductionDb: (i: number) => number, seconds = 6): DeviceLap => {
  const length = seconds * LEVELS_PER_SECOND;
  return {
    inputDb: new Float32Array(length).fill(-10),
    outputDb: Float32Array.from({ length }, (_, i) => -10 - reductionDb(i)),
    reductionDb: Float32Array.from({ length }, (_, i) => reductionDb(i)),
  };
};

describe('A transfer curve', () => {
  const compressor = { thresholdDb: -30, ratio: 4, kneeDb: 12, attackMs: 1, releaseMs: 200, makeupDb: 3 };
  it.each([-50, -34, -30, -26, -12, 0])(
    'is what the compressor does to a steady %i dB, within 0.1 dB',
    (db) => {
      const curve = transferCurve(device('compressor', 'c', 'Compressor', compressor))!;
      expect(Math.abs(curve(db) - settledDb('compressor', compressor, db))).toBeLessThan(0.1);
    },
  );

  it.each([-40, -20, -6])('is what the bus compressor does to a steady %i dB, within 0.1 dB', (db) => {
    const settings = { thresholdDb: -24, ratio: 2, makeupDb: 2, release: 0, attack: 0 };
    const curve = transferCurve(device('busCompressor', 'b', 'Bus compressor', settings))!;
    expect(Math.abs(curve(db) - settledDb('busCompressor', settings, db))).toBeLessThan(0.1);
  });

  it('bends at a limiter’s ceiling, drive included', () => {
    const curve = transferCurve(device('limiter', 'l', 'Limiter', { driveDb: 6, ceilingDbtp: -1 }))!;
    expect(curve(-20)).toBe(-14);
    expect(curve(-7)).toBe(-1);
    expect(curve(0)).toBe(-1);
  });

  it('does not exist for a device whose reduction does not follow from its level alone', () => {
    expect(transferCurve(device('deEsser', 'd', 'De-esser', {}))).toBeNull();
    expect(transferCurve(device('eq', 'e', 'EQ', {}))).toBeNull();
  });

  it('has axes that give back the level of a place, clamped to −60 … 0 dB', () => {
    expect(dbOfShare(shareOfDb(-23))).toBeCloseTo(-23, 9);
    expect(dbOfShare(2)).toBe(0);
    expect(dbOfShare(-1)).toBe(-60);
  });
});

describe('What a device has taken away', () => {
  it('goes round the loop’s seam: before its start lies its end', () => {
    const history = lap((i) => (i >= 550 ? 5 : 0));
    const stretch = stretchAround(history, 0.2);
    expect(stretch).toHaveLength((BEFORE_SECONDS + AFTER_SECONDS) * LEVELS_PER_SECOND);
    expect(momentOf(history, -0.1).reductionDb).toBe(5);
    expect(stretch[BEFORE_SECONDS * LEVELS_PER_SECOND - 30]!.reductionDb).toBe(5);
    expect(stretch[BEFORE_SECONDS * LEVELS_PER_SECOND]!.reductionDb).toBe(0);
  });

  it('is summed up as the deepest and the share of the time that something is taken', () => {
    const history = lap((i) => (i < 150 ? 8 : 0.2));
    const whole = summaryOf(Array.from(history.reductionDb, (reductionDb) => ({ reductionDb })));
    expect(whole.deepestDb).toBeCloseTo(8, 5);
    expect(whole.turnedShare).toBeCloseTo(0.25, 5);
  });

  it('is told in words with the levels of the moment, and not at all of a bypassed device', () => {
    const history = lap(() => 4);
    expect(reductionWords('Vocal compressor', history, false, 2)).toBe(
      'In −10.0 dB, out −14.0 dB. Vocal compressor turns down 4.0 dB now. In the last 3 seconds 4.0 dB at the deepest, without a rest.',
    );
    expect(
      reductionWords(
        'Limiter',
        lap(() => 0),
        false,
        2,
      ),
    ).toContain('In the last 3 seconds it turned nothing down.');
    expect(
      reductionWords(
        'Limiter',
        lap(() => 0),
        true,
        2,
      ),
    ).toBe('In −10.0 dB. Limiter is bypassed: what goes in comes out.');
    expect(reductionWords('Limiter', undefined, false, null)).toContain('once the sound has been played');
  });
});
