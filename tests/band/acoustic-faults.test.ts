import { describe, expect, it } from 'vitest';
import { withFaults, type Fault } from '../../src/band/fault.ts';
import { peakOf, rmsOf } from '../../src/band/signal/level.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../../src/band/signal/sample-rate.ts';
import { FAULTS } from '../../src/band/songs/acoustic/faults.ts';
import type { Mark } from '../../src/band/take.ts';
import { gainToDb } from '../../src/dsp/decibels.ts';
import { bandDb, longTermSpectrum } from './measures/long-term-spectrum.ts';

const spoiled = (fault: Fault, marks: Mark[] = []): Float32Array =>
  withFaults({ channels: [new Float32Array(2 * SAMPLE_RATE_HZ)], marks }, [fault], 'test').channels[0];

describe('A fault', () => {
  it('"squeaking string" has the peak it names at every slide and nothing in between', () => {
    const marks = [0.4, 1.2].map((startSeconds): Mark => {
      return { kind: 'squeak', name: '', startSeconds, endSeconds: startSeconds + 0.12 };
    });
    const loop = spoiled({ kind: 'squeaks', what: 'squeaking', frequencyHz: 1450, peakDbfs: -25 }, marks);
    const part = (from: number, to: number): Float32Array => loop.subarray(framesIn(from), framesIn(to));
    for (const { startSeconds, endSeconds } of marks)
      expect(Math.abs(gainToDb(peakOf(part(startSeconds, endSeconds))) + 25)).toBeLessThan(1);
    expect(peakOf(part(0.53, 1.19))).toBe(0);
  });

  it('"rumble" has the RMS it names and lies below 60 Hz', () => {
    const loop = spoiled({ kind: 'rumble', what: 'rumble', frequencyHz: 40, rmsDbfs: -54 });
    expect(gainToDb(rmsOf(loop))).toBeCloseTo(-54, 3);
    const spectrum = longTermSpectrum([loop]);
    expect(bandDb(spectrum, 15, 60) - bandDb(spectrum, 100, 20_000)).toBeGreaterThan(12);
  });
});

describe('The faults of the acoustic song', () => {
  const faultsOf = (id: keyof typeof FAULTS): readonly Fault[] => FAULTS[id];

  it.each(['guitar-1', 'guitar-2', 'shaker', 'harmony-low', 'harmony-high'] as const)(
    'leave the %s in the middle, where only a pan pot can move it',
    (id) => {
      expect(faultsOf(id).some(({ kind }) => kind === 'centred')).toBe(true);
    },
  );

  it.each<[keyof typeof FAULTS, RegExp]>([
    ['guitar-1', /boomy/],
    ['guitar-1', /squeak/],
    ['guitar-1', /hum/],
    ['guitar-2', /hiss/],
    ['piano', /muddy/],
    ['piano', /woolly/],
    ['cajon', /rumble/],
    ['shaker', /harsh/],
    ['vocal', /S too loud/],
  ])('make the %s %s', (id, what) => {
    expect(faultsOf(id).some((fault) => what.test(fault.what))).toBe(true);
  });

  it('are large enough to be heard and small enough to be mended: resonances and shelves of 3 to 6 dB', () => {
    const tones = Object.values<readonly Fault[]>(FAULTS)
      .flat()
      .filter((fault) => fault.kind === 'bell' || fault.kind === 'highShelf');
    for (const { amountDb } of tones) {
      expect(Math.abs(amountDb)).toBeGreaterThanOrEqual(3);
      expect(Math.abs(amountDb)).toBeLessThanOrEqual(6);
    }
  });
});
