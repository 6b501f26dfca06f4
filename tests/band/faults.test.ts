import { describe, expect, it } from 'vitest';
import { gainToDb } from '../../src/dsp/decibels.ts';
import { withFaults, type Fault } from '../../src/band/fault.ts';
import { rmsOf } from '../../src/band/signal/level.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../../src/band/signal/sample-rate.ts';
import type { Mark } from '../../src/band/take.ts';
import { committedManifest, type SongId } from './committed-stems.ts';

const sine = (frequencyHz: number, gain = 0.1): Float32Array =>
  Float32Array.from(
    { length: 2 * SAMPLE_RATE_HZ },
    (_, i) => gain * Math.sin((2 * Math.PI * frequencyHz * i) / SAMPLE_RATE_HZ),
  );

function spoiled(loop: Float32Array, fault: Fault, marks: Mark[] = []): Float32Array {
  return withFaults({ channels: [loop], marks }, [fault], 'test').channels[0];
}

const changeDb = (before: Float32Array, after: Float32Array): number =>
  gainToDb(rmsOf(after) / rmsOf(before));

describe('A fault', () => {
  it('"boxy 320 Hz, 5.5 dB" raises 320 Hz by 5.5 dB and leaves 5 kHz within 0.1 dB', () => {
    const boxy: Fault = { kind: 'bell', what: 'boxy', frequencyHz: 320, q: 0.9, amountDb: 5.5 };
    expect(changeDb(sine(320), spoiled(sine(320), boxy))).toBeCloseTo(5.5, 2);
    expect(Math.abs(changeDb(sine(5000), spoiled(sine(5000), boxy)))).toBeLessThan(0.1);
  });

  it('of one line changes that line by its dB and nothing 60 ms away from it', () => {
    const line: Mark = { kind: 'line', name: 'La', startSeconds: 0.5, endSeconds: 1 };
    const before = sine(1000);
    const after = spoiled(before, { kind: 'line', what: 'loud', line: 0, amountDb: 4 }, [line]);
    const part = (x: Float32Array, from: number, to: number): Float32Array =>
      x.subarray(framesIn(from), framesIn(to));
    expect(changeDb(part(before, 0.5, 1), part(after, 0.5, 1))).toBeCloseTo(4, 3);
    expect(part(after, 0, 0.44)).toEqual(part(before, 0, 0.44));
    expect(part(after, 1.06, 2)).toEqual(part(before, 1.06, 2));
  });

  it('of a line that nobody sings is refused by its name', () => {
    expect(() => spoiled(sine(1000), { kind: 'line', what: 'loud', line: 3, amountDb: 4 })).toThrow(/"loud"/);
  });

  it('"P pops" thumps at every P with the peak it names', () => {
    const p: Mark = { kind: 'phone', name: 'p', startSeconds: 0.9, endSeconds: 1 };
    const silence = new Float32Array(2 * SAMPLE_RATE_HZ);
    const pop: Fault = { kind: 'pops', what: 'P', phones: ['p'], frequencyHz: 62, peakDbfs: -16 };
    const after = spoiled(silence, pop, [p]);
    expect(gainToDb(Math.max(...after.map(Math.abs)))).toBeCloseTo(-16, 3);
    expect(after.findIndex((x) => x !== 0) / SAMPLE_RATE_HZ).toBeCloseTo(0.98, 3);
  });

  it('hiss has the RMS it names', () => {
    const silence = new Float32Array(2 * SAMPLE_RATE_HZ);
    const after = spoiled(silence, { kind: 'hiss', what: 'hiss', rmsDbfs: -66 });
    expect(gainToDb(rmsOf(after))).toBeCloseTo(-66, 3);
  });

  it('leaves the good take itself untouched', () => {
    const take = { channels: [sine(320)], marks: [] };
    withFaults(take, [{ kind: 'level', what: 'loud', amountDb: 6 }], 'test');
    expect(take.channels[0]).toEqual(sine(320));
  });
});

describe('The manifest tells a learner', () => {
  const faultsOf = (song: SongId, id: string): readonly { what: string; frequencyHz: number | null }[] =>
    committedManifest(song).stems.find((stem) => stem.id === id)!.faults;

  it.each<[SongId, string, string]>([
    ['indie-pop', 'kick', 'boxy 320 Hz'],
    ['indie-pop', 'snare', 'ringing 900 Hz'],
    ['indie-pop', 'kick', 'fights the bass at 82 Hz'],
    ['indie-pop', 'bass', 'boomy, crowds the kick at 95 Hz'],
    ['indie-pop', 'guitar-left', 'muddy 260 Hz'],
    ['indie-pop', 'guitar-left', 'mains hum'],
    ['indie-pop', 'guitar-right', 'amplifier hiss'],
    ['indie-pop', 'guitar-right', 'too loud'],
    ['indie-pop', 'vocal', 'S too loud'],
    ['electronic', 'kick', 'fights the bass at 50 Hz'],
    ['electronic', 'bass', 'fights the kick at 50 Hz'],
    ['electronic', 'hats', 'harsh'],
    ['electronic', 'pad', 'muddy 290 Hz'],
    ['electronic', 'clap', 'too quiet'],
    ['electronic', 'vocal', 'S too loud'],
    ['electronic', 'double', 'in the middle, on top of the lead'],
  ])('of %s that the %s is %s', (song, id, what) => {
    expect(faultsOf(song, id).map((fault) => fault.what)).toContain(what);
  });

  it.each<[SongId, number]>([
    ['indie-pop', 36],
    ['electronic', 40],
  ])('of %s when the eight lines of the lead begin and end, in order and apart', (song, loopSeconds) => {
    const { lines } = committedManifest(song);
    const times = lines.flatMap((line) => [line.startSeconds, line.endSeconds]);
    expect(lines).toHaveLength(8);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBeLessThan(loopSeconds);
  });
});
